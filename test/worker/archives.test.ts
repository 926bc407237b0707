import { describe, expect, test } from "vitest";
import { articleFacts } from "../../src/compile/ledger/article-facts.ts";
import { recordChanges } from "../../src/compile/ledger/record-changes.ts";
import { recordedAt } from "../../src/compile/ledger/record-times.ts";
import type { Article } from "../../src/model/article.ts";
import type { Ledger } from "../../src/model/ledger.ts";
import { articleNamed } from "../fixtures/file-content.ts";
import { ORIGIN, publication, time } from "../fixtures/full-article.ts";
import { childOf, childrenOf, parseStrictXml, type StrictElement } from "../strict-xml.ts";
import { HAS_LEDGER, serve } from "./serve.ts";

type Get = ReturnType<typeof serve>["get"];
type Document = { readonly ids: string[]; readonly older: string | undefined };

/** Reads each form as a crawler does that knows only its specification. */
const READERS: Record<string, (text: string) => Document> = {
  "rss.xml": (text) => {
    const channel = childOf(parseStrictXml(text), "channel");
    return {
      ids: childrenOf(channel, "item").map((item) => childOf(item, "guid").text),
      older: linkOf(channel, "atom:link", "prev-archive"),
    };
  },
  "atom.xml": (text) => {
    const feed = parseStrictXml(text);
    return {
      ids: childrenOf(feed, "entry").map((entry) => childOf(entry, "id").text),
      older: linkOf(feed, "link", "prev-archive"),
    };
  },
  "feed.json": (text) => {
    const { items, next_url }: { items: { id: string }[]; next_url?: string } = JSON.parse(text);
    return { ids: items.map(({ id }) => id), older: next_url };
  },
};
const FORMS = Object.keys(READERS);

function linkOf(parent: StrictElement, name: string, rel: string): string | undefined {
  return childrenOf(parent, name).find(({ attributes }) => attributes.rel === rel)?.attributes.href;
}

async function crawl(get: () => Get, path: string, form: string): Promise<string[]> {
  const ids: string[] = [];
  for (let next: string | undefined = path; next !== undefined; ) {
    const response = await get()(next);
    expect(response.status).toBe(200);
    const document: Document | undefined = READERS[form]?.(await response.text());
    ids.push(...(document?.ids ?? []));
    next = document?.older?.slice(ORIGIN.length);
  }
  return ids;
}

const SECTIONS = ["harbour", undefined];
const corpus: Article[] = Array.from({ length: 2_000 }, (_, index) =>
  articleNamed(`a${index}`, {
    published: time(new Date(Date.UTC(2026, 0, 1) + index * 3_600_000).toISOString().slice(0, 19).concat("Z")),
    tags: [`every ${(index % 7) + 2}`, ...(index % 3 === 0 ? ["third"] : [])],
    byline: [{ name: `Writer ${index % 5}` }],
    ...(SECTIONS[index % 2] && { section: "harbour" }),
  }),
);
const withTag = (tag: string) => corpus.filter(({ tags }) => tags.includes(tag));
const idsOf = (articles: readonly Article[]) => articles.map(({ id }) => id).toSorted();

describe("a crawl from the current document through the archives finds every article exactly once", () => {
  const { get } = serve({ articles: corpus });

  describe.each(FORMS)("%s", (form) => {
    test.each([
      ["", corpus],
      ["/sections/harbour", corpus.filter(({ section }) => section === "harbour")],
      ["/tags/third", withTag("third")],
      ["/authors/writer-3", corpus.filter(({ byline }) => byline[0]?.name === "Writer 3")],
    ])("in scope %j", async (scope, articles) => {
      expect((await crawl(() => get, `${scope}/${form}`, form)).toSorted()).toEqual(idsOf(articles));
    });

    test.each([
      ["?tag=third&tag=every-4", withTag("third").filter(({ tags }) => tags.includes("every 4"))],
      ["?q=a19", corpus.filter(({ slug }) => slug.startsWith("a19"))],
      ["?q=a7&content=summary", corpus.filter(({ slug }) => slug.startsWith("a7"))],
    ])("with the query %s", async (query, articles) => {
      expect((await crawl(() => get, `/${form}${query}`, form)).toSorted()).toEqual(idsOf(articles));
    });
  });
});

describe("a crawl of a filtered feed finds every matching article of the scope exactly once", () => {
  const { get } = serve({ articles: corpus });
  const inHarbour = corpus.filter(({ section }) => section === "harbour");

  test.each([
    ["/sections/harbour", "?q=a19", inHarbour.filter(({ slug }) => slug.startsWith("a19"))],
    ["/tags/third", "?tag=every-4", withTag("third").filter(({ tags }) => tags.includes("every 4"))],
    [
      "/authors/writer-3",
      "?q=about&tag=third",
      withTag("third").filter(({ byline }) => byline[0]?.name === "Writer 3"),
    ],
  ])("%s with the query %s", async (scope, query, articles) => {
    for (const form of FORMS)
      expect((await crawl(() => get, `${scope}/${form}${query}`, form)).toSorted()).toEqual(idsOf(articles));
  });
});

describe.runIf(HAS_LEDGER)("the history of a feed", () => {
  const content = (articles: readonly Article[]) => ({
    publication,
    articles: articles.map((article) => articleFacts(article)),
    renderer: "0".repeat(16),
  });
  const at = (day: number) => recordedAt(Date.UTC(2026, 3, day));
  const few = corpus.slice(0, 23);
  const vars = { FEED_ENTRIES: 5 };
  const serveOf = (articles: readonly Article[], ledger: Ledger) => serve({ articles, artifact: { ledger }, vars });
  const first = recordChanges(undefined, content(few), at(1));

  test("can be crawled completely while articles are published, imported with old dates, edited and retagged", async () => {
    const edited = few.map((article, index) =>
      index % 4 === 0 ? { ...article, title: "Edited", tags: ["other"] } : article,
    );
    const added = corpus.slice(100, 109).map((article) => ({ ...article, published: time("2020-01-01T00:00:00Z") }));
    const later = [...edited, ...added];
    const second = recordChanges(first.ledger, content(later), at(2));
    for (const form of FORMS) {
      let requests = 0;
      const worlds = [serveOf(few, first.ledger).get, serveOf(later, second.ledger).get] as const;
      const ids = await crawl(() => worlds[requests++ === 0 ? 0 : 1], `/${form}`, form);
      expect(ids.toSorted()).toEqual(idsOf(few));
    }
  });

  test("can be crawled through a filter, which finds every article that matches all the time, while articles are edited and added", async () => {
    const tagged = corpus
      .slice(0, 43)
      .map((article, index) => ({ ...article, tags: [index % 2 === 0 ? "Even" : "Odd"] }));
    const steady = tagged.filter(({ tags }) => tags.includes("Even"));
    const edited = tagged.map((article, index) => {
      if (index % 3 === 0) return { ...article, summary: "Edited.", tags: [...article.tags, "More"] };
      return index % 5 === 0 ? { ...article, tags: ["Even", "Odd"] } : article;
    });
    const later = [...edited, ...corpus.slice(50, 61).map((article) => ({ ...article, tags: ["Even"] }))];
    const before = recordChanges(undefined, content(tagged), at(1));
    const after = recordChanges(before.ledger, content(later), at(2));
    const worlds = [serveOf(tagged, before.ledger).get, serveOf(later, after.ledger).get] as const;
    for (const path of ["/tags/even/feed.json?q=about", "/feed.json?tag=even"]) {
      let requests = 0;
      const ids = await crawl(() => worlds[requests++ === 0 ? 0 : 1], path, "feed.json");
      const met = steady.map(({ id }) => ids.filter((other) => other === id).length);
      expect(met).toEqual(steady.map(() => 1));
      expect(requests).toBeGreaterThan(2);
    }
  });

  test("has archives whose bytes and validators do not change when other articles are published or edited", async () => {
    const later = [
      ...few.map((article, index) => (index === 22 ? { ...article, title: "Edited" } : article)),
      ...corpus.slice(50, 70),
    ];
    const second = recordChanges(first.ledger, content(later), at(2));
    for (const path of ["/archives/1/rss.xml", "/archives/2/atom.xml", "/archives/3/feed.json", "/archives/1/"]) {
      const [before, after] = [
        await serveOf(few, first.ledger).get(path),
        await serveOf(later, second.ledger).get(path),
      ];
      for (const name of ["etag", "last-modified"]) expect(after.headers.get(name)).toBe(before.headers.get(name));
      expect(await after.text()).toBe(await before.text());
    }
  });

  test("links its documents as RFC 5005 requires, in RSS, Atom and the Link header alike", async () => {
    const { get } = serveOf(few, first.ledger);
    const linksOf = async (path: string, form: string) => {
      const response = await get(path + form);
      const root = parseStrictXml(await response.text());
      const parent = form === "rss.xml" ? childOf(root, "channel") : root;
      const rels = ["self", "current", "prev-archive", "next-archive"];
      const inDocument = rels.map((rel) =>
        linkOf(parent, form === "rss.xml" ? "atom:link" : "link", rel)?.slice(ORIGIN.length),
      );
      const header = response.headers.get("link") ?? "";
      const inHeader = rels.map((rel) => new RegExp(`<${ORIGIN}([^>]+)>; rel="${rel}"`).exec(header)?.[1]);
      expect(inHeader).toEqual(inDocument);
      return [...inDocument, parent.children.some(({ name }) => name === "fh:archive")];
    };
    for (const form of ["rss.xml", "atom.xml"]) {
      expect(await linksOf("/", form)).toEqual([`/${form}`, undefined, `/archives/3/${form}`, undefined, false]);
      expect(await linksOf("/archives/3/", form)).toEqual([
        `/archives/3/${form}`,
        `/${form}`,
        `/archives/2/${form}`,
        `/archives/4/${form}`,
        true,
      ]);
      expect(await linksOf("/archives/1/", form)).toEqual([
        `/archives/1/${form}`,
        `/${form}`,
        undefined,
        `/archives/2/${form}`,
        true,
      ]);
    }
  });

  test("answers 404 for an archive that is not full yet, and for a malformed number", async () => {
    const { get } = serveOf(few, first.ledger);
    for (const number of ["5", "0", "01", "-1", "1.5", "x", "99999999999"])
      expect((await get(`/archives/${number}/rss.xml`)).status).toBe(404);
  });

  test("keeps the position of a withdrawn article empty", async () => {
    const less = few.filter(({ slug }) => slug !== "a7");
    const second = recordChanges(first.ledger, content(less), at(2));
    const { get } = serveOf(less, second.ledger);
    const slugs = async (path: string) => {
      const { items } = await (await get(path)).json<{ items: { url: string }[] }>();
      return items.map(({ url }) => url.slice(url.lastIndexOf("/") + 1)).toSorted();
    };
    expect(await slugs("/archives/2/feed.json")).toEqual(["a5", "a6", "a8", "a9"]);
    expect(await slugs("/archives/1/feed.json")).toEqual(["a0", "a1", "a2", "a3", "a4"]);
  });
});
