import type { Link } from "./link-header.ts";
import type { XmlElement } from "./xml-element.ts";

/** What all formats have in common, each value as it was written; and, behind `form`, the document itself. */
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
  /** RSS 0.90 and 1.0: known, and looked at no further. */
  | { readonly form: "rdf" };

export type JsonObject = Readonly<Record<string, unknown>>;

/** A date and the notation its place asks for. */
export type WrittenDate = {
  readonly text: string;
  readonly notation: "RFC 822" | "RFC 3339";
  /** What nearly every reader makes of it; nothing where none could. */
  readonly instant?: number;
};

export type EntryFacts = {
  /** What a person would call it: its title, else its id, else its place. */
  readonly name: string;
  readonly id: string | undefined;
  /** As written; resolving is the reader's business and often fails. */
  readonly link: string | undefined;
  readonly published: WrittenDate | undefined;
  readonly updated: WrittenDate | undefined;
  readonly title: string | undefined;
  readonly summary: string | undefined;
  /** The full content where the entry has any, as HTML. */
  readonly html: string | undefined;
  /** Where the document says what relative addresses hang on (`xml:base`). */
  readonly hasBase: boolean;
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
