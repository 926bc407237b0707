import { describe, expect, test } from "vitest";
import { childOf, childrenOf, parseStrictXml, type StrictElement } from "../strict-xml.ts";
import { textOf } from "./served-history.ts";

/** RSS 2.0 (RSS Advisory Board) and its Best Practices Profile, one requirement a row. */
const rss = parseStrictXml(await textOf("/rss.xml"));
const channel = childOf(rss, "channel");
const items = childrenOf(channel, "item");
const texts = (name: string, parent: StrictElement = channel) => childrenOf(parent, name).map(({ text }) => text);
const everyItem = (check: (item: StrictElement) => void) => items.forEach(check);
const RFC_822 =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d [+-]\d{4}$/;

const ROWS: [requirement: string, check: () => void][] = [
  ["the version is 2.0", () => expect(rss.attributes.version).toBe("2.0")],
  ["one channel", () => expect(childrenOf(rss, "channel")).toHaveLength(1)],
  [
    "channel: title, link and description exist once each",
    () => {
      for (const name of ["title", "link", "description"]) expect(texts(name)).toHaveLength(1);
    },
  ],
  [
    "channel: link is the absolute address of the page",
    () => expect(texts("link")).toEqual(["https://news.example.org/"]),
  ],
  [
    "channel: lastBuildDate is an RFC 822 date with a four-digit year",
    () => expect(texts("lastBuildDate")[0]).toMatch(RFC_822),
  ],
  ["channel: language is a language tag", () => expect(texts("language")).toEqual(["en"])],
  [
    "channel: managingEditor is an address with the name in brackets",
    () => expect(texts("managingEditor")[0]).toMatch(/^\S+@\S+ \([^)]+\)$/),
  ],
  [
    "channel: image has url, and the title and link of the channel",
    () => {
      const image = childOf(channel, "image");
      expect(texts("title", image)).toEqual(texts("title"));
      expect(texts("link", image)).toEqual(texts("link"));
      expect(texts("url", image)[0]).toMatch(/^https:/);
    },
  ],
  [
    "channel: atom:link names the address and the media type of the feed",
    () => {
      const [self] = childrenOf(channel, "atom:link").filter(({ attributes }) => attributes.rel === "self");
      expect(self?.attributes).toMatchObject({ href: "https://news.example.org/rss.xml", type: "application/rss+xml" });
    },
  ],
  [
    "channel: items follow all other elements",
    () => {
      const names = channel.children.map(({ name }) => name);
      expect(names.lastIndexOf("item") - names.indexOf("item") + 1).toBe(items.length);
      expect(names.at(-1)).toBe("item");
    },
  ],
  [
    "item: there is a title or a description",
    () =>
      everyItem((item) => expect(texts("title", item).length + texts("description", item).length).toBeGreaterThan(0)),
  ],
  ["item: link is absolute", () => everyItem((item) => expect(texts("link", item)[0]).toMatch(/^https:\/\//))],
  [
    "item: guid exists, is unique, and is marked as not being an address",
    () => {
      const guids = items.map((item) => childOf(item, "guid"));
      expect(new Set(guids.map(({ text }) => text)).size).toBe(items.length);
      expect(guids.map(({ attributes }) => attributes.isPermaLink)).toEqual(items.map(() => "false"));
    },
  ],
  ["item: pubDate in RFC 822 form", () => everyItem((item) => expect(texts("pubDate", item)[0]).toMatch(RFC_822))],
  [
    "item: there is at most one enclosure, with url, length and type",
    () =>
      everyItem((item) => {
        const enclosures = childrenOf(item, "enclosure");
        expect(enclosures.length).toBeLessThanOrEqual(1);
        for (const { attributes } of enclosures) {
          expect(attributes.url).toMatch(/^https:\/\//);
          expect(attributes.length).toMatch(/^\d+$/);
          expect(attributes.type).toMatch(/^\w+\/[\w.+-]+$/);
        }
      }),
  ],
  [
    "item: author is missing without an e-mail address, and names are in dc:creator",
    () => {
      everyItem((item) => expect(texts("author", item)).toEqual([]));
      expect(items.flatMap((item) => texts("dc:creator", item))).toContain("Ada Ferrier");
    },
  ],
  [
    "item: content:encoded has the whole text, and description the summary",
    () =>
      everyItem((item) =>
        expect([texts("content:encoded", item).length, texts("description", item).length]).toEqual([1, 1]),
      ),
  ],
  [
    "item: category is text without attributes, which rss-parser of npm throws at",
    () => {
      const categories = items.flatMap((item) => childrenOf(item, "category"));
      expect(categories.map(({ text, attributes }) => [text, attributes])).toContainEqual(["Harbour", {}]);
    },
  ],
];

describe("RSS 2.0 and the Best Practices Profile", () => {
  test.each(ROWS)("%s", (_, check) => check());
});
