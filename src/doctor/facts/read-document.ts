import { atomFacts } from "./atom-facts.ts";
import { type FeedFacts, isJsonObject } from "./feed-facts.ts";
import { jsonFacts } from "./json-facts.ts";
import { type PageFacts, pageFacts } from "./page-facts.ts";
import { parseXml } from "./parse-xml.ts";
import { rssFacts } from "./rss-facts.ts";
import { ATOM, RDF } from "./xml-element.ts";

/** What a body turned out to be, whatever it is called. */
export type Reading =
  | { readonly kind: "feed"; readonly feed: FeedFacts; readonly doctype?: string }
  /** Meant to be a feed, and readable by lenient readers at best; `at` is `line:column`. */
  | {
      readonly kind: "broken";
      readonly language: "XML" | "JSON";
      readonly fault: string;
      readonly at?: string;
      readonly doctype?: string;
    }
  | { readonly kind: "page"; readonly page: PageFacts }
  | { readonly kind: "other" };

/** What stands before the first tag: white space, comments, processing instructions, a document type. */
const PROLOGUE = /^(?:\s+|<\?[^>]*>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[^\]]*\])?[^>]*>)/i;
const FEED_ROOTS = /^(?:[a-z]+:)?(?:rss|feed|rdf)$/i;

/** Reads a document by what it holds, not by its media type: that may be wrong, and is checked elsewhere. */
export function readDocument(text: string, address: string): Reading {
  const start = behindPrologue(text);
  if (/^[{[]/.test(start)) return readJson(text, address);
  const root = /^<([\w:-]{1,100})/.exec(start)?.[1];
  if (root !== undefined && FEED_ROOTS.test(root)) return readXml(text, address);
  if (root !== undefined && (/^(?:html|head|body)$/i.test(root) || /<!DOCTYPE\s+html/i.test(text.slice(0, 1_000))))
    return { kind: "page", page: pageFacts(text, address) };
  return { kind: "other" };
}

function behindPrologue(text: string): string {
  let rest = text.slice(0, 20_000);
  for (;;) {
    const [prologue] = PROLOGUE.exec(rest) ?? [];
    if (prologue === undefined) return rest;
    rest = rest.slice(prologue.length);
  }
}

function readXml(text: string, address: string): Reading {
  const parsed = parseXml(text);
  const noted = parsed.doctype === undefined ? {} : { doctype: parsed.doctype };
  if (parsed.kind === "broken") {
    const { fault, at } = parsed;
    return { kind: "broken", language: "XML", fault, at, ...noted };
  }
  const { root } = parsed;
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
