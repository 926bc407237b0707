import { parseXml } from "../../syntax/xml/parse-xml.ts";
import type { Answer } from "../net/fetched.ts";
import { atomFacts } from "./atom-facts.ts";
import { decodeText, type TextFacts } from "./decode-text.ts";
import { type FeedFacts, isJsonObject } from "./feed-facts.ts";
import { jsonFacts } from "./json-facts.ts";
import { type PageFacts, pageFacts } from "./page-facts.ts";
import { rssFacts } from "./rss-facts.ts";
import { ATOM, RDF } from "./xml-names.ts";

/** What a body contains, whatever its media type says. */
export type Reading =
  | { readonly kind: "feed"; readonly feed: FeedFacts; readonly doctype?: string }
  /** A feed with a syntax error, which only lenient readers can read. `at` is `line:column`, both from 1. */
  | {
      readonly kind: "broken";
      readonly language: "XML" | "JSON";
      readonly fault: string;
      readonly at?: string;
      readonly doctype?: string;
    }
  | { readonly kind: "page"; readonly page: PageFacts }
  | { readonly kind: "other" };

/** What may precede the first tag: white space, comments, processing instructions, a document type. */
const PROLOGUE = /^(?:\s+|<\?[^>]*>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[(?:[^\]]*\])?[^>]*)?>)/i;
const FEED_ROOTS = /^(?:[a-z]+:)?(?:rss|feed|rdf)$/i;

/** Decodes the body of an answer and reads it. */
export function readAnswer({ body, headers, url }: Answer): { readonly text: TextFacts; readonly reading: Reading } {
  const text = decodeText(body, headers["content-type"]);
  return { text, reading: readDocument(text.text, url) };
}

/** Recognises a document by its content and not by its media type, which may be wrong and has checks of its own. */
export function readDocument(text: string, address: string): Reading {
  const start = afterPrologue(text);
  if (/^[{[]/.test(start)) return readJson(text, address);
  const root = /^<([\w:-]{1,100})/.exec(start)?.[1];
  if (root !== undefined && FEED_ROOTS.test(root)) return readXml(text, address);
  if (root !== undefined && (/^(?:html|head|body)$/i.test(root) || /<!DOCTYPE\s+html/i.test(text.slice(0, 1_000))))
    return { kind: "page", page: pageFacts(text, address) };
  return { kind: "other" };
}

function afterPrologue(text: string): string {
  let rest = text.slice(0, 20_000);
  for (;;) {
    const [prologue] = PROLOGUE.exec(rest) ?? [];
    if (prologue === undefined) return rest;
    rest = rest.slice(prologue.length);
  }
}

function readXml(text: string, address: string): Reading {
  const parsed = parseXml(text);
  const { doctype } = parsed.ok ? parsed.value : parsed.error;
  const noted = doctype === undefined ? {} : { doctype };
  if (!parsed.ok) {
    const { message, line, column } = parsed.error;
    return { kind: "broken", language: "XML", fault: message, at: `${line}:${column}`, ...noted };
  }
  const { root } = parsed.value;
  if (root.name === "rss") return { kind: "feed", feed: rssFacts(root, address), ...noted };
  if (root.name === "feed" && root.namespace === ATOM)
    return { kind: "feed", feed: atomFacts(root, address), ...noted };
  if (root.name === "RDF" && root.namespace === RDF)
    return { kind: "feed", feed: { form: "rdf", links: [], entries: [] }, ...noted };
  return { kind: "other" };
}

function readJson(text: string, address: string): Reading {
  try {
    const document: unknown = JSON.parse(text);
    const isFeed = isJsonObject(document) && ("items" in document || "version" in document);
    return isFeed ? { kind: "feed", feed: jsonFacts(document, address) } : { kind: "other" };
  } catch (error) {
    return { kind: "broken", language: "JSON", fault: error instanceof Error ? error.message : String(error) };
  }
}
