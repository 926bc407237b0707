import { describe, expect, test } from "vitest";
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
const content = (articles: typeof all) => ({ publication, articles, renderer: "0".repeat(16) });
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

test("RSS and JSON Feed have a notice with the same id if the publication has notices", async () => {
  const noticing = { ...publication, retractions: "notice" as const };
  const { get } = serve({ articles: left, artifact: { ledger, publication: noticing } });
  const json = await (await get("/feed.json")).json<{ items: Record<string, unknown>[] }>();
  expect(json.items.find(({ id }) => id === retracted.id)).toMatchObject({
    url: `${ORIGIN}/articles/retracted`,
    title: "This article has been withdrawn",
    content_html: "<p>The figures &amp; names were wrong.</p>",
    date_modified: "2026-03-02T00:00:00+02:00",
  });
  const items = childrenOf(childOf(parseStrictXml(await (await get("/rss.xml")).text()), "channel"), "item");
  expect(items.map((item) => childOf(item, "guid").text)).toContain(retracted.id);
  const entries = childrenOf(parseStrictXml(await (await get("/atom.xml")).text()), "entry");
  expect(entries.map((entry) => childOf(entry, "id").text)).not.toContain(retracted.id);
});

test("a slug that changed between two records is redirected, even if the article does not list it", async () => {
  const moved = [{ ...kept, slug: "renamed", url: `${ORIGIN}/articles/renamed` }, retracted, expiring];
  const next = recordChanges(ledger, content(moved), recordedAt(Date.UTC(2026, 3, 3)));
  const { get } = serve({ articles: moved, artifact: { ledger: next.ledger } });
  const response = await get("/articles/kept");
  expect([response.status, response.headers.get("location")]).toEqual([301, `${ORIGIN}/articles/renamed`]);
});
