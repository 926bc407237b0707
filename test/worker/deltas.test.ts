import { describe, expect, test } from "vitest";
import { articleFacts } from "../../src/compile/ledger/article-facts.ts";
import { recordChanges } from "../../src/compile/ledger/record-changes.ts";
import { recordedAt } from "../../src/compile/ledger/record-times.ts";
import type { Article } from "../../src/model/article.ts";
import type { Ledger } from "../../src/model/ledger.ts";
import { articleNamed } from "../fixtures/file-content.ts";
import { publication, time } from "../fixtures/full-article.ts";
import { childOf, childrenOf, parseStrictXml } from "../strict-xml.ts";
import { HAS_LEDGER, serve } from "./serve.ts";

const named = (name: string, day: number, overrides: Partial<Article> = {}) =>
  articleNamed(name, {
    published: time(`2026-01-${String(day).padStart(2, "0")}T00:00:00Z`),
    tags: ["t"],
    ...overrides,
  });
const base = Array.from({ length: 12 }, (_, index) => named(`a${index}`, index + 1));
const content = (articles: readonly Article[]) => ({
  publication,
  articles: articles.map((article) => articleFacts(article)),
  renderer: "0".repeat(16),
});
const record = (ledger: Ledger | undefined, articles: readonly Article[], day: number) =>
  recordChanges(ledger, content(articles), recordedAt(Date.UTC(2026, 3, day))).ledger;
const first = record(undefined, base, 1);
const before = serve({ articles: base, artifact: { ledger: first } });

/** Fetches the old feed, and then the new one with the entity tag of the old one and `A-IM: feed`. */
async function poll(
  path: string,
  articles: readonly Article[],
  setting: { about?: typeof publication; vars?: Record<string, unknown>; at?: number } = {},
) {
  const { about = publication, vars = {}, at } = setting;
  const known =
    (await serve({ articles: base, artifact: { ledger: first, publication: about }, vars }).get(path)).headers.get(
      "etag",
    ) ?? "";
  const now = serve({ articles, artifact: { ledger: record(first, articles, 2), publication: about }, vars });
  if (at !== undefined) now.clock.now = at;
  const response = await now.get(path, { "if-none-match": known, "a-im": "feed" });
  const root = parseStrictXml(await response.clone().text());
  const entries = path.includes("atom")
    ? childrenOf(root, "entry").map((entry) => childOf(entry, "id").text)
    : childrenOf(childOf(root, "channel"), "item").map((item) => childOf(item, "guid").text);
  const deleted = childrenOf(root, "at:deleted-entry").map(({ attributes }) => attributes.ref);
  return {
    status: response.status,
    entries: entries.map((id) => id.slice(id.lastIndexOf("/") + 1)),
    deleted,
    known,
    response,
    now,
  };
}

const edited = base.map((article) => (article.slug === "a3" ? { ...article, title: "Edited" } : article));
const news = [...edited, named("news", 20)];

describe.each(["/rss.xml", "/atom.xml", "/tags/t/rss.xml", "/tags/t/atom.xml", "/atom.xml?content=summary"])(
  "%s",
  (path) => {
    test("a client that sends A-IM: feed gets only the entries that are new or changed", async () => {
      const { status, entries, response, known, now } = await poll(path, news);
      expect([status, entries]).toEqual([226, ["news", "a3"]]);
      const whole = await now.get(path);
      expect(Object.fromEntries(response.headers)).toMatchObject({
        im: "feed",
        "delta-base": known,
        etag: whole.headers.get("etag"),
        "last-modified": whole.headers.get("last-modified"),
        "cache-control": "no-store, im",
        vary: "A-IM, If-None-Match, Accept-Encoding, Sec-Fetch-Dest",
        "content-type": whole.headers.get("content-type"),
      });
      expect(
        (await now.get(path, { "if-none-match": response.headers.get("etag") ?? "", "a-im": "feed" })).status,
      ).toBe(304);
    });

    test("a client that does not accept deltas, or sends a tag that is not ours, gets the complete feed", async () => {
      const { now, known } = await poll(path, news);
      const statuses = [];
      for (const headers of [
        { "if-none-match": known },
        { "if-none-match": known, "a-im": "vcdiff, feedback" },
        { "if-none-match": known, "a-im": "feed;q=0" },
        { "if-none-match": known, "a-im": "vcdiff, feed; q=0.000" },
        { "if-none-match": '"abc"', "a-im": "feed" },
        { "if-none-match": 'W/"0123456789012345678901.abc"', "a-im": "feed" },
        { "a-im": "feed" },
        { "if-none-match": known, "a-im": "feed", "user-agent": "rss2email/3.13" },
        { "if-none-match": known, "a-im": "feed", "user-agent": "feedparser/6.0.10 +https://example.org/" },
        { "a-im": "feed", "if-modified-since": "Wed, 01 Apr 2026 00:00:00 GMT" },
      ] as Record<string, string>[])
        statuses.push((await now.get(path, headers)).status);
      expect(statuses).toEqual(Array(10).fill(200));
      expect(
        (await now.get(path, { "if-none-match": known.replace("W/", ""), "a-im": "vcdiff;q=1, FEED" })).status,
      ).toBe(226);
    });
  },
);

test("the delta has no entries if only the head of the feed changed", async () => {
  const about = { ...publication, description: "Other words." };
  const known = (await before.get("/atom.xml")).headers.get("etag") ?? "";
  const { ledger } = recordChanges(first, { ...content(base), publication: about }, recordedAt(Date.UTC(2026, 3, 2)));
  const response = await serve({ articles: base, artifact: { ledger, publication: about } }).get("/atom.xml", {
    "if-none-match": known,
    "a-im": "feed",
  });
  expect(response.status).toBe(226);
  expect(childrenOf(parseStrictXml(await response.text()), "entry")).toEqual([]);
});

describe.runIf(HAS_LEDGER)("an entry that was withdrawn", () => {
  const withoutOne = base.filter(({ slug }) => slug !== "a5");

  test("is a notice in the delta of RSS, and a notice and a tombstone in that of Atom", async () => {
    const at = Date.UTC(2026, 3, 10);
    const atom = await poll("/atom.xml", withoutOne, { at });
    expect([atom.status, atom.entries, atom.deleted]).toEqual([226, ["a5"], [base[5]?.id]]);
    const rss = await poll("/rss.xml", withoutOne, { at });
    expect([rss.status, rss.entries]).toEqual([226, ["a5"]]);
    const etag = rss.response.headers.get("etag") ?? "";
    expect((await rss.now.get("/rss.xml", { "if-none-match": etag, "a-im": "feed" })).status).toBe(304);
  });

  test("is not sent again with the next change, and its end is told by a complete feed in RSS", async () => {
    const { ledger } = recordChanges(
      record(first, withoutOne, 2),
      content([...withoutOne, named("news", 20)]),
      recordedAt(Date.UTC(2026, 3, 3)),
    );
    const later = serve({ articles: [...withoutOne, named("news", 20)], artifact: { ledger } });
    for (const path of ["/rss.xml", "/atom.xml"]) {
      const then = serve({ articles: withoutOne, artifact: { ledger: record(first, withoutOne, 2) } });
      then.clock.now = later.clock.now = Date.UTC(2026, 3, 10);
      const known = (await then.get(path)).headers.get("etag") ?? "";
      const delta = await later.get(path, { "if-none-match": known, "a-im": "feed" });
      const text = await delta.text();
      expect([path, delta.status, text.includes("articles/a5</"), text.includes("articles/news</")]).toEqual([
        path,
        226,
        false,
        true,
      ]);
      later.clock.now = Date.UTC(2026, 4, 2, 0, 0, 0);
      const ended = await later.get(path, { "if-none-match": delta.headers.get("etag") ?? "", "a-im": "feed" });
      expect([path, ended.status]).toEqual([path, path === "/rss.xml" ? 200 : 226]);
      expect(await ended.text()).not.toContain("Withdrawn:");
    }
  });

  test("is a tombstone only if the publication wants no notices, and RSS sends the complete feed", async () => {
    const about = { ...publication, retractions: { show: "tombstone" as const } };
    const atom = await poll("/atom.xml", withoutOne, { about });
    expect([atom.status, atom.entries, atom.deleted]).toEqual([226, [], [base[5]?.id]]);
    const rss = await poll("/rss.xml", withoutOne, { about });
    expect([rss.status, rss.entries.length]).toEqual([200, 11]);
  });

  test("makes both forms send the complete feed of a tag if it left that tag only", async () => {
    const retagged = base.map((article) => (article.slug === "a5" ? { ...article, tags: ["u"] } : article));
    for (const path of ["/tags/t/rss.xml", "/tags/t/atom.xml"]) expect((await poll(path, retagged)).status).toBe(200);
  });
});

test("the delta ignores entries that moved to an archive or beyond the limit", async () => {
  const vars = { FEED_ENTRIES: 5 };
  const more = [...base, ...Array.from({ length: 4 }, (_, index) => named(`b${index}`, 20 + index))];
  for (const path of ["/rss.xml", "/atom.xml", "/rss.xml?limit=6"]) {
    const { status, entries } = await poll(path, more, { vars });
    expect([status, entries]).toEqual([226, ["b3", "b2", "b1", "b0"]]);
  }
});

test("JSON Feed and archives have no deltas", async () => {
  const { now } = await poll("/atom.xml", news);
  const json = await before.get("/feed.json");
  expect(
    (await now.get("/feed.json", { "if-none-match": json.headers.get("etag") ?? "", "a-im": "feed" })).status,
  ).toBe(200);
});
