import { describe, expect, test } from "vitest";
import { ALL, allOf } from "../../../../src/model/selection.ts";
import { renderListPage } from "../../../../src/render/html/pages/list-page.tsx";
import { feedOf, fullArticle, ORIGIN, plainArticle, publication } from "../../../fixtures/full-article.ts";
import { activeParts, classesOf, element, elements, links, metas, parsePage, text } from "./parse-page.ts";

const page = parsePage(renderListPage(feedOf([fullArticle, plainArticle])));

test("the masthead shows the publication's logo with its name as alternative text, and its description", () => {
  const masthead = element(page, "header");
  expect(element(element(masthead, "h1"), "img").properties).toMatchObject({
    alt: "Harbour & Hill",
    width: 1200,
    height: 400,
  });
  expect(text(element(masthead, "p", "description"))).toBe("News from two towns <and the water between>.");
});

test("the masthead shows the name if the publication has no logo", () => {
  const { logo: _, ...plain } = publication;
  const tree = parsePage(renderListPage(feedOf([], { publication: plain })));
  expect(text(element(tree, "h1"))).toBe("Harbour & Hill");
});

test("the preview for other sites has the publication's picture, which is no SVG", () => {
  const picturesOf = (about: typeof publication) =>
    metas(parsePage(renderListPage(feedOf([plainArticle], { publication: about }))), "og:image");
  expect(picturesOf(publication)).toEqual([publication.logo?.url]);
  const { logo, icon, ...plain } = publication;
  if (!logo || !icon) throw new Error("the fixture has both");
  expect(picturesOf({ ...publication, logo: { ...logo, mediaType: "image/svg+xml" } })).toEqual([icon.url]);
  expect(picturesOf(plain)).toEqual([]);
});

describe("the entries", () => {
  const [first, second] = elements(page, "div", "h-entry");

  test("are in the feed's order in one h-feed, each with a link to its page", () => {
    expect(classesOf(element(page, "body"))).toContain("h-feed");
    const headings = elements(element(page, "main"), "h2", "p-name");
    expect(headings.map(text)).toEqual([fullArticle.title, plainArticle.title]);
    expect(headings.map((heading) => element(heading, "a").properties.href)).toEqual([
      fullArticle.url,
      plainArticle.url,
    ]);
  });

  test("show place, summary, byline, agency, time, section and tags", () => {
    expect(first && text(element(first, "p", "summary"))).toBe(`PORT ELLEN — ${fullArticle.summary}`);
    expect(first && text(element(first, "p", "byline"))).toBe("By Ada Ferrier and Bo Lindqvist Coastal Wire");
    expect(first && text(element(first, "time"))).toBe("1 March 2026, 21:42 GMT+8");
    expect(first && elements(first, "bdi", "p-category").map(text)).toEqual(["Harbour", "ferries", "R&D <tests>"]);
    expect(second && elements(second, "p").map(text)).toEqual(["Stone by stone.", "1 February 2026, 08:00 UTC"]);
  });

  test("show the place once if the summary begins with it", () => {
    const article = { ...fullArticle, summary: "PORT ELLEN — The ferry will cross twice as often." };
    const tree = parsePage(renderListPage(feedOf([article])));
    expect(text(element(tree, "p", "summary"))).toBe("PORT ELLEN — The ferry will cross twice as often.");
  });

  test("load the first picture at once and the others when they are near the viewport", () => {
    const pictures = elements(parsePage(renderListPage(feedOf([fullArticle, { ...fullArticle }]))), "img", "u-photo");
    expect(pictures.map(({ properties: { loading, fetchPriority } }) => [loading, fetchPriority])).toEqual([
      [undefined, "high"],
      ["lazy", undefined],
    ]);
  });
});

test("the page shows the addresses to subscribe to", () => {
  const addresses = elements(element(page, "section", "subscribe"), "code").map(text);
  expect(addresses).toEqual([`${ORIGIN}/rss.xml`, `${ORIGIN}/atom.xml`, `${ORIGIN}/feed.json`]);
  expect(links(page, "alternate")).toEqual([...addresses, `${ORIGIN}/feeds.opml`]);
});

test("the footer links to archive, topics, authors and feeds, and shows profiles, rights, licence and the generator", () => {
  expect(elements(element(page, "footer", "site"), "p").map(text)).toEqual([
    "© 2026 Harbour & Hill",
    "Licence: CC BY 4.0",
    "Published with Dateline",
  ]);
  const ways = element(element(page, "footer", "site"), "ul");
  expect(elements(ways, "a").map((link) => [text(link), link.properties.href])).toEqual([
    ["Archive", `${ORIGIN}/archives/`],
    ["Topics", `${ORIGIN}/tags/`],
    ["Authors", `${ORIGIN}/authors/`],
    ["All feeds", `${ORIGIN}/feeds`],
  ]);
  const social = [{ title: "Mastodon", url: "https://social.example/@harbour" }];
  const facts = { ...publication, social, publishedWith: false };
  const footer = element(parsePage(renderListPage(feedOf([], { publication: facts }))), "footer", "site");
  expect(elements(footer, "a").filter(({ properties }) => String(properties.rel) === "me")).toHaveLength(1);
  expect(text(footer)).not.toContain("Published with");
});

test("the header leads to the sections, the search and the addresses of the feeds", () => {
  const header = element(page, "header", "masthead");
  expect(elements(header, "a").map((link) => [text(link), link.properties.href])).toEqual([
    ["Search", `${ORIGIN}/search`],
    ["Subscribe", "#subscribe"],
    ...publication.sections.map(({ title, slug }) => [title, `${ORIGIN}/sections/${slug}/`]),
  ]);
});

test("the page of an empty feed says that it is empty, and shows the addresses to subscribe to", () => {
  const tree = parsePage(renderListPage(feedOf([])));
  expect(text(element(tree, "p", "nothing"))).toBe(
    "Nothing has been published here yet. Subscribe, and the first article will come to you.",
  );
  expect(elements(tree, "div", "h-entry")).toEqual([]);
  expect(elements(element(tree, "section", "subscribe"), "code")).toHaveLength(3);
});

test("the front page may be indexed, and has no script", () => {
  expect(metas(page, "robots")).toEqual([]);
  expect(links(page, "canonical")).toEqual([`${ORIGIN}/`]);
  expect(elements(page, "script")).toEqual([]);
  expect(activeParts(page)).toEqual([]);
});

test("a page is in its publication's language", () => {
  const german = parsePage(
    renderListPage(feedOf([plainArticle], { publication: { ...publication, language: "de-AT" } })),
  );
  expect(element(german, "html").properties).toEqual({ lang: "de-AT", dir: "ltr" });
  expect(elements(german, "h2").map(text)).toEqual([plainArticle.title, "Abonnieren"]);
  expect(elements(german, "div", "h-entry")[0]?.properties.lang).toBe("en");
});

describe("the heading and the message of a list", () => {
  const search = { ...ALL, words: "ferry" };
  const archive = { document: { kind: "archive", number: 1 } } as const;
  const withPlace = (entries: Parameters<typeof feedOf>[0], more: object) => {
    const feed = feedOf(entries, more);
    return { ...feed, place: { ...feed.place, ...archive } } as typeof feed;
  };

  test("an empty search says that nothing matches, and not that nothing was published", () => {
    const tree = parsePage(renderListPage(feedOf([], { selection: search })));
    expect(text(element(tree, "p", "nothing"))).toBe("No article matches. Try fewer or other words.");
    expect(text(element(parsePage(renderListPage(feedOf([]))), "p", "nothing"))).toMatch(/^Nothing has been published/);
  });

  test.each([
    ["a search", parsePage(renderListPage(feedOf([plainArticle], { selection: search })))],
    ["an archive", parsePage(renderListPage(withPlace([plainArticle], {})))],
  ])("the page of %s has one heading above its entries", (_, tree) => {
    expect(elements(tree, "h1")).toHaveLength(1);
    const [entry, ...others] = elements(element(tree, "section", "entries"), "h2");
    expect([entry && text(entry), others]).toEqual([plainArticle.title, []]);
    expect(elements(tree, "h3")).toEqual([]);
    expect(text(element(tree, "main"))).not.toContain("Latest articles");
  });

  test("a section without a description shows none, and never that of the publication", () => {
    const selection = allOf({ kind: "section", slug: "hill" });
    const tree = parsePage(renderListPage(feedOf([plainArticle], { selection, name: "Hill", description: undefined })));
    expect(elements(element(tree, "main"), "p").map(text)).not.toContain(publication.description);
    expect(elements(element(tree, "main"), "p", "p-summary")).toEqual([]);
  });
});
