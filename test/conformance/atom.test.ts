import { describe, expect, test } from "vitest";
import { childOf, childrenOf, parseStrictXml, type StrictElement } from "../strict-xml.ts";
import { textOf } from "./served-history.ts";

/**
 * RFC 4287, RFC 5005, RFC 6721: a requirement a row. The grammar of RFC 4287's appendix is in
 * `unit/render/atom-schema.test.ts`.
 */
const feed = parseStrictXml(await textOf("/atom.xml"));
const archive = parseStrictXml(await textOf("/archives/1/atom.xml"));
const entries = childrenOf(feed, "entry");
const count = (parent: StrictElement, name: string) => childrenOf(parent, name).length;
const link = (parent: StrictElement, rel: string) =>
  childrenOf(parent, "link").filter(({ attributes }) => attributes.rel === rel);
const hrefs = (parent: StrictElement, rel: string) => link(parent, rel).map(({ attributes }) => attributes.href);
const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/;

const ROWS: [requirement: string, check: () => void][] = [
  [
    "4287 §4.1.1 the feed has exactly one id, title and updated",
    () => {
      for (const name of ["id", "title", "updated"]) expect(count(feed, name)).toBe(1);
    },
  ],
  [
    "4287 §4.1.1 the feed has an author, which applies to every entry",
    () => expect(count(feed, "author")).toBeGreaterThan(0),
  ],
  [
    "4287 §4.1.1 no two alternate links have the same type and language",
    () => {
      const kinds = link(feed, "alternate").map(({ attributes }) => `${attributes.type} ${attributes.hreflang}`);
      expect(new Set(kinds).size).toBe(kinds.length);
    },
  ],
  [
    "4287 §4.1.1 the feed has a self link",
    () => expect(hrefs(feed, "self")).toEqual(["https://news.example.org/atom.xml"]),
  ],
  [
    "4287 §4.1.2 an entry has exactly one id, title and updated",
    () => {
      for (const entry of entries) for (const name of ["id", "title", "updated"]) expect(count(entry, name)).toBe(1);
    },
  ],
  [
    "4287 §4.1.2 an entry has at most one content, summary, published and rights",
    () => {
      for (const entry of entries)
        for (const name of ["content", "summary", "published", "rights"])
          expect(count(entry, name)).toBeLessThanOrEqual(1);
    },
  ],
  [
    "4287 §4.1.2 an entry has an alternate link",
    () => {
      for (const entry of entries) expect(hrefs(entry, "alternate")).toHaveLength(1);
    },
  ],
  [
    "4287 §4.1.3.3 content of type html is escaped markup, not elements",
    () => {
      for (const entry of entries)
        expect([childOf(entry, "content").attributes.type, childOf(entry, "content").children]).toEqual(["html", []]);
    },
  ],
  [
    "4287 §3.3 dates are RFC 3339 with a capital T and a zone",
    () => {
      for (const entry of entries)
        for (const name of ["published", "updated"]) expect(childOf(entry, name).text).toMatch(RFC_3339);
    },
  ],
  [
    "4287 §4.2.6 ids are absolute, unique, and the same in every document",
    () => {
      const ids = entries.map((entry) => childOf(entry, "id").text);
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(id).toMatch(/^tag:/);
    },
  ],
  [
    "4287 §4.2.7.2 enclosures have an address, a type and a length",
    () => {
      const enclosures = entries.flatMap((entry) => link(entry, "enclosure"));
      expect(enclosures.length).toBeGreaterThan(0);
      for (const { attributes } of enclosures)
        expect([attributes.href, attributes.type, attributes.length].every(Boolean)).toBe(true);
    },
  ],
  [
    "4287 §4.2.7.2 related and via links have addresses of other resources",
    () => {
      const related = entries.flatMap((entry) => [...hrefs(entry, "related"), ...hrefs(entry, "via")]);
      expect(related).toEqual(["https://news.example.org/articles/slipway", "https://wire.example.net/"]);
    },
  ],
  [
    "4287 §4.2.15 updated of the feed is not before updated of any entry, nor before any deletion",
    () => {
      const newest = Math.max(...entries.map((entry) => Date.parse(childOf(entry, "updated").text)));
      const deletions = childrenOf(feed, "at:deleted-entry").map(({ attributes }) => Date.parse(attributes.when ?? ""));
      expect(Date.parse(childOf(feed, "updated").text)).toBeGreaterThanOrEqual(Math.max(newest, ...deletions));
    },
  ],
  [
    "5005 §4 the current document links to the newest archive",
    () => expect(hrefs(feed, "prev-archive")).toHaveLength(1),
  ],
  [
    "5005 §4 an archive is marked as one, and the current document is not",
    () => {
      expect([count(archive, "fh:archive"), count(feed, "fh:archive")]).toEqual([1, 0]);
      expect(archive.attributes["xmlns:fh"]).toBe("http://purl.org/syndication/history/1.0");
    },
  ],
  [
    "5005 §4 an archive links to the current document and to its neighbours",
    () => {
      expect(hrefs(archive, "current")).toEqual(["https://news.example.org/atom.xml"]);
      expect(hrefs(archive, "next-archive")).toEqual(["https://news.example.org/archives/2/atom.xml"]);
      expect(hrefs(archive, "prev-archive")).toEqual([]);
    },
  ],
  [
    "5005 §4 an archive has the id of the feed",
    () => expect(childOf(archive, "id").text).toBe(childOf(feed, "id").text),
  ],
  [
    "6721 §3 a deleted entry has the id of the entry and a time, and no entry has that id",
    () => {
      const [deleted] = childrenOf(feed, "at:deleted-entry");
      expect(deleted?.attributes).toMatchObject({
        ref: "tag:example.org,2026-01-01:articles/retracted",
        when: "2026-03-02T00:00:00+02:00",
      });
      expect(entries.map((entry) => childOf(entry, "id").text)).not.toContain(deleted?.attributes.ref);
    },
  ],
  [
    "6721 §3 the reason is in at:comment",
    () => {
      const [deleted] = childrenOf(feed, "at:deleted-entry");
      expect(deleted && childOf(deleted, "at:comment").text).toBe("The figures were wrong.");
    },
  ],
];

describe("Atom 1.0, archives and deleted entries", () => {
  test.each(ROWS)("RFC %s", (_, check) => check());
});
