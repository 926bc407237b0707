import { parseContentType } from "../../syntax/content-type.ts";
import { challengeIn } from "../challenge/challenge.ts";
import type { Reading } from "../facts/read-document.ts";
import type { Check } from "../finding.ts";
import { knownName } from "../grammar/namespaces.ts";
import { goodAnswer, type Visit } from "../visit.ts";

/** What was read of a feed, even of a broken one. */
function readingOf(visit: Visit) {
  const { reading } = visit;
  if (!goodAnswer(visit)) return undefined;
  return reading.kind === "page" || reading.kind === "other" ? undefined : reading;
}

function isJson(reading: Reading): boolean {
  return reading.kind === "feed" && reading.feed.form === "json";
}

function brokenAs(language: "XML" | "JSON"): Check["examine"] {
  return (visit) => {
    const reading = readingOf(visit);
    if (reading === undefined) return undefined;
    const isOfLanguage =
      reading.kind === "broken" ? reading.language === language : isJson(reading) === (language === "JSON");
    if (!isOfLanguage) return undefined;
    const flaw = reading.kind === "broken" ? reading : reading.flaw;
    if (flaw === undefined) return [];
    return [flaw.at === undefined ? flaw.fault : `${flaw.at}: ${flaw.fault}`];
  };
}

export const WELL_FORMEDNESS_CHECKS: readonly Check[] = [
  {
    id: "xml.well-formed",
    level: "error",
    summary: "The document is well-formed XML with namespaces.",
    why: "A strict parser must stop at the first fault (XML 1.0 section 1.2) and may show nothing. Lenient readers guess, each in another way.",
    how: "Write XML with a serialiser and never by joining strings. Escape & and <, declare prefixes, and remove control characters.",
    examine: brokenAs("XML"),
  },
  {
    id: "xml.version",
    level: "error",
    summary: "The XML declaration names version 1.0.",
    why: "Most parsers of readers (libxml2, expat) read only XML 1.0, and reject the document.",
    how: 'Write <?xml version="1.0" encoding="utf-8"?>.',
    examine: (visit) => {
      const reading = readingOf(visit);
      if (!reading || isJson(reading) || (reading.kind === "broken" && reading.language === "JSON")) return undefined;
      const [, version] =
        /^\uFEFF?<\?xml\s+version\s*=\s*["']([^"']*)["']/.exec(visit.text?.text.slice(0, 200) ?? "") ?? [];
      return version === undefined || version === "1.0" ? [] : [`the document declares XML ${version}`];
    },
  },
  {
    id: "xml.no-entities",
    level: "error",
    summary: "The document declares no entities.",
    why: "Safe parsers reject such a document, because entities can expand to gigabytes or read files of the reader's machine.",
    how: "Remove the DOCTYPE, and write characters directly or by number (&#160;).",
    examine: (visit) => {
      const doctype = readingOf(visit)?.doctype;
      return doctype === undefined ? undefined : /<!ENTITY/i.test(doctype) ? ["the DOCTYPE declares entities"] : [];
    },
  },
  {
    id: "xml.no-doctype",
    level: "warning",
    summary: "The document has no DOCTYPE.",
    why: "Parsers with safe settings (the default in .NET) reject a document with a DOCTYPE. RSS 2.0 and Atom have no DTD.",
    how: "Remove the DOCTYPE line.",
    examine: (visit) => {
      const reading = readingOf(visit);
      if (!reading || isJson(reading)) return undefined;
      return reading.doctype === undefined ? [] : ["the document has a DOCTYPE"];
    },
  },
  {
    id: "format.dtd",
    level: "error",
    summary: "The document does not refer to Netscape's DTD of RSS 0.91.",
    why: "Netscape took it off the web. Parsers that load it wait, fail, or get a page of another owner.",
    how: "Remove the DOCTYPE line.",
    examine: (visit) => {
      const doctype = readingOf(visit)?.doctype;
      if (doctype === undefined) return undefined;
      return /my\.netscape\.com\/publish\/formats/.test(doctype) ? ["the DOCTYPE refers to my.netscape.com"] : [];
    },
  },
  {
    id: "json.parses",
    level: "error",
    summary: "The document is JSON.",
    why: "JSON has no lenient readers: one extra comma hides the whole feed.",
    how: "Write JSON with a serialiser.",
    examine: brokenAs("JSON"),
  },
  {
    id: "format.known",
    level: "error",
    summary: "The address is a feed (RSS, Atom, JSON Feed) or a page that links to one.",
    why: "No reader can use the document.",
    how: 'Use the address of the feed itself, or of a page with <link rel="alternate"> to the feed.',
    examine: (visit) => {
      const { reading, announced } = visit;
      const answer = goodAnswer(visit);
      // A protection answered in place of the site.
      if (!answer || challengeIn(answer)) return undefined;
      // The rule about the namespace says more.
      if (reading.kind === "other" && reading.root) return undefined;
      if (reading.kind === "other") return ["the document is neither RSS, Atom, JSON Feed nor HTML"];
      if (reading.kind === "document" && announced)
        return [`a page links to this address as a feed, but it is: ${reading.name}`];
      const type = parseContentType(answer.headers["content-type"]).mediaType;
      if (reading.kind === "page" && /^application\/(?:rss|atom|rdf)\+xml$/.test(type))
        return [`the document is a page, and is served as ${type}`];
      return reading.kind === "page" && announced ? ["a page links to this address as a feed, but it is a page"] : [];
    },
  },
  {
    id: "format.namespace",
    level: "error",
    summary: "The root element is in the namespace of its format.",
    why: "Readers recognise Atom, RSS 1.0, OpenSearch and others by the namespace of the root, and read nothing of the document.",
    how: 'Write <feed xmlns="http://www.w3.org/2005/Atom"> for Atom 1.0, and no namespace for <rss>.',
    examine: (visit) => {
      const { reading } = visit;
      if (!goodAnswer(visit)) return undefined;
      if (reading.kind === "other" && reading.root) {
        const { name, namespace } = reading.root;
        return [`<${name}> is in ${namespace === "" ? "no namespace" : `the namespace "${namespace}"`}`];
      }
      if (reading.kind !== "feed" || reading.feed.form !== "rss" || !reading.root) return undefined;
      const { name, namespace } = reading.root;
      return knownName(namespace, name) === "rss" ? [] : [`<rss> is in the namespace "${namespace}"`];
    },
  },
  {
    id: "format.current",
    level: "warning",
    summary: "The feed is RSS 2.0, Atom 1.0 or JSON Feed.",
    why: "Old versions have no ids and no full content. Readers identify entries by address and repeat edited ones.",
    how: "Serve RSS 2.0, Atom 1.0 or JSON Feed 1.1 at the same address.",
    examine: (visit) => {
      const reading = readingOf(visit);
      if (reading?.kind !== "feed") return undefined;
      const { feed } = reading;
      if (feed.form === "rdf") return ["the feed is RSS 1.0 or older (RDF)"];
      if (feed.form !== "rss" || /^2(?:\.\d+)*$/.test(feed.version)) return [];
      return [feed.version === "" ? "<rss> has no version" : `the feed is RSS ${feed.version}`];
    },
  },
];
