import type { XmlElement } from "../../syntax/xml/xml-element.ts";
import type { Link } from "./links.ts";

/** What all formats have in common, with each value as it was written, and the document itself, by its `form`. */
export type FeedFacts = FeedSource & {
  readonly title?: string;
  readonly links: readonly Link[];
  readonly updated?: WrittenDate;
  readonly entries: readonly EntryFacts[];
};

export type FeedSource =
  | { readonly form: "rss"; readonly version: string; readonly channel: XmlElement }
  | { readonly form: "atom"; readonly feed: XmlElement }
  | { readonly form: "json"; readonly document: JsonObject }
  /** RSS 0.90, 1.0 and 1.1. */
  | { readonly form: "rdf" };

export type JsonObject = Readonly<Record<string, unknown>>;

/** A date, and the notation that its element requires. */
export type WrittenDate = {
  readonly text: string;
  readonly notation: "RFC 822" | "RFC 3339";
  /** Milliseconds since the epoch, as a lenient reader reads the date. Undefined if no reader can. */
  readonly instant?: number;
};

export type EntryFacts = {
  /** A name for people: the title, else the id, else the position. */
  readonly name: string;
  readonly id: string | undefined;
  /** As written, possibly relative. */
  readonly link: string | undefined;
  readonly published: WrittenDate | undefined;
  readonly updated: WrittenDate | undefined;
  readonly title: string | undefined;
  readonly summary: string | undefined;
  /** The full content as HTML. */
  readonly html: string | undefined;
  /** Whether the document has a base for relative addresses (`xml:base`). */
  readonly hasBase: boolean;
  /** Whether the format allows several versions of one entry (RFC 4287 section 4.1.1). */
  readonly isVersioned?: true;
};

export const FORM_NAMES: Readonly<Record<FeedFacts["form"], string>> = {
  rss: "RSS",
  atom: "Atom",
  json: "JSON Feed",
  rdf: "RSS 1.0",
};

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
