import { cleanLine } from "../../../model/text.ts";
import { elementsOf, textOf, type XmlElement } from "../../../syntax/xml/xml-element.ts";
import type { ImportNote } from "../import-note.ts";
import { nodeHtml } from "../node-html.ts";
import { htmlOfText, plainText } from "../plain-text.ts";
import { decodedReferences, hasReference, undeclaredHtml, undeclaredLine } from "./undeclared-text.ts";

/**
 * A text of a feed with the type that its source declares. An `undeclared` text may be plain or escaped HTML: RSS does
 * not say. `isAssumed`: the source leaves the type out, and its standard says which one that means.
 */
export type FeedText = {
  readonly kind: "plain" | "html" | "undeclared";
  readonly value: string;
  readonly isAssumed?: boolean;
  /** The base of its relative addresses (`xml:base`). */
  readonly base?: string | undefined;
  /** Its language (`xml:lang`). */
  readonly language?: string | undefined;
};

/** Types that declare plain text or HTML, in RSS modules and in Atom. */
const KINDS: Readonly<Record<string, FeedText["kind"]>> = {
  plain: "plain",
  text: "plain",
  "text/plain": "plain",
  html: "html",
  xhtml: "html",
  "text/html": "html",
  "application/xhtml+xml": "html",
};

/** The media type of an element, without parameters and in lower case. Undefined if it has none. */
export function typeOf({ attributes: { type } }: XmlElement): string | undefined {
  return type?.replace(/;.*$/s, "").trim().toLowerCase() || undefined;
}

/** The kind of text that a type declares. */
export function kindOfType(type: string | undefined): FeedText["kind"] | undefined {
  return KINDS[type ?? ""];
}

/** A text of RSS or one of its modules: elements inside of it are markup, and `type` (Media RSS) declares its kind. */
export function rssText(node: XmlElement | undefined): FeedText | undefined {
  if (!node) return undefined;
  const { base, language } = node;
  if (elementsOf(node).length > 0) return { kind: "html", value: nodeHtml(node, base), base, language };
  const value = textOf(node);
  return value === undefined ? undefined : { kind: kindOfType(typeOf(node)) ?? "undeclared", value, base, language };
}

/** The text as HTML. */
export function htmlOf(text: FeedText | undefined): string | undefined {
  if (!text) return undefined;
  if (text.kind === "undeclared") return undeclaredHtml(text.value);
  return text.kind === "html" ? text.value : htmlOfText(text.value);
}

/** The text on one line, without markup. Returns undefined if it is empty. */
export function lineOf(text: FeedText | undefined): string | undefined {
  if (!text) return undefined;
  if (text.kind === "undeclared") return undeclaredLine(text.value);
  return (text.kind === "html" ? plainText(text.value) : cleanLine(text.value)) || undefined;
}

/**
 * A title on one line. Programs often escape a title twice, and readers would see `&amp;`. Where the type is left out,
 * references are decoded, with a note. A text that also has tags is about HTML, and stays.
 */
export function titleLineOf(text: FeedText | undefined, note: (note: ImportNote) => void): string | undefined {
  const line = lineOf(text);
  if (line === undefined || !text?.isAssumed || !hasReference(line) || line.includes("<")) return line;
  note({ kind: "guessed", message: "a title that was escaped twice: HTML references in it were decoded", found: line });
  return decodedReferences(line);
}
