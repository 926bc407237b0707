import { describe, expect, test } from "vitest";
import { timestampInUtc } from "../../src/model/timestamp.ts";
import { articleNamed } from "../fixtures/file-content.ts";
import { publication, time } from "../fixtures/full-article.ts";
import { serve } from "./serve.ts";

const many = Array.from({ length: 60 }, (_, index) =>
  articleNamed(`boat-${index}`, {
    title: `Boat ${index} crosses`,
    summary: `Summary ${index} of a crossing.`,
    published: timestampInUtc(Date.UTC(2026, 2, 1) + index * 86_400_000),
    section: index % 2 === 0 ? "harbour" : "hill",
    tags: index % 3 === 0 ? ["Ferries"] : [],
  }),
);
const retraction = { time: time("2026-05-01T10:00:00Z"), reason: "It was about another boat." };
const retracted = articleNamed("wrong", { title: "The wrong boat", status: "retracted", retraction });
const asBrowser = { accept: "text/html,*/*;q=0.8" };

async function textOf(get: ReturnType<typeof serve>["get"], path: string, headers = {}) {
  const response = await get(path, headers);
  return { status: response.status, headers: response.headers, body: await response.text() };
}

describe("pages of lists", () => {
  const { get } = serve({ articles: many });

  test("lead from the front page to every article, each once", async () => {
    const seen: string[] = [];
    let path: string | undefined = "/";
    while (path) {
      const { status, body }: { status: number; body: string } = await textOf(get, path);
      expect(status, path).toBe(200);
      seen.push(...[...body.matchAll(/class="u-url" href="[^"]*\/articles\/([^"]+)"/g)].map(([, slug]) => slug ?? ""));
      path = /<a class="older" href="https:\/\/[^/]+([^"]+)" rel="prev"/.exec(body)?.[1]?.replaceAll("&amp;", "&");
    }
    expect(seen.toSorted()).toEqual(many.map(({ slug }) => slug).toSorted());
  });

  test.each(["/?page=99", "/?page=0", "/?page=x", "/sections/harbour/?page=9", "/archives/2020-01/"])(
    "%s is not found",
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );

  test("months list the headlines that came out in them", async () => {
    const months = await textOf(get, "/archives/");
    expect(months.body).toContain('/archives/2026-03/">March</a>');
    const march = await textOf(get, "/archives/2026-03/");
    expect(march.body.match(/Boat \d+ crosses/g)).toHaveLength(31);
  });

  test.each(["sections", "tags", "authors", "archives"])("/%s leads to its index page", async (name) => {
    const response = await get(`/${name}`);
    expect([response.status, new URL(response.headers.get("location") ?? "").pathname]).toEqual([301, `/${name}/`]);
    expect((await get(`/${name}/`)).status).toBe(200);
  });
});

describe("the search", () => {
  const { get } = serve({ articles: many });

  test("is a form that asks us, without a script", async () => {
    const { status, headers, body } = await textOf(get, "/search");
    expect([status, headers.get("content-security-policy")]).toEqual([
      200,
      expect.stringContaining("form-action 'self'"),
    ]);
    expect(headers.get("content-security-policy")).not.toContain("script-src");
    expect(body).toMatch(/<form class="search" action="[^"]+\/search">/);
    expect(body).toContain('name="robots" content="noindex"');
  });

  test("marks what matched in titles and summaries", async () => {
    const { body } = await textOf(get, "/search?q=CROSS+boat");
    expect(body).toMatch(/<mark>Boat<\/mark> \d+ <mark>crosses<\/mark>/);
    expect(body).toMatch(/of a <mark>crossing<\/mark>\./);
    expect(body.match(/class="entry row/g)).toHaveLength(24);
    expect((await get("/search?q=boat&page=2")).status).toBe(200);
  });

  test("says so if nothing matches, and refuses what no index has", async () => {
    expect((await textOf(get, "/search?q=zeppelin")).body).toContain("No article matches");
    expect((await textOf(get, "/search?q=%F0%9F%9B%B3")).status).toBe(200);
    expect((await get(`/search?q=${"x".repeat(200)}`)).status).toBe(400);
  });
});

describe("what is around an article", () => {
  test("is on its page: related articles, the previous and the next one", async () => {
    const { get } = serve({ articles: many });
    const { body } = await textOf(get, "/articles/boat-30");
    const related = body.slice(body.indexOf('class="related-articles"'));
    expect(related.match(/class="entry card/g)).toHaveLength(3);
    expect(body).toMatch(/href="[^"]+\/articles\/boat-29" rel="prev"/);
    expect(body).toMatch(/href="[^"]+\/articles\/boat-31" rel="next"/);
  });

  test("changes with the clock when an article comes out, and never shows it before", async () => {
    const due = Date.UTC(2026, 5, 2);
    const scheduled = { status: "scheduled", scheduledFor: timestampInUtc(due) } as const;
    const articles = many.slice(0, 11);
    const { get, clock } = serve({ articles: [...articles, articleNamed("boat-11", scheduled)] });
    clock.now = due - 1_000;
    const before = await textOf(get, "/articles/boat-10");
    expect(before.body).not.toContain("boat-11");
    clock.now = due;
    const after = await textOf(get, "/articles/boat-10");
    expect(after.body).toMatch(/boat-11" rel="next"/);
    expect(after.headers.get("etag")).not.toBe(before.headers.get("etag"));
    // As in the sitemap, the time is that of the article.
    expect(after.headers.get("last-modified")).toBe(before.headers.get("last-modified"));
  });
});

test("a browser that finds nothing gets a search and the newest articles; a program gets one sentence", async () => {
  const { get } = serve({ articles: [...many, retracted] });
  const page = await textOf(get, "/nowhere", asBrowser);
  expect(page.status).toBe(404);
  expect(page.body).toContain('<form class="search"');
  expect(page.body).toContain("Boat 59 crosses");
  const gone = await textOf(get, "/articles/wrong", asBrowser);
  expect(gone.status).toBe(410);
  expect(gone.body).toContain("The wrong boat");
  expect(gone.body).toContain("1 May 2026, 10:00 UTC");
  expect((await textOf(get, "/nowhere")).body).toBe("404 Not found\nThere is nothing at this address.\n");
});

test("the table of feeds runs one script of ours, and no other page runs one", async () => {
  const { get } = serve({ articles: many });
  const feeds = await textOf(get, "/feeds");
  expect(feeds.headers.get("content-security-policy")).toContain("script-src 'self'");
  const [, path = ""] = /<script src="([^"]+)" defer/.exec(feeds.body) ?? [];
  const script = await textOf(get, path);
  expect([script.status, script.headers.get("content-type")]).toEqual([200, "text/javascript; charset=utf-8"]);
  expect(script.headers.get("cache-control")).toContain("immutable");
  const paths = [
    "/",
    "/search",
    "/search?q=boat",
    "/sections/",
    "/tags/",
    "/authors/",
    "/archives/",
    "/articles/boat-1",
  ];
  for (const each of paths) {
    const policy = (await get(each)).headers.get("content-security-policy");
    expect(policy, each).toContain("default-src 'none'");
    expect(policy, each).not.toContain("script-src");
  }
});

test("a theme changes the style sheet and the validators of pages, and nothing of a feed", async () => {
  const theme = { accent: { light: "#00558c" } };
  const plain = serve({ articles: many });
  const themed = serve({ articles: many, artifact: { publication: { ...publication, theme } } });
  for (const path of ["/rss.xml", "/atom.xml", "/feed.json", "/feeds.opml"]) {
    const [one, other] = [await textOf(plain.get, path), await textOf(themed.get, path)];
    expect(other.body).toBe(one.body);
    expect([...other.headers]).toEqual([...one.headers]);
  }
  const [one, other] = [await textOf(plain.get, "/"), await textOf(themed.get, "/")];
  expect(other.headers.get("etag")).not.toBe(one.headers.get("etag"));
  const [, path = ""] = /<link rel="stylesheet" href="([^"]+)"/.exec(other.body) ?? [];
  expect((await textOf(themed.get, path)).body).toContain("--accent:#00558c");
  expect((await plain.get(path)).status).toBe(404);
});
