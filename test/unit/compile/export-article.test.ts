import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exportArticle } from "../../../src/compile/export-article.ts";
import { compileSubmission } from "../../../src/compile/submission/compile-submission.ts";
import { parseSubmission } from "../../../src/compile/submission/parse-submission.ts";
import type { Article } from "../../../src/model/article.ts";
import { PLACEHOLDER_ORIGIN } from "../../../src/site/addresses.ts";
import { articleText, compile, ID, MEDIA, messages } from "./compile.ts";
import { mediaName, printed, SETTING, submissionOf, submitted } from "./submission/submit.ts";

/** The article that its own content file compiles to, beside other articles that it may link to. */
function again(article: Article): Article | readonly string[] {
  const others = ["slipway", "other"].filter((slug) => slug !== article.slug);
  const compiled = compile(
    {
      [`${article.slug}.html`]: exportArticle(article, mediaName),
      ...Object.fromEntries(others.map((slug, index) => [slug, articleText("").replace(ID, `${ID}${index}`)])),
    },
    { media: MEDIA },
  );
  if (!compiled.ok) return messages(compiled).faults;
  return compiled.value.articles.find(({ slug }) => slug === article.slug) ?? [];
}

const BLOCKS = `It opens at 10:30, with a note[^1], a [link](/articles/slipway#top) and [another](/about?a=1&b=2).

![The crossing](map.png "From north to south. (HARBOUR/POOL)")

:::pull-quote{by="A. Writer" role="who keeps the log"}
A timetable is a promise & a half.
:::

## And [below](#tides) <a id="tides"></a>

> Said "https://own-address.dateline.invalid/media/0a1b2c3d4e5f6071/icon.png" in <code>src="https://own-address.dateline.invalid/"</code>

::related[Slipway reopens]{label="READ MORE" href="/articles/slipway"}

<video src="film.mp4#t=10" poster="icon.png"></video><img src="map.png" srcset="map.png 1x, icon.png 2x" alt='href="https://own-address.dateline.invalid/a"'>

[a](//own-address.dateline.invalid//example.org/) and [b](https://example.org/media/0a1b2c3d4e5f6071/icon.png)

[^1]: Noted, [at length](2026/tide%20table.pdf).`.split("\n\n");

/** Compiles a text whose links may lead to missing articles. */
function fromMarkdown(text: string): Article {
  const compiled = compileSubmission(parseSubmission(submissionOf(text, "text/markdown")), SETTING);
  if (!compiled.ok) throw new Error(compiled.error.faults.map(printed).join("\n"));
  return compiled.value.article;
}

const everything = {
  id: ID,
  title: '"Quay": opens - #1 & more',
  summary: "a\n\n---\n b: c",
  byline: [{ name: "Ada" }, { name: "Bo", url: "https://example.org/bo", email: "bo@example.org" }],
  agency: { name: "Coastal Wire", url: "https://wire.example.net/" },
  dateline: "PORT ELLEN",
  published: "2024-03-03T21:42:00+08:00",
  updated: "2024-03-05T02:38:00+08:00",
  language: "en-GB",
  section: "harbour",
  tags: ["1984", "true", "null", "~", "*a", "&b", "[c]", "0x10"],
  image: { src: "icon.png", duration: 1.5, alt: "", caption: "C", credit: "D" },
  attachments: [
    {
      src: "talk.mp3",
      duration: 1e-7,
      title: "T",
      season: 0,
      episode: 1.5,
      episodeType: "trailer",
      explicit: true,
      art: "icon.png",
      chapters: [{ start: 1.25, title: "A: b", url: "https://example.org/c", image: "https://example.org/c.png" }],
      chaptersUrl: "https://example.org/c.json",
      transcripts: [{ src: "https://example.org/t.srt", mediaType: "application/x-subrip", language: "en-GB" }],
      persons: [{ name: "'Ada", role: "host", group: "cast", url: "https://example.org/a" }],
    },
    { src: "2026/tide table.pdf" },
    {
      src: "https://example.org/a.mp3",
      mediaType: "audio/mpeg",
      length: 9,
      width: 1,
      height: 2,
      duration: 75.25,
    },
  ],
  canonical: "https://wire.example.net/a?b=1&c=2#d",
  rights: "© 2024",
  licence: "https://creativecommons.org/licenses/by/4.0/",
  status: "retracted",
  corrections: [{ time: "2024-03-04T10:00:00+08:00", text: "It was 23:10." }],
  scheduledFor: "2024-03-03T22:00:00+08:00",
  unpublishAt: "2025-01-01T00:00:00Z",
  formerSlugs: ["old-quay"],
  formerPaths: ["/2019/05/quay/", "/?p=12"],
  retraction: { time: "2024-04-01T00:00:00Z", reason: "It was not so." },
  body: fromMarkdown(articleText("", BLOCKS.join("\n\n"))).body,
};
const outside = { src: "https://example.org/a.png", mediaType: "image/png", length: 0, width: 3 };

describe("the exported content file compiles to the same article", () => {
  it.each<[string, Article]>([
    ["an article with the required fields only", fromMarkdown(articleText(""))],
    ["an article with every field", submitted(everything)],
    ["an article with a picture on another host", submitted({ ...everything, image: outside })],
    ["an article with a caption and no picture", submitted({ ...everything, image: { caption: "A" } })],
    ["an article with every special block", fromMarkdown(articleText("dateline: PORT ELLEN\n", BLOCKS.join("\n\n")))],
    ["an article with a dateline and no text", fromMarkdown(articleText("dateline: PORT ELLEN\n", ""))],
    ["an article with an empty summary and no text", fromMarkdown(articleText('summary: ""\n', ""))],
    ["a draft", submitted({ ...everything, status: "draft", retraction: undefined })],
  ])("for %s", (_, article) => {
    expect(again(article)).toEqual(article);
  });

  it("for any article", () => {
    const sign = fc.constantFrom(
      ..."\n|\t|: |- |#| #|---|\"|'|{|}|[|]|,|&|*|!|%|@|`|?|~|null|yes|1.0|\\|a|é|e\u0301|🛳|\u2028|\u00a0|\uFEFF|>|<b>|=".split(
        "|",
      ),
      "|",
    );
    const words = fc
      .array(fc.oneof(sign, fc.string({ unit: "binary", maxLength: 3 })), { minLength: 1, maxLength: 6 })
      .map((signs) => `a${signs.join("")}`);
    const text = fc.oneof(
      words,
      words.map((each) => each.slice(1)),
    );
    const fields = fc.record(
      {
        title: words,
        summary: text,
        byline: fc.array(
          fc.record({ name: words, url: fc.constant("https://example.org/") }, { requiredKeys: ["name"] }),
          { maxLength: 3 },
        ),
        agency: fc.record({ name: words }),
        dateline: words,
        tags: fc.array(words, { maxLength: 3 }),
        image: fc
          .record(
            { file: fc.constantFrom({ src: "icon.png" }, outside), alt: text, caption: words },
            { requiredKeys: ["file"] },
          )
          .map(({ file, ...words }) => ({ ...file, ...words })),
        attachments: fc.array(fc.record({ src: fc.constant("talk.mp3"), title: words }), { maxLength: 1 }),
        rights: words,
        corrections: fc.array(fc.record({ time: fc.constant("2026-12-02T03:04:05-03:30"), text: words }), {
          maxLength: 1,
        }),
        formerSlugs: fc.constantFrom([], ["alt", "öde"]),
      },
      { requiredKeys: ["title"] },
    );
    const body = fc
      .array(fc.constantFrom(...BLOCKS), { maxLength: 4 })
      .map(
        (blocks) =>
          fromMarkdown(articleText("", blocks.join("\n\n").replaceAll("[^1]", "").replaceAll("(#tides)", "(#)"))).body,
      );
    fc.assert(
      fc.property(fields, body, (given, html) => {
        const article = submitted(JSON.stringify({ ...given, body: html }).replaceAll("\\ud800", ""));
        expect(again(article)).toEqual(article);
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});

it("the exported file is readable and can be edited by a person", () => {
  const article = submitted({
    ...everything,
    byline: [{ name: "Ada" }, { name: "Bo", email: "bo@example.org" }],
    attachments: everything.attachments.slice(0, 1),
    tags: ["1984", "tides"],
    summary: "In two lines.",
    body: `<p>A <a href="${PLACEHOLDER_ORIGIN}/articles/slipway">b</a> <img src="map.png" alt="M"></p>`,
  });
  expect(exportArticle(article, mediaName)).toBe(`---
id: tag:example.org,2026-01-01:articles/7f3k9q2m
title: '"Quay": opens - #1 & more'
summary: In two lines.
byline:
  - Ada
  - name: Bo
    email: bo@example.org
agency:
  name: Coastal Wire
  url: https://wire.example.net/
dateline: PORT ELLEN
published: 2024-03-03T21:42:00+08:00
updated: 2024-03-05T02:38:00+08:00
language: en-GB
section: harbour
tags:
  - "1984"
  - tides
image:
  src: icon.png
  duration: 1.5
  alt: ""
  caption: C
  credit: D
attachments:
  - src: talk.mp3
    duration: 1e-7
    title: T
    season: 0
    episode: 1.5
    episodeType: trailer
    explicit: true
    chapters:
      - start: 1.25
        title: "A: b"
        url: https://example.org/c
        image: https://example.org/c.png
    persons:
      - name: "'Ada"
        role: host
        group: cast
        url: https://example.org/a
    chaptersUrl: https://example.org/c.json
    art: icon.png
    transcripts:
      - src: https://example.org/t.srt
        mediaType: application/x-subrip
        language: en-GB
canonical: https://wire.example.net/a?b=1&c=2#d
rights: © 2024
licence: https://creativecommons.org/licenses/by/4.0/
status: retracted
corrections:
  - time: 2024-03-04T10:00:00+08:00
    text: It was 23:10.
scheduledFor: 2024-03-03T22:00:00+08:00
unpublishAt: 2025-01-01T00:00:00Z
formerSlugs:
  - old-quay
formerPaths:
  - /2019/05/quay/
  - /?p=12
retraction:
  time: 2024-04-01T00:00:00Z
  reason: It was not so.
---
<p><span class="dateline">PORT ELLEN</span> — A <a href="/articles/slipway">b</a> <img src="../media/map.png" alt="M" width="800" height="600"></p>
`);
});

it("the exported file names media so that a folder named media is not read as a relative path", () => {
  const article = submitted({ title: "A", body: "<img src='map.png' alt=''>", image: { src: "icon.png" } });
  const exported = exportArticle(article, () => "media/a b.png");
  expect(exported).toContain("\n  src: ./media/a b.png\n");
  expect(exported).toContain('<img src="../media/media/a%20b.png"');
});
