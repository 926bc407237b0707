import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { articleText } from "../../../../src/import/feeds/article-text.ts";
import { composeArticle } from "../../../../src/import/feeds/compose-article.ts";
import type { ImportedEntry } from "../../../../src/import/feeds/imported-entry.ts";
import { repairBody } from "../../../../src/import/feeds/repair-body.ts";
import { compile, messages, PUBLICATION } from "../../compile/compile.ts";

const PAGE = "https://old.example.org/2019/05/quay/";
const ORIGIN = { page: PAGE, base: PAGE };
const repaired = (html: string) => {
  const body = repairBody(html, ORIGIN);
  if (!body.ok) throw new Error(body.error.message);
  return body.value;
};

describe("repairBody", () => {
  it.each([
    ['<a href="../map">a</a>', '<p><a href="https://old.example.org/2019/05/map">a</a></p>'],
    ['<p><a href="#x">a</a><a href="#">b</a></p>', '<p><a>a</a><a href="#">b</a></p>'],
    ['<p id="x y"><a href="#x%20y">a</a></p>', '<p id="x-y"><a href="#x-y">a</a></p>'],
    [`<p id="é%41"><a href="${PAGE}#%C3%A9A">a</a></p>`, '<p id="éA"><a href="#%C3%A9A">a</a></p>'],
    ['<p>a<img src="javascript:x"></p>', "<p>a</p>"],
    ['<p>a<img src="https://u:p@h.example/x"></p>', "<p>a</p>"],
    ['<video><source src="data:video/mp4,x"></video>b', "<p>b</p>"],
    [
      "one<br>two<br><br>three <i>four</i><h2>h</h2>five",
      "<p>one<br>two</p><p>three <i>four</i></p><h2>h</h2><p>five</p>",
    ],
    [
      '<embed src="//film.example.net/7">',
      '<p><a href="https://film.example.net/7">https://film.example.net/7</a></p>',
    ],
    [
      '<img srcset="a.png 1x, javascript:x 2x, b.png 3x" src="a.png">',
      '<p><img srcset="https://old.example.org/2019/05/quay/a.png 1x, https://old.example.org/2019/05/quay/b.png 3x" src="https://old.example.org/2019/05/quay/a.png" alt=""></p>',
    ],
    ["<style>x</style><script>y</script><p>z</p>", "<p>z</p>"],
  ])("repairBody repairs %s", (html, expected) => {
    expect(repaired(html).html).toBe(expected);
  });

  it("repairBody reports changes of the same kind in the same words", () => {
    expect(
      repaired('<p onclick="a">x</p><p onclick="b">y</p><iframe src="https://h.example/"></iframe>').notes.map(
        ({ message }) => message,
      ),
    ).toEqual([
      "<iframe>: replaced with a link to its page",
      "onclick on <p>: it was left out",
      "onclick on <p>: it was left out",
    ]);
  });
});

const PIECES = [
  ...`<p>|</p>|<div>|</div>|<a href="#|<a href='/x|">|'>|<img src="|<img srcset="a b, c, ,d 1x"|x|#a|id="a"|<p id="a">|<p id="quay_é"><a href="#quay_%C3%A9">|<table><tr><td>|</table>|<svg>|<math>|<iframe src="https://h.example/a">|</iframe>`.split(
    "|",
  ),
  ...'javascript:x|data:image/png;base64,AA==|data:text/html,x|https://u:p@h/|http://[|ftp://x|mailto:a|//h.example|?q|%|%zz|%25|\\\\h|<video>|<source src="x">|<audio src="#">|<blockquote cite="#a">|<q cite="">'.split(
    "|",
  ),
  ...'---\n|---|\n|\u0000|\uD800|\u0085|&#xFFFE;|&#0;|<!--|-->|<pre>\n\n|<textarea>|<plaintext>|<base href="https://evil.example/">|<h1>|<br><br>|<figure class="x">|<p class="related">|<span class="dateline">A</span> — '.split(
    "|",
  ),
];
const hostile = fc
  .array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ unit: "binary", maxLength: 5 })), {
    maxLength: 16,
  })
  .map((pieces) => pieces.join(""));
const optional = fc.option(hostile, { nil: undefined });

const entries: fc.Arbitrary<ImportedEntry> = fc.record({
  guid: optional,
  link: fc.option(
    hostile.map((text) => `https://old.example.org/${text.toWellFormed()}`),
    { nil: undefined },
  ),
  base: fc.constantFrom(undefined, PAGE),
  slug: optional,
  title: hostile,
  summary: optional,
  html: hostile,
  published: fc.constant("2019-05-01T09:30:00+02:00" as ImportedEntry["published"]),
  updated: fc.constantFrom(undefined, "2019-05-01T07:30:00Z", "2020-05-01T07:30:00Z") as fc.Arbitrary<
    ImportedEntry["updated"]
  >,
  status: fc.constantFrom("draft", "scheduled", "published"),
  authors: fc.constantFrom(
    [],
    [{ name: "A. Writer" }],
    [{ name: "A: 'Writer" }, { name: "- b", url: "https://b.example/" }],
  ),
  tags: fc.array(hostile, { maxLength: 3 }),
  language: fc.constantFrom(undefined, "en", "no language", "x"),
  picture: fc.option(
    hostile.map((url) => ({ url, alternativeText: url, caption: url })),
    { nil: undefined },
  ),
  enclosures: fc.array(
    fc.record({ url: hostile, mediaType: fc.constantFrom(undefined, "audio/mpeg", "a"), title: optional }),
    {
      maxLength: 2,
    },
  ),
  rights: optional,
  licence: optional,
});

it("repairBody turns any entry into an article that compiles", { timeout: 30_000 }, () => {
  const context = {
    identity: { authority: "example.org", date: "2026-01-01" },
    site: "https://old.example.org/",
    language: "en",
    section: undefined,
    published: undefined,
  };
  fc.assert(
    fc.property(entries, (entry) => {
      const composed = composeArticle({ ...entry, link: entry.link && URL.parse(entry.link)?.href }, context);
      if (!composed.ok) return;
      const text = articleText(composed.value.draft, {
        id: "tag:example.org,2026:a",
        slug: composed.value.slug,
        isFree: () => true,
        media: new Map(),
        lengths: new Map(),
      });
      const compiled = compile({ [`${composed.value.slug}.html`]: text }, { publication: PUBLICATION });
      expect(messages(compiled).faults).toEqual([]);
    }),
    { numRuns: 150 },
  );
});
