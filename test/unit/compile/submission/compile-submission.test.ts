import { describe, expect, it } from "vitest";
import { type ArticleJson, articleToJson } from "../../../../src/compile/submission/article-json.ts";
import { compileSubmission } from "../../../../src/compile/submission/compile-submission.ts";
import { parseSubmission } from "../../../../src/compile/submission/parse-submission.ts";
import type { Article } from "../../../../src/model/article.ts";
import { PLACEHOLDER_ORIGIN } from "../../../../src/site/addresses.ts";
import { ORIGIN, time } from "../../../fixtures/full-article.ts";
import { articleText, compileOne, FILM, ICON, ID, MAP, TALK, TIDES } from "../compile.ts";
import { MINTED, printed, SETTING, submissionOf, submitted } from "./submit.ts";

const LEAN = { title: "Quay opens", body: "<p>It is open.</p>" };

/** The article as the service sends it: with the service's own origin in place of the placeholder. */
const asServed = (article: ArticleJson): unknown =>
  JSON.parse(JSON.stringify(article).replaceAll(PLACEHOLDER_ORIGIN, ORIGIN));
const fromTheRoot = (article: ArticleJson): unknown =>
  JSON.parse(JSON.stringify(article).replaceAll(PLACEHOLDER_ORIGIN, ""));

const FULL = articleText(
  `summary: In two lines.
byline: [Ada Ferrier, { name: Bo, url: https://example.org/bo, email: bo@example.org }]
agency: { name: Coastal Wire, url: https://wire.example.net }
dateline: PORT ELLEN
updated: 2024-03-05T02:38:00+08:00
language: en-GB
section: harbour
tags: [ferries, "2024"]
image: { src: icon.png, alt: A ferry, caption: At its berth., credit: POOL }
attachments:
  - { src: talk.mp3, title: The interview, duration: "1:15" }
  - { src: 2026/tide table.pdf }
  - { src: "https://example.org/a.mp3", mediaType: audio/mpeg, length: 5 }
canonical: https://wire.example.net/a?b=1&c=2
rights: © 2024 Coastal Wire
licence: https://creativecommons.org/licenses/by/4.0/
status: retracted
corrections: [{ time: 2024-03-04T10:00:00+08:00, text: "It was 23:10." }]
scheduledFor: 2024-03-03T22:00:00+08:00
unpublishAt: 2025-01-01T00:00:00Z
formerSlugs: [old-quay]
formerPaths: [/2019/05/quay/, "/?p=12"]
retraction: { time: 2024-04-01T00:00:00Z, reason: It was not so. }
`,
  `It [opens](/articles/quay#top) at 10:30[^1] & stays.

![The map](map.png "Here (POOL)")

## More {#x}

<video src="film.mp4"></video>

::related[Elsewhere]{label="READ MORE" href="https://example.org/"}

[^1]: Noted.`,
);

describe("the JSON that the service sends", () => {
  it.each([
    ["with its own origin", asServed],
    ["with addresses that begin with /", fromTheRoot],
    ["with the placeholder origin", (article: ArticleJson) => article],
  ])("compiles to the same article %s", (_, form) => {
    const article = compileOne(FULL);
    expect(submitted(form(articleToJson(article)))).toEqual(article);
    expect(submitted(form(articleToJson(article)), { known: article })).toEqual(article);
    const least = compileOne(articleText(""));
    expect(submitted(form(articleToJson(least)))).toEqual(least);
  });

  it("may repeat derived values, which are computed again from the other fields and the bytes of the files", () => {
    const article = compileOne(FULL);
    const json = articleToJson(article);
    const image = { ...json.image, src: ICON, mediaType: "image/gif", length: 1, width: 1, height: 1 };
    expect(submitted({ ...json, url: 1, related: "none", image })).toEqual(article);
  });
});

describe("a submission of JSON as a person writes it", () => {
  it("requires title and body only", () => {
    expect(submitted(LEAN)).toEqual({
      id: MINTED,
      slug: "quay",
      url: `${PLACEHOLDER_ORIGIN}/articles/quay`,
      title: "Quay opens",
      summary: "It is open.",
      byline: [],
      published: "2026-11-25T03:00:00Z",
      updated: "2026-11-25T03:00:00Z",
      language: "en",
      tags: [],
      body: "<p>It is open.</p>",
      related: [],
      attachments: [],
      status: "published",
      corrections: [],
      formerSlugs: [],
    });
  });

  const image = (file: object) => ({ image: { ...file, alt: "A" } });
  const icon = { url: ICON, mediaType: "image/png", length: 1024, width: 512, height: 512 };
  const outside = { mediaType: "image/png", width: 4, duration: 1.5 };
  const address = "https://example.org/a.png";
  it.each<[object, object]>([
    [{ byline: "Ada" }, { byline: [{ name: "Ada" }] }],
    [
      { byline: { name: "Ada", url: "https://example.org/a" } },
      { byline: [{ name: "Ada", url: "https://example.org/a" }] },
    ],
    [{ byline: ["Ada", { name: " Bo\u0007 " }] }, { byline: [{ name: "Ada" }, { name: "Bo" }] }],
    [{ agency: "Reuters" }, { agency: { name: "Reuters" } }],
    [{ agency: { name: "Reuters" } }, { agency: { name: "Reuters" } }],
    [{ summary: " a\nb " }, { summary: "a\nb" }],
    [{ language: "en-gb" }, { language: "en-GB" }],
    [{ slug: "quay" }, { slug: "quay" }],
    [{ dateline: "SEOUL" }, { body: '<p><span class="dateline">SEOUL</span> — It is open.</p>' }],
    [image({ src: "icon.png" }), { image: { file: icon, alternativeText: "A" } }],
    [image({ src: "/media/0a1b2c3d4e5f6071/icon.png" }), { image: { file: icon, alternativeText: "A" } }],
    [image({ src: `${ORIGIN}/media/0a1b2c3d4e5f6071/icon.png` }), { image: { file: icon, alternativeText: "A" } }],
    [image({ src: address, ...outside }), { image: { file: { url: address, ...outside }, alternativeText: "A" } }],
    [{ image: { caption: "C", credit: "D" } }, { image: { caption: "C", credit: "D" } }],
    [
      { attachments: [{ src: "talk.mp3", duration: 75.5, title: "T" }] },
      {
        attachments: [{ file: { url: TALK, mediaType: "audio/mpeg", length: 1_204_224, duration: 75.5 }, title: "T" }],
      },
    ],
    [
      {
        attachments: [
          {
            src: "talk.mp3",
            season: 1,
            episode: 2,
            art: "icon.png",
            chapters: [
              { start: 9, title: "B" },
              { start: 0, title: "A" },
            ],
            transcripts: [{ src: "https://example.org/t.srt", mediaType: "application/x-subrip" }],
          },
        ],
      },
      {
        attachments: [
          {
            file: { url: TALK, mediaType: "audio/mpeg", length: 1_204_224 },
            season: 1,
            episode: 2,
            art: icon.url,
            chapters: [
              { start: 0, title: "A" },
              { start: 9, title: "B" },
            ],
            transcripts: [{ url: "https://example.org/t.srt", mediaType: "application/x-subrip" }],
          },
        ],
      },
    ],
    [
      { attachments: [{ src: "2026/tide table.pdf" }] },
      { attachments: [{ file: { url: TIDES, mediaType: "application/pdf", length: 90_112 } }] },
    ],
    [
      { scheduledFor: "2027-01-01T00:00:00Z" },
      { published: "2027-01-01T00:00:00Z", status: "scheduled", scheduledFor: "2027-01-01T00:00:00Z" },
    ],
    [{ published: "2024-01-01T00:00:00+08:00" }, { published: "2024-01-01T00:00:00+08:00" }],
    [{ tags: ["A", "a"] }, { tags: ["A"] }],
    [{ formerSlugs: ["old"] }, { formerSlugs: ["old"] }],
    [
      { published: "2024-01-01T00:00:00Z", retraction: { time: "2024-04-01T00:00:00Z", reason: "So." } },
      { status: "retracted" },
    ],
  ])("is read with %j", (fields, expected) => {
    expect(submitted({ ...LEAN, ...fields })).toMatchObject(expected);
  });

  it("is read after a byte order mark", () => {
    expect(submitted(`\uFEFF${JSON.stringify(LEAN)}`).title).toBe("Quay opens");
  });

  it.each([
    ['<a href="/articles/nowhere-yet">x</a>', `<a href="${PLACEHOLDER_ORIGIN}/articles/nowhere-yet">x</a>`],
    [`<a href="${ORIGIN}/articles/other#a">x</a>`, `<a href="${PLACEHOLDER_ORIGIN}/articles/other#a">x</a>`],
    [`<a href="${ORIGIN}">x</a>`, `<a href="${PLACEHOLDER_ORIGIN}/">x</a>`],
    [`<a href="${ORIGIN}.example/a">x</a>`, `<a href="${ORIGIN}.example/a">x</a>`],
    ['<a href="/about?a=b">x</a>', `<a href="${PLACEHOLDER_ORIGIN}/about?a=b">x</a>`],
    ['<video src="/media/4e5f607182930415/film.mp4" controls></video>', `<video src="${FILM}" controls></video>`],
    ['<img src="map.png" alt="">', `<img src="${MAP}" alt="" width="800" height="600">`],
    [
      `<img src="${ORIGIN}/media/1b2c3d4e5f607182/map.png" alt="">`,
      `<img src="${MAP}" alt="" width="800" height="600">`,
    ],
    ['<i onclick="x">a</i><script>b</script>', "<i>a</i>"],
  ])("has the addresses in %s resolved and unsafe markup removed", (html, expected) => {
    expect(submitted({ ...LEAN, body: `<p>A ${html}</p>` }).body).toBe(`<p>A ${expected}</p>`);
  });
});

describe("a submission of Markdown or HTML with front matter", () => {
  it("compiles to the article that a content file with the same text compiles to", () => {
    const compiled = compileSubmission(parseSubmission(submissionOf(FULL, "text/markdown")), SETTING);
    expect(compiled).toMatchObject({ ok: true, value: { warnings: [] } });
    expect(compiled.ok && compiled.value.article).toEqual(compileOne(FULL));
    expect(compiled.ok && compiled.value.media.map(({ name }) => name).toSorted()).toEqual([
      "2026/tide table.pdf",
      "film.mp4",
      "icon.png",
      "map.png",
      "talk.mp3",
    ]);
  });

  it("requires a title only", () => {
    const text = "---\ntitle: Quay opens\n---\n";
    const compileAs = (mediaType: "text/markdown" | "text/html", sent: string) =>
      compileSubmission(parseSubmission(submissionOf(sent, mediaType)), SETTING);
    expect(compileAs("text/markdown", `${text}It is *open*.`)).toMatchObject({
      value: {
        article: { id: MINTED, slug: "quay", published: "2026-11-25T03:00:00Z", body: "<p>It is <em>open</em>.</p>" },
      },
    });
    expect(compileAs("text/html", `${text}<p>It is *open*.</p>`)).toMatchObject({
      value: { article: { body: "<p>It is *open*.</p>" } },
    });
  });
});

describe("a submission for a stored article", () => {
  const known = { ...compileOne(articleText("")), published: time("2026-11-01T08:00:00+01:00") };
  const soon = time("2026-12-24T00:00:00Z");

  it("keeps the id and, unless it gives another, the time", () => {
    expect(submitted(LEAN, { known })).toMatchObject({ id: ID, published: known.published, updated: known.published });
    expect(submitted({ ...LEAN, id: MINTED, published: soon }, { known })).toMatchObject({
      id: MINTED,
      published: soon,
    });
  });

  it.each<[string, Partial<Article>, object, string]>([
    ["the time of a draft is not preserved", { status: "draft" }, {}, "2026-11-25T03:00:00Z"],
    [
      "a planned time is changed",
      { scheduledFor: soon, published: soon },
      { scheduledFor: "2026-12-01T00:00:00Z" },
      "2026-12-01T00:00:00Z",
    ],
    [
      "a planned time is removed",
      { scheduledFor: soon, published: soon, status: "scheduled" },
      {},
      "2026-11-25T03:00:00Z",
    ],
    ["a planned time has passed", { scheduledFor: known.published }, {}, known.published],
    ["a time that was not planned is preserved", { published: soon }, {}, soon],
  ])("resolves published in this case: %s", (_, before, fields, published) => {
    expect(submitted({ ...LEAN, ...fields }, { known: { ...known, ...before } }).published).toBe(published);
  });
});

it("a submission's warnings name their place", () => {
  const given = { ...LEAN, body: "<p>A\n<font>b</font></p>", tags: ["a", "A"], image: { src: "icon.png" } };
  const compiled = compileSubmission(parseSubmission(submissionOf(given)), SETTING);
  expect(compiled.ok && compiled.value.warnings.map(printed)).toEqual([
    '/image/alt: expected alternative text for the picture, or "" if it only decorates',
    '/tags/1: found "A"; expected each tag once; this one was left out',
    "/body:2: found <font>; expected elements that articles may have; only its text was kept",
  ]);
});
