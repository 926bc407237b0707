import { describe, expect, test } from "vitest";
import { articleFacts } from "../../src/compile/ledger/article-facts.ts";
import { recordChanges } from "../../src/compile/ledger/record-changes.ts";
import { recordedAt } from "../../src/compile/ledger/record-times.ts";
import type { Article } from "../../src/model/article.ts";
import { articleNamed } from "../fixtures/file-content.ts";
import { ORIGIN, publication, time } from "../fixtures/full-article.ts";
import { childOf, childrenOf, parseStrictXml } from "../strict-xml.ts";
import { HAS_LEDGER, serve } from "./serve.ts";

type Read = {
  title: string;
  home_page_url: string;
  feed_url: string;
  next_url?: string;
  items: { id: string; url: string }[];
};

const slugs = ({ items }: Read) => items.map(({ url }) => decodeURIComponent(url.slice(url.lastIndexOf("/") + 1)));

const articles = [
  articleNamed("ferry", { tags: ["Ferries", "R&D <tests>"], section: "harbour", byline: [{ name: "Ada Ferrier" }] }),
  articleNamed("slip", { tags: ["ferries"], agency: { name: "Coastal Wire" }, summary: "A Ferry on stone." }),
  articleNamed("shalom", { tags: ["חדשות", "🛳"], title: "Élan et écume", published: time("2026-03-01T00:00:00Z") }),
  articleNamed("hidden", {
    tags: ["secret"],
    byline: [{ name: "Nobody Yet" }],
    scheduledFor: time("2026-08-01T00:00:00Z"),
    status: "scheduled",
  }),
];
const { get } = serve({ articles });
const read = async (path: string): Promise<Read> => (await get(path)).json();

describe("the feed of a scope", () => {
  test.each([
    ["/sections/harbour/feed.json", "Harbour — Harbour & Hill", ["ferry"]],
    ["/tags/ferries/feed.json", "Ferries — Harbour & Hill", ["ferry", "slip"]],
    ["/tags/r-d-tests/feed.json", "R&D <tests> — Harbour & Hill", ["ferry"]],
    ["/tags/%D7%97%D7%93%D7%A9%D7%95%D7%AA/feed.json", "חדשות — Harbour & Hill", ["shalom"]],
    ["/tags/u1f6f3/feed.json", "🛳 — Harbour & Hill", ["shalom"]],
    ["/authors/ada-ferrier/feed.json", "Ada Ferrier — Harbour & Hill", ["ferry"]],
    ["/authors/coastal-wire/feed.json", "Coastal Wire — Harbour & Hill", ["slip"]],
  ])("%s has the title %j and its articles", async (path, title, entries) => {
    const feed = await read(path);
    expect([feed.title, feed.feed_url, slugs(feed).toSorted()]).toEqual([title, ORIGIN + path, entries]);
    for (const form of ["rss.xml", "atom.xml"]) {
      const response = await get(path.replace("feed.json", form));
      expect(parseStrictXml(await response.text()).name).toBe(form === "rss.xml" ? "rss" : "feed");
    }
    const page = await get(path.replace("feed.json", ""));
    expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(
      (await get(path.replace("feed.json", "feed"), { accept: "application/feed+json" })).headers.get(
        "content-location",
      ),
    ).toBe(ORIGIN + path);
  });

  test("has an id of its own, which does not depend on the host", async () => {
    const idOf = async (path: string) => childOf(parseStrictXml(await (await get(path)).text()), "id").text;
    expect(await idOf("/atom.xml")).toBe("tag:example.org,2026-01-01:feeds/everything");
    expect(await idOf("/tags/ferries/atom.xml")).toBe("tag:example.org,2026-01-01:feeds/tags/ferries");
    expect(await idOf("/tags/%D7%97%D7%93%D7%A9%D7%95%D7%AA/atom.xml")).toBe(
      "tag:example.org,2026-01-01:feeds/tags/%D7%97%D7%93%D7%A9%D7%95%D7%AA",
    );
  });

  test("is not found if the scope is unknown, or none of its articles is public", async () => {
    for (const path of [
      "/tags/nope/rss.xml",
      "/tags/secret/rss.xml",
      "/authors/nobody-yet/",
      "/sections/x/atom.xml",
      "/tags//rss.xml",
    ])
      expect((await get(path)).status).toBe(404);
  });

  test("is empty and valid in every form for a listed section without articles", async () => {
    const { get } = serve({ articles: [articleNamed("alone")] });
    expect((await (await get("/sections/harbour/feed.json")).json<Read>()).items).toEqual([]);
    const atom = parseStrictXml(await (await get("/sections/harbour/atom.xml")).text());
    expect(childOf(atom, "updated").text).toBe("2026-01-01T00:00:00Z");
    expect((await get("/sections/harbour/")).status).toBe(200);
  });

  test("is where a name as it is printed, and a page without its slash, are redirected to", async () => {
    for (const [path, target] of [
      ["/tags/R&D%20%3Ctests%3E/rss.xml", "/tags/r-d-tests/rss.xml"],
      ["/tags/FERRIES/", "/tags/ferries/"],
      ["/tags/ferries", "/tags/ferries/"],
    ] as const) {
      const response = await get(path);
      expect([response.status, response.headers.get("location")]).toEqual([301, ORIGIN + target]);
    }
  });
});

describe("the query of a feed", () => {
  test.each([
    ["?tag=Ferries&tag=r-d-tests", ["ferry"]],
    ["?tag=ferries&tag=r-d-tests&tag=ferries", ["ferry"]],
    ["?q=FERRY", ["ferry", "slip"]],
    ["?q=slip+FERRY", ["slip"]],
    ["?q=ferr", ["ferry", "slip"]],
    ["?q=erry", []],
    ["?q=%C3%A9lan+!+%E2%80%93", ["shalom"]],
    ["?q=%20%C3%A9cume%20", ["shalom"]],
    ["?q=e%CC%81cume", ["shalom"]],
    ["?q=nothing", []],
    ["?q=(a%2B)%2B%24", ["ferry", "slip"]],
    ["?q=(x%2B)%2B%24", []],
    ["?limit=1", ["shalom"]],
    ["?utm_source=x&fbclid=1", ["ferry", "shalom", "slip"]],
  ])("%s selects %j", async (query, entries) => {
    expect(slugs(await read(`/feed.json${query}`)).toSorted()).toEqual(entries);
  });

  test("has one canonical form, which leads to one representation", async () => {
    const { get, log } = serve({ articles });
    const self = [];
    for (const query of [
      "?tag=r-d-tests&tag=ferries&q=ferry&content=full",
      "?q=%20Ferry&tag=Ferries&tag=R%26D%20tests",
      "?q=%EF%BC%A6erry%20%26&tag=Ferries&tag=R%26D%20tests",
    ])
      self.push((await (await get(`/feed.json${query}`)).json<Read>()).feed_url);
    expect(self).toEqual(Array(3).fill(`${ORIGIN}/feed.json?tag=ferries&tag=r-d-tests&q=ferry`));
    expect(log.map(({ representation }) => representation)).toEqual(["rendered", "memory", "memory"]);
  });

  test("selects summaries instead of whole articles in every form", async () => {
    const json = await (await get("/feed.json?content=summary&limit=1")).json<{ items: Record<string, unknown>[] }>();
    expect(json.items[0]).toMatchObject({ content_text: "Stone by stone.", summary: "Stone by stone." });
    expect(json.items[0]).not.toHaveProperty("content_html");
    const [entry] = childrenOf(parseStrictXml(await (await get("/atom.xml?content=summary&limit=1")).text()), "entry");
    expect(entry?.children.map(({ name }) => name)).not.toContain("content");
    const [item] = childrenOf(
      childOf(parseStrictXml(await (await get("/rss.xml?content=summary&limit=1")).text()), "channel"),
      "item",
    );
    expect(item?.children.map(({ name }) => name)).not.toContain("content:encoded");
  });

  test.each([
    ["?limit=0", "limit: expected a whole number from 1 to 200"],
    ["?limit=1e9", "limit: expected a whole number from 1 to 200"],
    ["?limit=1&limit=2", "limit: expected it once"],
    ["?content=raw", "content: expected full or summary"],
    ["?q=", "q: expected a word to look for"],
    ["?q=%F0%9F%9B%B3+!", "q: expected a word to look for"],
    [`?q=${"x".repeat(101)}`, "q: expected at most 100 characters"],
    ["?tag=", "tag: expected the name of a tag, such as tag=ferries"],
    [`?${"tag=a&tag=b&tag=c&tag=d&tag=e&tag=f"}`, "tag: expected at most 5 tags, found 6"],
  ])("%s returns 400 with the reason", async (query, detail) => {
    for (const path of ["/feed.json", "/rss.xml", "/", "/feed"]) expect((await get(path + query)).status).toBe(400);
    expect(await (await get(`/feed.json${query}`)).json()).toMatchObject({ detail });
  });

  test("filters the articles that are in the scope now", async () => {
    for (const [path, entries] of [
      ["/tags/ferries/feed.json?q=about", ["ferry", "slip"]],
      ["/sections/harbour/feed.json?q=about", ["ferry"]],
      ["/authors/coastal-wire/feed.json?tag=ferries", ["slip"]],
      ["/authors/coastal-wire/feed.json?tag=r-d-tests", []],
    ] as const)
      expect(slugs(await read(path)).toSorted()).toEqual(entries);
    expect((await get("/tags/nope/feed.json?q=about")).status).toBe(404);
  });

  test("is answered 404 if it names an unknown tag", async () => {
    expect((await get("/rss.xml?tag=nope")).status).toBe(404);
    expect((await get("/rss.xml?tag=secret")).status).toBe(404);
  });
});

test.runIf(HAS_LEDGER)("an edit of an article changes the validators of its feeds only", async () => {
  const content = (all: readonly Article[]) => ({
    publication,
    articles: all.map((article) => articleFacts(article)),
    renderer: "0".repeat(16),
  });
  const first = recordChanges(undefined, content(articles), recordedAt(Date.UTC(2026, 3, 1)));
  const edited = articles.map((article) =>
    article.slug === "ferry" ? { ...article, body: "<p>Edited.</p>", tags: ["R&D <tests>"] } : article,
  );
  const second = recordChanges(first.ledger, content(edited), recordedAt(Date.UTC(2026, 3, 2)));
  const before = serve({ articles, artifact: { ledger: first.ledger } });
  const after = serve({ articles: edited, artifact: { ledger: second.ledger } });
  const validators = async ({ get }: typeof before, path: string) => {
    const { headers } = await get(path);
    return [headers.get("etag"), headers.get("last-modified")];
  };
  for (const path of ["/tags/u1f6f3/atom.xml", "/authors/coastal-wire/feed.json", "/tags/u1f6f3/"])
    expect(await validators(after, path)).toEqual(await validators(before, path));
  // Articles that are related to it may change the page of another, but not the time of that one's last change.
  expect((await validators(after, "/articles/slip"))[1]).toBe((await validators(before, "/articles/slip"))[1]);
  // The feed that the article left, the feeds that it is still in, and the feed of everything.
  for (const path of [
    "/tags/ferries/rss.xml",
    "/tags/r-d-tests/rss.xml",
    "/sections/harbour/",
    "/feed.json",
    "/articles/ferry",
  ]) {
    const [etag, lastModified] = await validators(after, path);
    expect(etag).not.toBe((await validators(before, path))[0]);
    expect(lastModified).toBe("Thu, 02 Apr 2026 00:00:00 GMT");
  }
  // The next edit does not change the feed that the article left.
  const third = edited.map((article) => (article.slug === "ferry" ? { ...article, body: "<p>Again.</p>" } : article));
  const { ledger } = recordChanges(second.ledger, content(third), recordedAt(Date.UTC(2026, 3, 3)));
  const again = serve({ articles: third, artifact: { ledger } });
  expect(await validators(again, "/tags/ferries/rss.xml")).toEqual(await validators(after, "/tags/ferries/rss.xml"));
});
