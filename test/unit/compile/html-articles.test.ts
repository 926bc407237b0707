import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readContent } from "../../../src/cli/build/content-sources.ts";
import { compileContent } from "../../../src/compile/compile-content.ts";
import { splitFrontMatter } from "../../../src/compile/front-matter/split-front-matter.ts";
import { articleText, bodyOf, compile, compileOne, MAP, MEDIA, messages } from "./compile.ts";

/** A body with every construct that a body may have. */
const EVERYTHING = `It opens at 10:30, with a note[^1] and a [link](/articles/slipway#top).

![The crossing](map.png "From north to south. (HARBOUR/POOL)")

:::pull-quote{by="A. Writer" role="who keeps the log"}
A timetable is a promise & a half.
:::

# What changes <a id="tides%25"></a>

- [x] one <b>fare</b>
- [ ] two

| a | |
|:-:|--|
| c | d |

## And [below](#tides%25)

> Said. <script>alert(1)</script><div onclick=x>Kept</div>

::related[Slipway reopens]{label="READ MORE" href="/articles/slipway"}

::related[Tides]{label="ALSO READ"}

<video src="film.mp4"></video><figure><img src="map.png" alt=""><figcaption>B <span class="credit">(C)</span></figcaption></figure>

~~~ts
a < b && c;
~~~

[^1]: Noted, [at length](2026/tide%20table.pdf).`;

const again = (html: string, dateline?: string) => bodyOf(html, dateline, "html");

describe("a compiled body compiles again to the same bytes", () => {
  it.each([
    ["every construct", EVERYTHING, undefined],
    ["every construct, with a dateline", EVERYTHING, "PORT ELLEN"],
    ["a dateline without a paragraph", "## Only this", "PORT ELLEN"],
    ["a text that begins like its dateline", "PORT ELLEN — it opens.", "PORT ELLEN"],
    ["a dateline before a picture", "![a](map.png)\n\nText.", "PORT ELLEN"],
    ["a dateline and markup", "*First* words.", "PORT ELLEN"],
  ])("for %s", (_, markdown, dateline) => {
    const first = bodyOf(markdown, dateline);
    const second = again(first.html, dateline);
    expect(second.html).toBe(first.html);
    expect(second.faults).toEqual([]);
    expect({ ...second, warnings: [] }).toEqual({ ...first, warnings: [], media: second.media });
    expect(new Set(second.media)).toEqual(new Set(first.media));
  });

  it("for any combination of blocks", () => {
    const block = fc.constantFrom(...EVERYTHING.split("\n\n"));
    const body = fc.array(block, { maxLength: 8 }).map((blocks) => blocks.join("\n\n"));
    fc.assert(
      fc.property(body, fc.constantFrom(undefined, "PORT ELLEN", "A & B"), (markdown, dateline) => {
        const { html, opening, related } = bodyOf(markdown, dateline);
        expect(again(html, dateline)).toMatchObject({ html, opening, related });
      }),
    );
  });

  it("for the samples, in every field", async () => {
    const sources = await readContent(join(import.meta.dirname, "../../fixtures/samples"));
    const options = { mode: "development", randomBytes: (count: number) => new Uint8Array(count) } as const;
    const first = compileContent(sources, options);
    if (!first.ok) throw new Error("the samples do not compile");
    const articles = sources.articles.map(({ file, bytes }) => {
      const text = new TextDecoder().decode(bytes);
      const slug = file.slice(file.lastIndexOf("/") + 1, -3);
      const { body } = first.value.articles.find((article) => article.slug === slug) ?? { body: "" };
      const fields = splitFrontMatter(text)?.yaml ?? "";
      const html = `---${fields}---\n${body}\n`;
      return { file: file.replace(/\.md$/, ".html"), bytes: new TextEncoder().encode(html) };
    });
    expect(articles.length).toBeGreaterThan(3);
    const second = compileContent({ ...sources, articles }, options);
    expect(second.ok && second.value.articles).toEqual(first.value.articles);
    expect(second.ok && second.value.media).toEqual(first.value.media);
  });
});

describe("an article written as HTML", () => {
  const compileHtml = (body: string, fields = "") =>
    compile({ "quay.html": articleText(fields, body) }, { media: MEDIA });

  it("is sanitised and its addresses are resolved like any other article's", () => {
    const compiled = compileHtml(
      '<h1 id="a">Quay</h1><p onclick="x()">It is <font color=red>open</font>. <a href="#a">Up</a></p><p><img src="map.png" alt="Map"></p><script>x</script>',
    );
    expect(compiled.ok && compiled.value.articles.map(({ slug, body }) => [slug, body])).toEqual([
      [
        "quay",
        `<h2 id="quay_a">Quay</h2><p>It is open. <a href="https://own-address.dateline.invalid/articles/quay#quay_a">Up</a></p><figure><img src="${MAP}" alt="Map" width="800" height="600"></figure>`,
      ],
    ]);
  });

  it("has no Markdown and no directives: its characters are text", () => {
    const text = "<p>*a* [b](c)\n\n# d\n\n    e\n\n:::pull-quote\n::related[x]</p>";
    expect(compileHtml(text)).toMatchObject({ ok: true, value: { articles: [{ body: text }] } });
  });

  it("has its faults reported at their lines", () => {
    const { faults, warnings } = messages(
      compileHtml('<p>\nA <a href="nowhere.pdf">b</a>\n<a href="#c">d</a></p>\n<iframe src="x"></iframe>'),
    );
    expect(faults).toEqual([
      'content/articles/quay.html:7: found "nowhere.pdf"; expected https://…, /articles/…, or the name of a file in content/media',
      'content/articles/quay.html:8: found "#c"; expected an id of this article, such as <a id="c">',
    ]);
    expect(warnings.slice(0, 1)).toEqual([
      "content/articles/quay.html:9: found <iframe>; expected elements that articles may have; it was left out",
    ]);
  });

  it("is refused at once if its elements are nested too deeply", () => {
    const deep = "<div>".repeat(300_000);
    expect(messages(compileHtml(`<p>A</p>\n${deep}`)).faults).toEqual([
      "content/articles/quay.html:7: found blocks nested too deeply; expected fewer quotations, lists or elements within one another",
    ]);
    expect(compileHtml("<p>one<br>".repeat(2_000))).toMatchObject({ ok: true });
  });

  it("cannot share a slug with a Markdown file", () => {
    const compiled = compile({ quay: articleText(""), "quay.html": articleText("slug: quay\n") });
    expect(messages(compiled).faults.filter((fault) => fault.includes(" slug:"))).toEqual([
      'content/articles/quay.md:1 slug: found "quay"; expected a slug of its own, but content/articles/quay.html has this one',
    ]);
  });

  it("has its dateline once, whether or not the text contains it", () => {
    const plain = "<p>It is open.</p>";
    const placed = '<p><span class="dateline">QUAY</span> — It is open.</p>';
    for (const body of [plain, placed])
      expect(compileHtml(body, "dateline: QUAY\n")).toMatchObject({
        ok: true,
        value: { articles: [{ body: placed, summary: "It is open." }] },
      });
    expect(compileOne(articleText("dateline: QUAY\n", placed)).body).toBe(placed);
  });
});
