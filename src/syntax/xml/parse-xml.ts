/** A whole XML document as a tree, read strictly. */
import { err, ok, type Result } from "../result.ts";
import type { XmlElement } from "./xml-element.ts";
import { type XmlFault, type XmlLimits, XmlReader, type XmlTag } from "./xml-reader.ts";

/** `doctype` is the text between `<!DOCTYPE` and its `>`; entities that it declares are not expanded. */
export type XmlDocument = { readonly root: XmlElement; readonly doctype?: string };
export type BrokenXml = XmlFault & { readonly doctype?: string };

export type ParseXmlOptions = {
  /** The name of an element, its local name by default. */
  readonly nameOf?: (tag: XmlTag) => string;
  readonly limits?: Partial<XmlLimits & { readonly elements: number }>;
};

const DEFAULT_MAX_ELEMENTS = 300_000;

type Draft = {
  name: string;
  namespace: string;
  attributes: XmlTag["attributes"];
  children: (Draft | string)[];
  line: number;
};

/** Well-formedness with namespaces, to the letter: the first fault ends the reading. Takes linear time. */
export function parseXml(xml: string, options: ParseXmlOptions = {}): Result<XmlDocument, BrokenXml> {
  const { nameOf = ({ local }) => local, limits = {} } = options;
  const { elements: maxElements = DEFAULT_MAX_ELEMENTS, ...readerLimits } = limits;
  const open: Draft[] = [];
  let root: Draft | undefined;
  let doctype: string | undefined;
  let elements = 0;
  const reader = new XmlReader(
    {
      open: (tag) => {
        elements += 1;
        if (elements > maxElements) return `more than ${maxElements} elements`;
        const { namespace, attributes } = tag;
        const element: Draft = { name: nameOf(tag), namespace, attributes, children: [], line: reader.line };
        open.at(-1)?.children.push(element);
        root ??= element;
        open.push(element);
        return undefined;
      },
      close: () => {
        open.pop();
      },
      text: (text) => {
        open.at(-1)?.children.push(text);
      },
      fault: (message) => message,
      doctype: (text) => {
        doctype = text;
      },
    },
    // The text is in memory as it is.
    { token: Number.POSITIVE_INFINITY, ...readerLimits },
  );
  const written = reader.write(xml);
  const read = written.ok ? reader.close() : written;
  const noted = doctype === undefined ? {} : { doctype };
  if (!read.ok) return err({ ...read.error, ...noted });
  if (!root) return err({ message: "no element at all", line: 1, column: 1, ...noted });
  return ok({ root, ...noted });
}
