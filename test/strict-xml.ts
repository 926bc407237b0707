import { SaxesParser } from "saxes";
import { parseXml } from "../src/syntax/xml/parse-xml.ts";
import { elementsOf, ownText, type XmlElement } from "../src/syntax/xml/xml-element.ts";

/**
 * An element as a strict parser reads it: names with their prefix, character data (CDATA or not) joined, white space
 * preserved.
 */
export type StrictElement = {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly StrictElement[];
  readonly text: string;
};

/**
 * Parses a whole document. Throws at the first fault against XML 1.0 with namespaces: a forbidden character, an
 * undeclared prefix, a repeated attribute, an unclosed element. Saxes alone judges whether the document is well-formed,
 * so that a tolerance of our reader cannot hide a fault of our writers. Our reader only makes the tree.
 */
export function parseStrictXml(xml: string): StrictElement {
  const judge = new SaxesParser({ xmlns: true });
  judge.on("error", (error) => {
    throw error;
  });
  judge.write(xml).close();
  const parsed = parseXml(xml, { nameOf: ({ name }) => name });
  if (!parsed.ok) throw new Error(`${parsed.error.line}:${parsed.error.column}: ${parsed.error.message}`);
  return strict(parsed.value.root);
}

function strict(element: XmlElement): StrictElement {
  const { name, namespace, attributes } = element;
  return { name, namespace, attributes, children: elementsOf(element).map(strict), text: ownText(element) };
}

/** The children with this name, which includes its prefix. */
export function childrenOf(element: StrictElement, name: string): readonly StrictElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The first child with this name. Throws if there is none. */
export function childOf(element: StrictElement, name: string): StrictElement {
  const [child] = childrenOf(element, name);
  if (!child) throw new Error(`<${element.name}> has no <${name}>`);
  return child;
}
