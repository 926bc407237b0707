import { expect, test } from "vitest";
import { articleFacts } from "../../src/compile/ledger/article-facts.ts";
import { recordChanges } from "../../src/compile/ledger/record-changes.ts";
import { recordedAt } from "../../src/compile/ledger/record-times.ts";
import { articleNamed } from "../fixtures/file-content.ts";
import { ORIGIN, publication, time } from "../fixtures/full-article.ts";
import { childOf, childrenOf, parseStrictXml } from "../strict-xml.ts";
import { serve } from "./serve.ts";

const many = Array.from({ length: 10_002 }, (_, index) =>
  articleNamed(`a${index}`, {
    body: "",
    published: time(`2026-01-01T0${Math.floor(index / 3_600)}:${stamp(index)}Z`),
  }),
);
const content = (all: typeof many) => ({
  publication,
  articles: all.map((article) => articleFacts(article)),
  renderer: "0".repeat(16),
});
const first = recordChanges(undefined, content(many), recordedAt(Date.UTC(2026, 3, 1)));
const indexOf = async ({ get }: ReturnType<typeof serve>) =>
  childrenOf(parseStrictXml(await (await get("/sitemap.xml")).text()), "sitemap").map((each) => [
    childOf(each, "loc").text.slice(ORIGIN.length),
    childOf(each, "lastmod").text,
  ]);
const pagesOf = async ({ get }: ReturnType<typeof serve>, file: number) =>
  [...(await (await get(`/sitemaps/${file}.xml`)).text()).matchAll(/<loc>([^<]+)</g)].map(([, url = ""]) =>
    url.slice(ORIGIN.length),
  );

test("the sitemap of a large publication is an index of a file of feeds and a file for every 10,000 positions", async () => {
  const served = serve({ articles: many, artifact: { ledger: first.ledger } });
  const once = "2026-04-01T00:00:00Z";
  expect(await indexOf(served)).toEqual([
    ["/sitemaps/1.xml", once],
    ["/sitemaps/2.xml", once],
    ["/sitemaps/3.xml", once],
  ]);
  expect(await pagesOf(served, 1)).toEqual(["/"]);
  expect(await pagesOf(served, 2)).toEqual(many.slice(0, 10_000).map(({ slug }) => `/articles/${slug}`));
  expect(await pagesOf(served, 3)).toEqual(["/articles/a10000", "/articles/a10001"]);
  for (const file of [0, 4, 99_999]) expect((await served.get(`/sitemaps/${file}.xml`)).status).toBe(404);
}, 60_000);

test("a full file of the sitemap does not change when an article is published, and omits withdrawn articles", async () => {
  const news = articleNamed("news", { published: time("2026-04-02T00:00:00Z") });
  const later = [...many.filter(({ slug }) => slug !== "a10000"), news];
  const second = recordChanges(first.ledger, content(later), recordedAt(Date.UTC(2026, 3, 3)));
  const before = serve({ articles: many, artifact: { ledger: first.ledger } });
  const after = serve({ articles: later, artifact: { ledger: second.ledger } });
  const validators = async ({ get }: typeof before) => {
    const { headers } = await get("/sitemaps/2.xml");
    return ["etag", "last-modified"].map((name) => headers.get(name));
  };
  expect(await validators(after)).toEqual(await validators(before));
  expect(await pagesOf(after, 3)).toEqual(["/articles/a10001", "/articles/news"]);
  expect((await indexOf(after)).map(([, modified]) => modified)).toEqual([
    "2026-04-03T00:00:00Z",
    "2026-04-01T00:00:00Z",
    "2026-04-03T00:00:00Z",
  ]);
}, 60_000);

test("the thousand tags with the most articles are listed by name", async () => {
  const tags = Array.from({ length: 1_002 }, (_, index) => `tag ${String(index).padStart(4, "0")}`);
  const tagged = [
    articleNamed("all", { tags }),
    articleNamed("often", { tags: ["tag 1001", "Über", "Zoo"] }),
    articleNamed("again", { tags: ["Über"] }),
  ];
  const { get } = serve({ articles: tagged });
  const [, group] = childrenOf(
    childOf(parseStrictXml(await (await get("/feeds.opml")).text()), "body"),
    "outline",
  ).filter(({ children }) => children.length > 0);
  const names = group?.children.map(({ attributes }) => attributes.text?.replace(" — Harbour & Hill", ""));
  expect(names).toEqual([...tags.slice(0, 997), "tag 1001", "Über", "Zoo"]);
  expect((await get("/tags/tag-1000/rss.xml")).status).toBe(200);
});

/** `mm:ss` of a second, counted from 0. */
function stamp(second: number): string {
  return new Date((second % 3_600) * 1_000).toISOString().slice(14, 19);
}
