import { SaxesParser } from "saxes";
import type { XmlElement } from "./xml-element.ts";

export type ParsedXml =
  | { readonly kind: "xml"; readonly root: XmlElement; readonly doctype?: string }
  /** `at` is `line:column`, both from 1. */
  | { readonly kind: "broken"; readonly fault: string; readonly at: string; readonly doctype?: string };

/**
 * Namespaces are looked up through all open elements, so a document that is nothing but depth would take the square of its length. No feed
 * is as deep as this, nor has as many elements, nor an element as many attributes.
 */
const MAX_DEPTH = 256;
const MAX_ELEMENTS = 300_000;
const MAX_ATTRIBUTES = 1_000;

type Draft = {
  name: string;
  namespace: string;
  attributes: Record<string, string>;
  children: Draft[];
  text: string;
};

/**
 * Well-formedness with namespaces, to the letter: the first fault ends it. A DOCTYPE is noticed and never acted on, so entities expand to
 * nothing and no external subset is asked for.
 */
export function parseXml(xml: string): ParsedXml {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const open: Draft[] = [];
  let root: Draft | undefined;
  let doctype: string | undefined;
  let elements = 0;
  let attributesHere = 0;
  const stop = (message: string) => {
    throw new Error(message);
  };
  parser.on("error", (error) => stop(error.message.replace(/^(?:\d+:\d+: )+/, "")));
  parser.on("doctype", (text) => {
    doctype = text.slice(0, 2_000);
    if (/<!ENTITY/i.test(text)) doctype = `<!ENTITY ${doctype}`;
  });
  parser.on("attribute", () => {
    attributesHere += 1;
    if (attributesHere > MAX_ATTRIBUTES) stop(`more than ${MAX_ATTRIBUTES} attributes in one element`);
  });
  parser.on("opentag", (tag) => {
    elements += 1;
    attributesHere = 0;
    if (open.length >= MAX_DEPTH) stop(`more than ${MAX_DEPTH} elements inside each other`);
    if (elements > MAX_ELEMENTS) stop(`more than ${MAX_ELEMENTS} elements`);
    const attributes = Object.fromEntries(Object.values(tag.attributes).map(({ name, value }) => [name, value]));
    const element: Draft = { name: tag.local, namespace: tag.uri, attributes, children: [], text: "" };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on("closetag", () => {
    open.pop();
  });
  const append = (text: string) => {
    const element = open.at(-1);
    if (element) element.text += text;
  };
  parser.on("text", append);
  parser.on("cdata", append);
  const noted = () => (doctype === undefined ? {} : { doctype });
  try {
    parser.write(xml).close();
  } catch (error) {
    // saxes reports through its handler, and a throw is the only way out of it.
    const fault = error instanceof Error ? error.message : String(error);
    return { kind: "broken", fault, at: `${parser.line}:${parser.column + 1}`, ...noted() };
  }
  if (!root) return { kind: "broken", fault: "no element at all", at: "1:1", ...noted() };
  return { kind: "xml", root, ...noted() };
}
