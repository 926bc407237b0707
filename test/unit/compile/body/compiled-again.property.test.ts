import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bodyOf } from "../compile.ts";

/** A piece of every kind of element that a body may hold, and of those that are changed or left out. */
const INLINE = [
  "words &amp; <b>more</b>",
  "<i>a<br>b</i>",
  '<a href="https://example.org/?a=1&amp;b=2" title="t">link</a>',
  '<a href="/articles/slipway">own</a>',
  '<a href="#x">up</a>',
  '<img id="x" src="map.png">',
  '<img id="y" src="map.png" title="The map (POOL)">',
  '<img src="map.png" alt="">',
  '<img src="https://example.org/a.png" width="9" height="9" alt="A &quot;b&quot;" srcset="https://example.org/b.png 2x">',
  '<picture><source srcset="map.png" type="image/png"><img src="map.png" alt="A"></picture>',
  "<code>a  &lt;b&gt;</code>",
  "<abbr title='x'>y</abbr><sub>1</sub><sup>2</sup><kbd>k</kbd>",
  "<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>",
  '<time datetime="2026-01-01">now</time>',
  '<q cite="https://example.org/">quoted</q>',
  '<span class="credit">(A)</span><span class="other" style="x">b</span>',
  '<iframe src="https://www.youtube.com/embed/a1B2c3D4e5F"></iframe>',
  "<font color=red>red</font>",
  "\u00a0\u2028 &nbsp;&#xFFFE;",
];
const BLOCKS = [
  (inside: string) => inside,
  (inside: string) => `<p>${inside}</p>`,
  (inside: string) => `<p> ${inside}\n</p>\n\n`,
  (inside: string) => `<p id="x" dir="rtl" lang="ar">${inside}</p>`,
  (inside: string) => `<h1 id="x">${inside}</h1><h2>${inside}</h2><h6>h</h6>`,
  (inside: string) => `<figure><img src="map.png" id="z"><figcaption>${inside}</figcaption></figure>`,
  (inside: string) => `<ul><li>${inside}</li><li><p>${inside}</p></li></ul>`,
  (inside: string) => `<ol start="3" reversed><li value="9">${inside}</li></ol>`,
  (inside: string) => `<ul class="contains-task-list"><li><input type="checkbox" checked> ${inside}</li></ul>`,
  (inside: string) => `<dl><dt>${inside}</dt><dd>${inside}</dd></dl>`,
  (inside: string) => `<table><caption>${inside}</caption><tr><th></th><th align="right">${inside}</th></tr></table>`,
  (inside: string) => `<table><tbody><tr><td class="center" colspan="2">${inside}</td></tr></tbody></table>`,
  (inside: string) => `<blockquote cite="https://example.org/"><p>${inside}</p></blockquote>`,
  (inside: string) => `<aside class="pull-quote"><blockquote><p>${inside}</p></blockquote></aside>`,
  (inside: string) => `<p class="related"><strong class="label">READ:</strong> ${inside}</p>`,
  (inside: string) => `<details open><summary>${inside}</summary>${inside}</details>`,
  (inside: string) => `<section class="footnotes" role="doc-endnotes"><ol><li id="fn">${inside}</li></ol></section>`,
  (inside: string) => `<section data-footnotes><h2>Notes</h2><ol><li>${inside}</li></ol></section>`,
  (inside: string) => `<pre>\n\n${inside}\n</pre>`,
  (inside: string) => `<pre><code class="language-js">${inside}</code></pre>`,
  (inside: string) => `<p><span class="dateline">PORT ELLEN</span> — ${inside}</p>`,
  (inside: string) => `<div><div>${inside}</div></div><hr>`,
  (inside: string) => `<audio src="talk.mp3"></audio><video poster="map.png" src="film.mp4">${inside}</video>`,
  (inside: string) => `<object data="https://example.org/a.pdf">${inside}</object><script>x</script>`,
  (inside: string) => `<custom-box><p>${inside}</custom-box>`,
];

/** The bytes of a body that is compiled, and of the result that is compiled as HTML. */
function twice(text: string, dateline: string | undefined, format: "html" | "markdown"): readonly [string, string] {
  const first = bodyOf(text, dateline, format).html;
  return [first, bodyOf(first, dateline, "html").html];
}

describe("a compiled body is a source, which compiles to the same bytes", () => {
  it.each(BLOCKS.flatMap((block) => INLINE.map((inline) => block(inline))))("%s", (html) => {
    for (const dateline of [undefined, "PORT ELLEN"]) {
      const [first, second] = twice(html, dateline, "html");
      expect(second).toBe(first);
    }
  });

  it("for any combination, in HTML and in Markdown", () => {
    const inline = fc.array(fc.constantFrom(...INLINE), { minLength: 1, maxLength: 3 }).map((parts) => parts.join(" "));
    const block = fc.tuple(fc.constantFrom(...BLOCKS), inline).map(([make, inside]) => make(inside));
    const body = fc.array(block, { maxLength: 5 }).map((blocks) => blocks.join("\n\n"));
    const dateline = fc.constantFrom(undefined, "PORT ELLEN", "A & B");
    fc.assert(
      fc.property(body, dateline, fc.constantFrom("html" as const, "markdown" as const), (text, place, format) => {
        const [first, second] = twice(text, place, format);
        expect(second).toBe(first);
      }),
      { numRuns: 150 },
    );
  });
});
