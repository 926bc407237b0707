import { isBefore, parseTolerantXml } from "../../syntax/xml/parse-tolerant-xml.ts";
import { parseXml } from "../../syntax/xml/parse-xml.ts";
import type { XmlElement } from "../../syntax/xml/xml-element.ts";
import { knownName } from "../grammar/namespaces.ts";
import type { Answer } from "../net/fetched.ts";
import { atomFacts } from "./atom-facts.ts";
import { decodeText, type TextFacts } from "./decode-text.ts";
import { withDtdEntities } from "./dtd-entities.ts";
import { type FeedFacts, isJsonObject } from "./feed-facts.ts";
import { jsonFacts } from "./json-facts.ts";
import { type PageFacts, pageFacts } from "./page-facts.ts";
import { rdfFacts } from "./rdf-facts.ts";
import { rssFacts } from "./rss-facts.ts";
import { ATOM, RDF, RSS_11 } from "./xml-names.ts";

/** What is wrong, and where: `at` is `line:column`, both from 1. */
export type SyntaxFlaw = { readonly fault: string; readonly at?: string };

/** What a body contains, whatever its media type says. */
export type Reading =
  /** `flaw`: its first syntax error. What follows it is read as a lenient reader does. */
  | ({ readonly kind: "feed"; readonly feed: FeedFacts } & XmlReading)
  /** A document beside feeds that the doctor knows: `name` is what people call it. */
  | ({ readonly kind: "document"; readonly name: string } & XmlReading)
  /** A feed with a syntax error that no reader passes, or that exceeds a limit of the doctor. */
  | ({ readonly kind: "broken"; readonly language: "XML" | "JSON"; readonly doctype?: string } & SyntaxFlaw)
  | { readonly kind: "page"; readonly page: PageFacts }
  /** `root` is that of an XML document with the name of a known one, and another namespace. */
  | { readonly kind: "other"; readonly root?: XmlElement };

type XmlReading = { readonly root?: XmlElement; readonly doctype?: string; readonly flaw?: SyntaxFlaw };

/** What else the tables of the grammar describe, by the name of the root in them. */
const DOCUMENTS: Readonly<Record<string, string>> = {
  "atom:entry": "Atom entry",
  "app:service": "Atom service document",
  "app:categories": "Atom category document",
  "rsl:rsl": "RSL",
  opml: "OPML",
  outlineDocument: "OPML",
  "opensearch:OpenSearchDescription": "OpenSearch description",
  "xrds:XRDS": "XRDS",
};

/** What may precede the first tag: white space, comments, processing instructions, a document type. */
const PROLOGUE = /^(?:\s+|<\?[^>]*>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[(?:[^\]]*\])?[^>]*)?>)/i;
const KNOWN_ROOTS =
  /^(?:[\w-]+:)?(?:rss|feed|rdf|channel|entry|service|categories|opml|outlineDocument|rsl|OpenSearchDescription|XRDS)$/i;

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
  if (root !== undefined && KNOWN_ROOTS.test(root)) return readXml(text, address);
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

/**
 * A strict parser judges whether the document is well-formed. If it is not, the tolerant reader goes on, and it knows
 * the place better: the strict parser reads on behind a bare `&` and names a place where it gave up.
 */
function readXml(written: string, address: string): Reading {
  const text = withDtdEntities(written);
  const strict = parseXml(text);
  const { doctype } = strict.ok ? strict.value : strict.error;
  const noted = doctype === undefined ? {} : { doctype };
  if (strict.ok) return readRoot(strict.value.root, address, noted);
  const { error } = strict;
  // A limit: another reading would only cost as much again.
  if (error.message.startsWith("more than "))
    return { kind: "broken", language: "XML", fault: error.message, at: `${error.line}:${error.column}`, ...noted };
  const tolerant = parseTolerantXml(text);
  const first = tolerant.ok ? tolerant.value.first : undefined;
  const flaw =
    first !== undefined && !isBefore(error, first)
      ? { fault: `${first.message}: ${first.found}`, at: `${first.line}:${first.column}` }
      : { fault: error.message, at: `${error.line}:${error.column}` };
  if (!tolerant.ok) return { kind: "broken", language: "XML", ...flaw, ...noted };
  return readRoot(tolerant.value.root, address, { ...noted, flaw });
}

function readRoot(root: XmlElement, address: string, noted: XmlReading): Reading {
  const feed = feedIn(root, address);
  if (feed) return { kind: "feed", feed, root, ...noted };
  const name = DOCUMENTS[knownName(root.namespace, root.name) ?? ""];
  if (name !== undefined) return { kind: "document", name, root, ...noted };
  if (noted.flaw) return { kind: "broken", language: "XML", ...noted.flaw };
  // Without a namespace, a channel is a part of RSS that lost what surrounds it.
  return root.name === "channel" ? { kind: "other" } : { kind: "other", root };
}

function feedIn(root: XmlElement, address: string): FeedFacts | undefined {
  if (root.name === "rss") return rssFacts(root, address);
  if (root.name === "feed" && root.namespace === ATOM) return atomFacts(root, address);
  const isRdf = root.name === "RDF" && root.namespace === RDF;
  const isRss11 = root.name === "Channel" && root.namespace === RSS_11;
  return isRdf || isRss11 ? rdfFacts(root, address) : undefined;
}

function readJson(text: string, address: string): Reading {
  try {
    const document: unknown = JSON.parse(text);
    const isFeed = isJsonObject(document) && ("items" in document || "version" in document);
    return isFeed ? { kind: "feed", feed: jsonFacts(document, address) } : { kind: "other" };
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    const place = placeIn(text, fault);
    return { kind: "broken", language: "JSON", fault, ...(place !== undefined && { at: place }) };
  }
}

/** The line and column of the position that a message of JSON.parse names. */
function placeIn(text: string, message: string): string | undefined {
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position === undefined) return undefined;
  const before = text.slice(0, Number(position)).split("\n");
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}
