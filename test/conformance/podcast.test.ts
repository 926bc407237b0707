import { describe, expect, test } from "vitest";
import { articleNamed } from "../fixtures/file-content.ts";
import { fullArticle, time } from "../fixtures/full-article.ts";
import { podcastPublication } from "../fixtures/podcast.ts";
import { childOf, childrenOf, parseStrictXml, type StrictElement } from "../strict-xml.ts";
import { serve } from "../worker/serve.ts";

/** PSP-1 (Podcast Standards Project), Apple's requirements and the Podcast Namespace 1.0, one requirement a row. */
const [recording] = fullArticle.attachments;
const plain = { file: { url: "https://elsewhere.example.org/a.mp4", mediaType: "video/mp4", length: 0 } };
const articles = [
  ...(recording ? [articleNamed("full", { ...fullArticle, attachments: [recording, plain] })] : []),
  articleNamed("film", { attachments: [plain], published: time("2026-03-02T00:00:00Z") }),
  articleNamed("words"),
];
const { get } = serve({ articles, artifact: { publication: podcastPublication } });
const rss = parseStrictXml(await (await get("/podcast.xml")).text());
const channel = childOf(rss, "channel");
const items = childrenOf(channel, "item");
const once = (name: string, parent: StrictElement = channel) => {
  expect(childrenOf(parent, name)).toHaveLength(1);
  return childOf(parent, name);
};
const everyItem = (check: (item: StrictElement) => void) => {
  expect(items).toHaveLength(2);
  items.forEach(check);
};

const ROWS: [requirement: string, check: () => void][] = [
  [
    "PSP-1: the root declares the namespaces of Atom, Apple, content and the podcast namespace",
    () => {
      const declared = { ...rss.attributes, ...channel.attributes };
      expect(declared).toMatchObject({
        "xmlns:itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
        "xmlns:podcast": "https://podcastindex.org/namespace/1.0",
        "xmlns:atom": "http://www.w3.org/2005/Atom",
        "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
      });
    },
  ],
  [
    "PSP-1: channel has title, description, link and language once each",
    () => {
      for (const name of ["title", "description", "link", "language"]) expect(once(name).text).not.toBe("");
    },
  ],
  [
    "PSP-1: channel has one atom:link of itself",
    () => {
      const self = childrenOf(channel, "atom:link").filter(({ attributes }) => attributes.rel === "self");
      expect(self.map(({ attributes }) => attributes.href)).toEqual(["https://news.example.org/podcast.xml"]);
    },
  ],
  [
    "PSP-1: channel has a category of Apple's list",
    () => expect(once("itunes:category").attributes.text).toBe("Society & Culture"),
  ],
  [
    "PSP-1: channel says whether it is explicit, by true or false",
    () => expect(once("itunes:explicit").text).toMatch(/^(?:true|false)$/),
  ],
  [
    "PSP-1: channel has a cover at an absolute address",
    () => expect(once("itunes:image").attributes.href).toMatch(/^https:/),
  ],
  ["PSP-1, recommended: channel has the author", () => expect(once("itunes:author").text).not.toBe("")],
  [
    "PSP-1, recommended: channel has podcast:locked of yes or no",
    () => expect(once("podcast:locked").text).toMatch(/^(?:yes|no)$/),
  ],
  [
    "PSP-1, recommended: channel has podcast:guid, a UUID",
    () => expect(once("podcast:guid").text).toMatch(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
  ],
  ["Apple: itunes:type is episodic or serial", () => expect(once("itunes:type").text).toMatch(/^(?:episodic|serial)$/)],
  [
    "Apple: itunes:owner has name and email",
    () => {
      const owner = once("itunes:owner");
      expect([childOf(owner, "itunes:name").text, childOf(owner, "itunes:email").text]).toEqual([
        "Audio Desk",
        "audio@example.org",
      ]);
    },
  ],
  [
    "Podcast Namespace: podcast:medium is a medium of episodes",
    () => expect(once("podcast:medium").text).toBe("podcast"),
  ],
  [
    "Podcast Namespace: podcast:funding has url and text",
    () => expect(once("podcast:funding").attributes.url).toMatch(/^https:/),
  ],
  [
    "Podcast Namespace: podcast:license names the licence in lower case",
    () => expect(once("podcast:license").text).toBe("cc-by-4.0"),
  ],
  [
    "PSP-1: item has title, guid and one enclosure of audio or video with url, length and type",
    () =>
      everyItem((item) => {
        expect(once("title", item).text).not.toBe("");
        expect(once("guid", item).text).not.toBe("");
        const { url, length, type } = once("enclosure", item).attributes;
        expect(url).toMatch(/^https:/);
        expect(length).toMatch(/^\d+$/);
        expect(type).toMatch(/^(?:audio|video)\//);
      }),
  ],
  [
    "PSP-1: guids are unique",
    () => expect(new Set(items.map((item) => childOf(item, "guid").text)).size).toBe(items.length),
  ],
  [
    "PSP-1, recommended: item has pubDate, link, description and itunes:explicit only as true or false",
    () =>
      everyItem((item) => {
        for (const name of ["pubDate", "link", "description"]) expect(once(name, item).text).not.toBe("");
        for (const { text } of childrenOf(item, "itunes:explicit")) expect(text).toMatch(/^(?:true|false)$/);
      }),
  ],
  [
    "Apple: itunes:duration is in whole seconds",
    () => {
      const durations = items.flatMap((item) => childrenOf(item, "itunes:duration")).map(({ text }) => text);
      expect(durations).toEqual(["75"]);
    },
  ],
  [
    "Podcast Namespace: chapters and transcripts have url and type",
    () => {
      for (const name of ["podcast:chapters", "podcast:transcript"]) {
        const found = items.flatMap((item) => childrenOf(item, name));
        expect(found.length).toBeGreaterThan(0);
        for (const { attributes } of found)
          expect(attributes).toMatchObject({ url: expect.any(String), type: expect.any(String) });
      }
    },
  ],
  [
    "nothing but the enclosure can be taken for an episode",
    () => everyItem((item) => expect(item.children.filter(({ name }) => name.startsWith("media:"))).toEqual([])),
  ],
];

describe("PSP-1 and the podcast namespace", () => {
  test.each(ROWS)("%s", (_, check) => {
    check();
  });
});
