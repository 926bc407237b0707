/** A whole XML document as a tree, read to its end whatever its faults. */
import { err, ok, type Result } from "../result.ts";
import { hoistSiblings } from "./tolerant/hoist-siblings.ts";
import { TolerantXmlReader } from "./tolerant/tolerant-reader.ts";
import type { XmlRepair } from "./tolerant/xml-repair.ts";
import type { XmlElement } from "./xml-element.ts";
import type { XmlFault, XmlTag } from "./xml-reader.ts";

/** `first` is the fault that comes first in the text; undefined if the reader noticed none. */
export type TolerantDocument = { readonly root: XmlElement; readonly first?: XmlRepair };

type Draft = {
  name: string;
  namespace: string;
  attributes: XmlTag["attributes"];
  children: (Draft | string)[];
  line: number;
};

const MAX_ELEMENTS = 300_000;
const CONTAINERS: ReadonlySet<string> = new Set(["rss", "RDF", "channel", "feed"]);

/**
 * Reads a feed with faults in its markup. Elements have their local names. The error is a limit: a tree is held in
 * memory as a whole.
 */
export function parseTolerantXml(xml: string): Result<TolerantDocument, XmlFault> {
  const open: Draft[] = [];
  let root: Draft | undefined;
  let first: XmlRepair | undefined;
  let elements = 0;
  let limit: string | undefined;
  const reader = new TolerantXmlReader(
    {
      roleOf: ({ local }) => {
        if (local === "item" || local === "entry") return "entry";
        const isInside = open.every(({ name }) => CONTAINERS.has(name));
        return isInside && CONTAINERS.has(local) ? "container" : "other";
      },
      open: ({ local, namespace, attributes }, line) => {
        elements += 1;
        if (elements > MAX_ELEMENTS) return `more than ${MAX_ELEMENTS} elements`;
        const element: Draft = { name: local, namespace, attributes, children: [], line };
        // What follows the end of the root is a part of it: a template that closes it too early.
        (open.at(-1) ?? root)?.children.push(element);
        root ??= element;
        open.push(element);
        return limit;
      },
      close: ({ isImplied, isByPart }) => {
        const element = open.pop();
        const parent = open.at(-1);
        if (isImplied && element && parent) hoistSiblings(element, parent, isByPart);
      },
      text: (text) => {
        open.at(-1)?.children.push(text);
      },
      repair: (repair) => {
        if (first === undefined || isBefore(repair, first)) first = repair;
      },
      limit: (message) => {
        limit = message;
      },
    },
    { token: Number.POSITIVE_INFINITY },
  );
  const written = reader.write(xml);
  const read = written.ok ? reader.end() : written;
  if (!read.ok) return read;
  if (limit !== undefined) return err({ message: limit, ...reader.place });
  if (!root) return err({ message: "no element at all", line: 1, column: 1 });
  return ok({ root, ...(first !== undefined && { first }) });
}

type Place = Pick<XmlFault, "line" | "column">;

/** Whether a place is before another. */
export function isBefore(one: Place, other: Place): boolean {
  return one.line < other.line || (one.line === other.line && one.column < other.column);
}
