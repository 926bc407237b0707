import { describe, expect, it } from "vitest";
import { formatFault } from "../../../../src/compile/content-fault.ts";
import { articleText, compile, MAP, MEDIA } from "../compile.ts";

const page = (fields: string, body = "We write about two towns.") => `---\n${fields}---\n${body}\n`;

type Pages = Readonly<Record<string, string>>;

function compiled(pages: Pages, articles: Pages = {}, mode: "development" | "production" = "development") {
  const result = compile(articles, { media: MEDIA, pages, mode, allowPlaceholder: true });
  return {
    pages: result.ok ? result.value.pages : [],
    media: result.ok ? result.value.media : [],
    faults: result.ok ? [] : result.error.faults.map(formatFault),
    warnings: (result.ok ? result.value : result.error).warnings.map(formatFault),
  };
}

describe("a page", () => {
  it("has everything that its file says, and a path of its own", () => {
    const fields = [
      "title: About us",
      "description: Who writes this",
      "language: de",
      "image: { src: map.png, alt: Both towns, caption: The towns }",
      "navigation: header",
      "order: 2",
      "formerPaths: [/about-us/, '/?page_id=7']",
    ];
    expect(compiled({ about: page(`${fields.join("\n")}\n`, "Text.") }).pages).toEqual([
      {
        slug: "about",
        url: "https://own-address.dateline.invalid/about",
        title: "About us",
        description: "Who writes this",
        language: "de",
        image: {
          file: { url: MAP, mediaType: "image/png", length: 300, width: 800, height: 600 },
          alternativeText: "Both towns",
          caption: "The towns",
        },
        body: "<p>Text.</p>",
        navigation: "header",
        order: 2,
        status: "published",
        formerPaths: ["/about-us/", "/?page_id=7"],
      },
    ]);
  });

  it("needs a title only: the rest has defaults", () => {
    expect(compiled({ "imprint.html": page("title: Imprint\n", "<p>The <b>desk</b>.</p>") }).pages).toEqual([
      {
        slug: "imprint",
        url: "https://own-address.dateline.invalid/imprint",
        title: "Imprint",
        description: "The desk.",
        language: "en",
        body: "<p>The <b>desk</b>.</p>",
        navigation: "none",
        status: "published",
      },
    ]);
  });

  it("goes through the compiler of articles: it is sanitised, and its links and files are looked up", () => {
    const body = [
      '<script>x()</script><p onclick="x()">A [link](/articles/quay) and ![a map](map.png).</p>',
      "",
      "See [the quay](/articles/quay#top), ![a map](map.png) and [the top](#top).",
      "",
      '<h2 id="top">Top</h2>',
    ].join("\n");
    const { pages, media } = compiled({ about: page("title: About\n", body) }, { quay: articleText("") });
    expect(pages[0]?.body).not.toMatch(/script|onclick/);
    expect(pages[0]?.body).toContain('href="https://own-address.dateline.invalid/about#about_top"');
    expect(media.find(({ name }) => name === "map.png")).toMatchObject({ ofPublication: true, articles: [] });
  });

  it("has its faults with file and line", () => {
    const body = "First.\n\nA [link](/articles/nowhere), ![no file](gone.png)";
    const { faults } = compiled({
      about: page("title: About\nnavigation: left\nid: tag:example.org,2026-01-01:x\n", body),
      untitled: page("order: first\n"),
      "No Slug": page("title: X\n"),
    });
    expect(faults).toEqual([
      expect.stringMatching(
        /^content\/pages\/No Slug\.md:1.*"No Slug\.md"; expected a file name that can be an address/,
      ),
      expect.stringMatching(
        /^content\/pages\/about\.md:3 navigation: found "left"; expected one of header, footer, none/,
      ),
      expect.stringMatching(
        /^content\/pages\/about\.md:4 id: found an unknown field; expected one of the fields title/,
      ),
      expect.stringMatching(/^content\/pages\/about\.md:8: .*expected the slug of an article that is there/),
      expect.stringMatching(/^content\/pages\/about\.md:8: .*expected .*the name of a file in content\/media/),
      expect.stringMatching(/^content\/pages\/untitled\.md:1.*expected a title: every page has one/),
      expect.stringMatching(/^content\/pages\/untitled\.md:2 order: found "first"; expected a whole number/),
    ]);
  });

  it("that is a draft is in a development build only, and is not judged for production", () => {
    const draft = { about: page("title: About\nstatus: draft\n", "[x](/articles/nowhere)") };
    expect(compiled(draft, {}, "production")).toMatchObject({ pages: [], faults: [] });
    expect(compiled(draft).faults).toHaveLength(1);
    expect(compiled({ about: page("title: About\nstatus: draft\n") }).pages[0]?.status).toBe("draft");
  });
});

describe("an address that a page shares", () => {
  it.each([
    ["feeds", "the service itself answers at /feeds"],
    ["articles", "the service itself answers at /articles"],
    ["desk", "the service itself answers at /desk"],
    ["tags", "the service itself answers at /tags"],
    ["rss", "/rss leads to a feed, as in other systems"],
  ])("with a route is a fault: %s", (slug, expected) => {
    expect(compiled({ [slug]: page("title: X\n") }).faults).toEqual([
      expect.stringMatching(new RegExp(`^content/pages/${slug}\\.md:1.*found "${slug}"; expected .*${expected}$`)),
    ]);
  });

  it("with another page names both", () => {
    expect(compiled({ about: page("title: A\n"), other: page("title: B\nslug: about\n") }).faults).toEqual([
      'content/pages/other.md:3 slug: found "about"; expected a slug of its own, but content/pages/about.md has this one',
    ]);
  });

  it("with a former path of an article names both", () => {
    const quay = articleText("formerPaths: [/about/, /old]\n");
    expect(
      compiled({ about: page("title: A\n"), b: page("title: B\nformerPaths: [/old/]\n") }, { quay }).faults,
    ).toEqual([
      'content/pages/about.md:1 slug: found "about"; expected an address that is free, but content/articles/quay.md names /about as a former path',
      'content/pages/b.md:3 formerPaths[0]: found "/old/"; expected a path of its own, but content/articles/quay.md names it too',
    ]);
  });

  it("with a former path of a page names both", () => {
    expect(
      compiled({
        a: page("title: A\nformerPaths: [/a, /b/, /c]\n"),
        b: page("title: B\nformerPaths: [/c/]\n"),
      }).faults,
    ).toEqual([
      'content/pages/a.md:3 formerPaths[0]: found "/a"; expected paths that it had before, not the present one',
      'content/pages/a.md:3 formerPaths[1]: found "/b/"; expected a path that is free, but content/pages/b.md is there now',
      'content/pages/b.md:3 formerPaths[0]: found "/c/"; expected a path of its own, but content/pages/a.md names it too',
    ]);
  });
});
