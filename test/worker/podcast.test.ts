import { describe, expect, test } from "vitest";
import type { Article } from "../../src/model/article.ts";
import { articleNamed } from "../fixtures/file-content.ts";
import { ORIGIN, time } from "../fixtures/full-article.ts";
import { podcastPublication } from "../fixtures/podcast.ts";
import { childOf, childrenOf, parseStrictXml } from "../strict-xml.ts";
import { NAVIGATION } from "./navigation.ts";
import { HUB, serve } from "./serve.ts";

const recording = (name: string, mediaType = "audio/mpeg"): Article["attachments"] => [
  { file: { url: `https://elsewhere.example.org/${name}`, mediaType, length: 9 } },
];
const episode = (name: string, more: Partial<Article> = {}) =>
  articleNamed(name, { attachments: recording(`${name}.mp3`), ...more });

const retraction = { time: time("2026-05-20T00:00:00Z"), reason: "It was wrong" };
const articles = [
  episode("first", { published: time("2026-03-01T00:00:00Z"), section: "harbour" }),
  episode("film", {
    title: "A film",
    published: time("2026-03-02T00:00:00Z"),
    attachments: recording("film.mp4", "video/mp4"),
  }),
  articleNamed("words", { published: time("2026-03-03T00:00:00Z"), section: "harbour" }),
  articleNamed("paper", { attachments: recording("paper.pdf", "application/pdf") }),
  episode("later", { scheduledFor: time("2026-08-01T00:00:00Z"), status: "scheduled" }),
  episode("wrong", { published: time("2026-03-04T00:00:00Z"), status: "retracted", retraction }),
];
const sections = [{ slug: "harbour", title: "Harbour", podcast: {} }];
const about = { ...podcastPublication, sections };
const { get } = serve({ articles, artifact: { publication: about } });

const channelAt = async (path: string) => childOf(parseStrictXml(await (await get(path)).text()), "channel");
const titlesAt = async (path: string) =>
  childrenOf(await channelAt(path), "item").map((item) => childOf(item, "link").text.replace(/^.*\//, ""));

describe("/podcast.xml", () => {
  test("has the episodes that are public, and nothing else", async () => {
    const response = await get("/podcast.xml");
    expect(response.headers.get("content-type")).toBe("application/rss+xml; charset=utf-8");
    expect(await titlesAt("/podcast.xml")).toEqual(["film", "first"]);
    const channel = await channelAt("/podcast.xml");
    expect(childOf(channel, "podcast:guid").text).toBe(podcastPublication.podcast?.guid);
    expect(childrenOf(channel, "item").flatMap((item) => childrenOf(item, "enclosure"))).toHaveLength(2);
  });

  test("has a tombstone of a withdrawn episode, and no notice", async () => {
    const channel = await channelAt("/podcast.xml");
    expect(childOf(channel, "at:deleted-entry").attributes.ref).toBe(episode("wrong").id);
    expect((await (await get("/rss.xml")).text()).includes("Withdrawn: ")).toBe(true);
    expect((await (await get("/podcast.xml")).text()).includes("Withdrawn: ")).toBe(false);
  });

  test("is linked as itself and to its hub, and has validators", async () => {
    const response = await get("/podcast.xml");
    expect(response.headers.get("link")).toContain(`<${ORIGIN}/podcast.xml>; rel="self"`);
    expect(response.headers.get("link")).toContain(`<${HUB}>; rel="hub"`);
    const etag = response.headers.get("etag") ?? "";
    expect((await get("/podcast.xml", { "if-none-match": etag })).status).toBe(304);
  });

  test("is a page in a browser", async () => {
    const page = await get("/podcast.xml", NAVIGATION);
    expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(await page.text()).toContain(`${ORIGIN}/podcast.xml`);
  });

  test("is found from every page, after the feeds of articles", async () => {
    for (const path of ["/", "/feeds", "/articles/first", "/tags/a/", "/sections/harbour/"]) {
      const page = await (await get(path)).text();
      if (path === "/tags/a/") continue;
      const feeds = [...page.matchAll(/<link rel="alternate" type="application\/rss\+xml"[^>]*href="([^"]*)"/g)];
      expect([path, ...feeds.map(([, href]) => href)]).toContain(`${ORIGIN}/podcast.xml`);
      expect(feeds[0]?.[1]).toMatch(/\/rss\.xml$/);
    }
  });

  test("is in the list of feeds and in the subscription list, and not in the sitemap", async () => {
    expect(await (await get("/feeds")).text()).toContain(
      `href="${ORIGIN}/podcast.xml" type="application/rss+xml"><bdi>Podcast<`,
    );
    expect(await (await get("/feeds.opml")).text()).toContain(`xmlUrl="${ORIGIN}/podcast.xml"`);
    expect(await (await get("/sitemap.xml")).text()).not.toContain("podcast");
  });

  test("may be filtered like any feed", async () => {
    expect(await titlesAt("/podcast.xml?limit=1")).toEqual(["film"]);
    expect(await titlesAt("/podcast.xml?q=film")).toEqual(["film"]);
  });
});

describe("the podcast of a section", () => {
  test("has the episodes of the section, if it is asked for", async () => {
    expect(await titlesAt("/sections/harbour/podcast.xml")).toEqual(["first"]);
    const channel = await channelAt("/sections/harbour/podcast.xml");
    expect(childOf(channel, "title").text).toBe("Harbour — Harbour & Hill");
    expect(childOf(channel, "itunes:category").attributes.text).toBe("Society & Culture");
  });

  test("is not found for sections that ask for none, for tags and for authors", async () => {
    for (const path of ["/sections/other/podcast.xml", "/tags/a/podcast.xml", "/authors/a/podcast.xml"])
      expect([path, (await get(path)).status]).toEqual([path, 404]);
  });
});

test("a publication without a podcast has none, and no page mentions it", async () => {
  const without = serve({ articles });
  for (const path of ["/podcast.xml", "/sections/harbour/podcast.xml", "/archives/1/podcast.xml"])
    expect([path, (await without.get(path)).status]).toEqual([path, 404]);
  for (const path of ["/", "/feeds", "/feeds.opml", "/rss.xml"])
    expect(await (await without.get(path)).text()).not.toMatch(/podcast/i);
});

test("a podcast without an episode is there, and empty", async () => {
  const empty = serve({ articles: [articleNamed("words")], artifact: { publication: podcastPublication } });
  const channel = childOf(parseStrictXml(await (await empty.get("/podcast.xml")).text()), "channel");
  expect(childrenOf(channel, "item")).toEqual([]);
});

test("the documents of a podcast are four times as long as those of other feeds, and older ones are archives", async () => {
  const many = Array.from({ length: 10 }, (_, index) =>
    episode(`e${index}`, { published: time(`2026-03-${String(index + 10)}T00:00:00Z`) }),
  );
  const small = serve({ articles: many, artifact: { publication: podcastPublication }, vars: { FEED_ENTRIES: 1 } });
  const read = async (path: string) => childOf(parseStrictXml(await (await small.get(path)).text()), "channel");
  expect(childrenOf(await read("/rss.xml"), "item")).toHaveLength(1);
  const current = await read("/podcast.xml");
  expect(childrenOf(current, "item")).toHaveLength(6);
  const previous = childrenOf(current, "atom:link").find(({ attributes }) => attributes.rel === "prev-archive");
  expect(previous?.attributes.href).toBe(`${ORIGIN}/archives/1/podcast.xml`);
  const archive = await read("/archives/1/podcast.xml");
  expect(childrenOf(archive, "item")).toHaveLength(4);
  expect(childOf(archive, "link").text).toBe(`${ORIGIN}/`);
  expect((await small.get("/archives/3/podcast.xml")).status).toBe(404);
});

test("an episode that is new is sent alone to a client that accepts deltas", async () => {
  const { get: ask, clock } = serve({
    articles,
    artifact: { publication: { ...about, retractions: { show: "tombstone" } } },
  });
  const first = await ask("/podcast.xml");
  clock.now = Date.UTC(2026, 7, 2);
  const headers = { "if-none-match": first.headers.get("etag") ?? "", "a-im": "feed" };
  const delta = await ask("/podcast.xml", headers);
  expect(delta.status).toBe(226);
  expect(childrenOf(childOf(parseStrictXml(await delta.text()), "channel"), "item")).toHaveLength(1);
});
