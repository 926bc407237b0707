import { describe, expect, test } from "vitest";
import { articleFacts } from "../../src/compile/ledger/article-facts.ts";
import { recordChanges } from "../../src/compile/ledger/record-changes.ts";
import { recordedAt } from "../../src/compile/ledger/record-times.ts";
import { articleNamed } from "../fixtures/file-content.ts";
import { ORIGIN, publication, time } from "../fixtures/full-article.ts";
import { childOf, childrenOf, parseStrictXml } from "../strict-xml.ts";
import { serve } from "./serve.ts";

const kept = articleNamed("kept");
const retracted = articleNamed("retracted", {
  tags: ["ferries"],
  status: "retracted",
  retraction: { time: time("2026-03-02T00:00:00+02:00"), reason: "The figures & names were wrong." },
});
const expiring = articleNamed("expiring", { unpublishAt: time("2026-06-02T00:00:00Z") });
const removed = articleNamed("removed");
const content = (articles: typeof all) => ({
  publication,
  articles: articles.map((article) => articleFacts(article)),
  renderer: "0".repeat(16),
});
const all = [kept, retracted, expiring, removed];
const left = [kept, retracted, expiring];
const first = recordChanges(undefined, content(all), recordedAt(Date.UTC(2026, 3, 1)));
const { ledger } = recordChanges(first.ledger, content(left), recordedAt(Date.UTC(2026, 3, 2)));

describe("a withdrawn article", () => {
  const { get, clock } = serve({ articles: left, artifact: { ledger } });

  test("leaves every feed, and is a tombstone with time and reason in Atom", async () => {
    const json = await (await get("/feed.json")).json<{ items: { id: string }[] }>();
    expect(json.items.map(({ id }) => id)).toEqual([expiring.id, kept.id]);
    const feed = parseStrictXml(await (await get("/atom.xml")).text());
    const tombstones = childrenOf(feed, "at:deleted-entry").map((element) => ({
      ...element.attributes,
      comment: childrenOf(element, "at:comment")[0]?.text,
      link: childOf(element, "link").attributes.href,
    }));
    expect(tombstones).toEqual([
      { ref: removed.id, when: "2026-04-02T00:00:00Z", comment: undefined, link: `${ORIGIN}/articles/removed` },
      {
        ref: retracted.id,
        when: "2026-03-02T00:00:00+02:00",
        comment: "The figures & names were wrong.",
        link: `${ORIGIN}/articles/retracted`,
      },
    ]);
    expect(feed.attributes["xmlns:at"]).toBe("http://purl.org/atompub/tombstones/1.0");
  });

  test("has tombstones only in the feeds that it was in", async () => {
    const refs = async (path: string) =>
      childrenOf(parseStrictXml(await (await get(path)).text()), "at:deleted-entry").map(
        ({ attributes }) => attributes.ref,
      );
    expect(await refs("/tags/ferries/atom.xml")).toEqual([retracted.id]);
    expect(await refs("/sections/harbour/atom.xml")).toEqual([]);
  });

  test("is answered with 410 and its reason", async () => {
    expect(await (await get("/articles/retracted", { accept: "application/json" })).json()).toEqual({
      title: "Withdrawn",
      status: 410,
      detail: "This article was retracted: The figures & names were wrong.",
      retracted: "2026-03-02T00:00:00+02:00",
    });
    expect((await get("/articles/removed")).status).toBe(410);
  });

  test("leaves the feeds at the minute of its unpublishAt", async () => {
    expect((await get("/articles/expiring")).status).toBe(200);
    clock.now = Date.UTC(2026, 5, 2);
    expect((await get("/articles/expiring")).status).toBe(410);
    const { items } = await (await get("/feed.json")).json<{ items: { id: string }[] }>();
    expect(items.map(({ id }) => id)).toEqual([kept.id]);
    expect((await get("/feed.json")).headers.get("last-modified")).toBe("Tue, 02 Jun 2026 00:00:00 GMT");
  });
});

describe("the notice of a withdrawn article", () => {
  const DAY = 86_400_000;
  const titles = async (get: ReturnType<typeof serve>["get"], path: string) => {
    if (path.endsWith(".json"))
      return (await (await get(path)).json<{ items: { title: string }[] }>()).items.map(({ title }) => title);
    const root = parseStrictXml(await (await get(path)).text());
    const entries = path.includes("rss") ? childrenOf(childOf(root, "channel"), "item") : childrenOf(root, "entry");
    return entries.map((entry) => childOf(entry, "title").text);
  };

  test("stands in place of the article in all forms, with the same id, and says when and why", async () => {
    const { get, clock } = serve({ articles: left, artifact: { ledger } });
    clock.now = Date.UTC(2026, 3, 3);
    const { items } = await (await get("/feed.json")).json<{ items: Record<string, unknown>[] }>();
    const item = items.find(({ id }) => id === removed.id);
    expect(item).toMatchObject({
      url: `${ORIGIN}/articles/removed`,
      title: `Withdrawn: ${removed.title}`,
      date_published: removed.published,
      date_modified: "2026-04-02T00:00:00Z",
      authors: publication.people.map(({ name, url }) => ({ name, url })),
    });
    expect(JSON.stringify(item)).not.toContain(removed.summary);
    const entry = childrenOf(parseStrictXml(await (await get("/atom.xml")).text()), "entry").find(
      (each) => childOf(each, "id").text === removed.id,
    );
    expect(entry && childOf(entry, "updated").text).toBe("2026-04-02T00:00:00Z");
    expect(entry && childOf(entry, "published").text).toBe(removed.published);
    const rss = childrenOf(childOf(parseStrictXml(await (await get("/rss.xml")).text()), "channel"), "item");
    expect(rss.map((each) => childOf(each, "guid").text)).toContain(removed.id);
    for (const path of ["/rss.xml", "/atom.xml", "/feed.json", "/rss.xml?limit=4", "/atom.xml?q=removed"])
      expect(await titles(get, path), path).toContain(`Withdrawn: ${removed.title}`);
    expect(await titles(get, "/rss.xml?q=timetable")).toEqual([]);
  });

  test("has the reason, and is in the feeds of the article only", async () => {
    const lately = { ...retracted, retraction: { time: time("2026-03-25T00:00:00Z"), reason: "It was & is wrong." } };
    const recorded = recordChanges(first.ledger, content([kept, lately]), recordedAt(Date.UTC(2026, 3, 2)));
    const { get, clock } = serve({ articles: [kept, lately], artifact: { ledger: recorded.ledger } });
    clock.now = Date.UTC(2026, 3, 3);
    const [item] = childrenOf(
      childOf(parseStrictXml(await (await get("/tags/ferries/rss.xml")).text()), "channel"),
      "item",
    );
    expect(item && childOf(item, "description").text).toBe("It was &amp; is wrong.");
    expect(await titles(get, "/tags/ferries/feed.json")).toEqual([`Withdrawn: ${retracted.title}`]);
    expect(await titles(get, "/rss.xml?q=kept")).toEqual([kept.title]);
    expect(await titles(get, "/rss.xml?tag=ferries")).toEqual([`Withdrawn: ${retracted.title}`]);
  });

  test("ends after its days, and no answer from a cache is older", async () => {
    const about = { ...publication, retractions: { days: 2 } };
    const { get, clock } = serve({ articles: left, artifact: { ledger, publication: about } });
    const end = Date.UTC(2026, 3, 4);
    for (const path of ["/rss.xml", "/atom.xml", "/feed.json"]) {
      clock.now = end - 1_000;
      const before = await get(path);
      expect(Number(/max-age=(\d+)/.exec(before.headers.get("cache-control") ?? "")?.[1])).toBeLessThanOrEqual(1);
      expect(await before.text()).toContain("Withdrawn: ");
      clock.now = end;
      const headers = { "if-modified-since": before.headers.get("last-modified") ?? "" };
      expect((await get(path, headers)).status).toBe(200);
      const after = await get(path, { "if-none-match": before.headers.get("etag") ?? "" });
      expect([after.status, (await after.text()).includes("Withdrawn: ")]).toEqual([200, false]);
    }
  });

  test("is not there if the publication wants tombstones only, and never for an article that expires as planned", async () => {
    const about = { ...publication, retractions: { show: "tombstone" as const } };
    const { get, clock } = serve({ articles: left, artifact: { ledger, publication: about } });
    clock.now = Date.UTC(2026, 3, 3);
    for (const path of ["/rss.xml", "/atom.xml", "/feed.json"])
      expect((await titles(get, path)).join()).not.toContain("Withdrawn");
    const other = serve({ articles: left, artifact: { ledger } });
    other.clock.now = Date.UTC(2026, 5, 2) + DAY;
    for (const path of ["/rss.xml", "/atom.xml", "/feed.json"])
      expect((await titles(other.get, path)).join()).not.toContain(expiring.title);
  });

  test("is general if the ledger does not know the title, as in records of earlier versions", async () => {
    const record = ledger.articles[removed.id];
    if (!record) throw new Error("the article is recorded");
    const { last: _, told: __, ...old } = record;
    const older = { ...ledger, articles: { ...ledger.articles, [removed.id]: old } };
    const { get, clock } = serve({ articles: left, artifact: { ledger: older } });
    clock.now = Date.UTC(2026, 3, 3);
    expect(await titles(get, "/rss.xml")).toContain("This article has been withdrawn");
  });

  test("goes when the article is published again, which is newer than the notice", async () => {
    const again = recordChanges(ledger, content(all), recordedAt(Date.UTC(2026, 3, 2)));
    const { get, clock } = serve({ articles: all, artifact: { ledger: again.ledger } });
    clock.now = Date.UTC(2026, 3, 3);
    const { items } = await (await get("/feed.json")).json<{ items: Record<string, unknown>[] }>();
    expect(items.find(({ id }) => id === removed.id)).toMatchObject({
      title: removed.title,
      date_published: removed.published,
      date_modified: "2026-04-02T00:00:01Z",
    });
  });
});

test("a slug that changed between two records is redirected, even if the article does not list it", async () => {
  const moved = [{ ...kept, slug: "renamed", url: `${ORIGIN}/articles/renamed` }, retracted, expiring];
  const next = recordChanges(ledger, content(moved), recordedAt(Date.UTC(2026, 3, 3)));
  const { get } = serve({ articles: moved, artifact: { ledger: next.ledger } });
  const response = await get("/articles/kept");
  expect([response.status, response.headers.get("location")]).toEqual([301, `${ORIGIN}/articles/renamed`]);
});
