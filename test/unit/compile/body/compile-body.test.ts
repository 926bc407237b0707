import { describe, expect, it } from "vitest";
import { PLACEHOLDER_ORIGIN } from "../../../../src/site/addresses.ts";
import { bodyOf, FILM, MAP, TALK, TIDES } from "../compile.ts";

const PAGE = `${PLACEHOLDER_ORIGIN}/articles/quay`;

/** The HTML of a body that has no faults and no warnings. */
function html(markdown: string, dateline?: string): string {
  const body = bodyOf(markdown, dateline);
  expect({ faults: body.faults, warnings: body.warnings }).toEqual({ faults: [], warnings: [] });
  return body.html;
}

describe("the compiler of the special blocks", () => {
  it("puts the dateline before the first sentence of the first paragraph", () => {
    expect(html("First *sentence*.\n\nSecond.", "SEOUL")).toBe(
      '<p><span class="dateline">SEOUL</span> — First <em>sentence</em>.</p>\n<p>Second.</p>',
    );
    expect(html("## What changes\n\n> Quoted.\n\n::related[A]\n\nFirst.", "A & B")).toBe(
      '<h2>What changes</h2>\n<blockquote>\n<p>Quoted.</p>\n</blockquote>\n<p class="related"><cite>A</cite></p>\n<p><span class="dateline">A &#x26; B</span> — First.</p>',
    );
    expect(html("- One", "SEOUL")).toBe('<p><span class="dateline">SEOUL</span></p><ul>\n<li>One</li>\n</ul>');
  });

  it("warns if the text repeats the dateline", () => {
    expect(bodyOf("SEOUL - First.", "SEOUL").warnings).toEqual([
      "1: SEOUL at the beginning of the text; it in the field dateline only, from which it is put there",
    ]);
  });

  it.each([
    [
      ':::pull-quote{by="Ada Ferrier" role="who reads them"}\nA *promise*.\n:::',
      "<p>A <em>promise</em>.</p>",
      "— <cite>Ada Ferrier</cite>, who reads them",
    ],
    [":::pull-quote{by=Ada}\nOne.\n\nTwo.\n:::", "<p>One.</p><p>Two.</p>", "— <cite>Ada</cite>"],
    [':::pull-quote{role="a pilot"}\nOne.\n:::', "<p>One.</p>", "— a pilot"],
    [":::pull-quote\nOne.\n:::", "<p>One.</p>", undefined],
    ['::::pull-quote{by="A &#x22;B&#x22; <c>"}\nOne.\n::::', "<p>One.</p>", '— <cite>A "B" &#x3C;c></cite>'],
  ])("turns %s into a pull quote", (markdown, quote, attribution) => {
    const said = attribution === undefined ? "" : `<p class="attribution">${attribution}</p>`;
    expect(html(markdown)).toBe(`<aside class="pull-quote"><blockquote>${quote}</blockquote>${said}</aside>`);
  });

  it.each([
    [
      '::related[How *it* was]{label="READ MORE" href="/articles/slipway"}',
      `<strong class="label">READ MORE:</strong> <a href="${PLACEHOLDER_ORIGIN}/articles/slipway" rel="related">How it was</a>`,
      { label: "READ MORE", title: "How it was", url: `${PLACEHOLDER_ORIGIN}/articles/slipway` },
    ],
    [
      '::related[A & B]{label="ALSO READ:"}',
      '<strong class="label">ALSO READ:</strong> <cite>A &#x26; B</cite>',
      { label: "ALSO READ", title: "A & B" },
    ],
    [
      "::related[Elsewhere]{href=https://example.org/a?b&c}",
      '<a href="https://example.org/a?b&#x26;c" rel="related">Elsewhere</a>',
      { title: "Elsewhere", url: "https://example.org/a?b&c" },
    ],
    ["::related[A title]", "<cite>A title</cite>", { title: "A title" }],
  ])("turns %s into a related link and into data", (markdown, inside, link) => {
    expect(html(markdown)).toBe(`<p class="related">${inside}</p>`);
    expect(bodyOf(markdown).related).toEqual([link]);
  });

  it("does not change colons within a sentence", () => {
    const text = "At 10:30 the ratio a:b was :smile: and **c**:d[e]{f}.";
    expect(html(text)).toBe("<p>At 10:30 the ratio a:b was :smile: and <strong>c</strong>:d[e]{f}.</p>");
  });

  const forms =
    ':::pull-quote{by="Name" role="who they are"}, the sentence, and ::: on a line of its own or ::related[Title]{label="READ MORE" href="/articles/other-slug"}';
  const pullQuote = ':::pull-quote{by="Name" role="who they are"}, the sentence, and ::: on a line of its own';
  const related = '::related[Title]{label="READ MORE" href="/articles/other-slug"}';
  const slip =
    'a directive such as ::related[Title]{label="READ MORE"} with nothing else on its line, or \\: if a colon is meant';
  it.each([
    ["\n:::note\nHi.\n:::", [`2: found :::note; ${forms}`]],
    ["::relatde[A]", [`1: found ::relatde; ${forms}; did you mean "related"?`]],
    ["::pull-quote[A]", [`1: found ::pull-quote; ${pullQuote}`]],
    [":::related[A]\n:::", [`1: found :::related; ${related}`]],
    ["::related", [`1: found ::related without a title; ${related}`]],
    ["::related[A]{to=b}", [`1: found to on ::related; ${related}`]],
    [":::pull-quote{by=A}\n:::", [`1: found :::pull-quote without a sentence; ${pullQuote}`]],
    [":::pull-quote[A]\nB.\n:::", [`1: found a label in brackets on :::pull-quote; ${pullQuote}`]],
    ["A.\n\n:::pull-quote\nB.\n\nC.", ["3: found :::pull-quote without an end; ::: on a line of its own after it"]],
    ['A.\n\n::: pull-quote{by="A}\nB.', [`3: found "::: pull-quote{by=\\"A}"; ${slip}`]],
    ["A.\n:related[B]", [`2: found ":related[B]"; ${slip}`]],
    ["A.\n\n:::", ['3: found ":::"; such a line only at the end of a directive that is open']],
  ])("reports the fault of %j", (markdown, faults) => {
    expect(bodyOf(markdown).faults).toEqual(faults.map((fault) => fault.replace("found ", "")));
  });

  it("reads an escaped colon and colons in code as text", () => {
    expect(html("\\::note\n\n`::note`\n\n```\n:::note\n```")).toBe(
      "<p>::note</p>\n<p><code>::note</code></p>\n<pre><code>:::note\n</code></pre>",
    );
  });
});

describe("the compiler of pictures and other media", () => {
  const img = `<img src="${MAP}" alt="The map" width="800" height="600">`;
  it.each([
    [
      '![The map](map.png "The crossing. (HARBOUR & HILL)")',
      `<figure>${img}<figcaption>The crossing. <span class="credit">(HARBOUR &#x26; HILL)</span></figcaption></figure>`,
    ],
    ['![The map](map.png "The crossing.")', `<figure>${img}<figcaption>The crossing.</figcaption></figure>`],
    [
      '![The map](map.png "(POOL)")',
      `<figure>${img}<figcaption><span class="credit">(POOL)</span></figcaption></figure>`,
    ],
    ["![The map](../media/map.png)", `<figure>${img}</figure>`],
    ["![The map][m]\n\n[m]: ./map.png", `<figure>${img}</figure>`],
    ["See ![The map](map.png) here.", `<p>See ${img} here.</p>`],
    ["![A](<https://example.org/a b.png>)", '<figure><img src="https://example.org/a%20b.png" alt="A"></figure>'],
    ["[Tides](<2026/tide table.pdf#page=2>)", `<p><a href="${TIDES}#page=2">Tides</a></p>`],
    ["[Tides](2026/tide%20table.pdf)", `<p><a href="${TIDES}">Tides</a></p>`],
    ['<audio src="talk.mp3"></audio>', `<p><audio src="${TALK}" controls></audio></p>`],
    [
      '<video controls poster="map.png"><source src="film.mp4" type="video/mp4"></video>',
      `<p><video controls poster="${MAP}"><source src="${FILM}" type="video/mp4"></video></p>`,
    ],
    [
      '<img src="map.png" alt="" srcset="map.png 1x, https://example.org/b,c.png 2x" width="80">',
      `<img src="${MAP}" alt="" srcset="${MAP} 1x, https://example.org/b,c.png 2x" width="80">`,
    ],
    [
      "<img alt='A' src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>",
      '<img alt="A" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">',
    ],
  ])("compiles %s", (markdown, expected) => {
    expect(html(markdown)).toBe(expected);
  });

  it("lists the files that the body uses", () => {
    const { media } = bodyOf("![A](map.png) [B](<2026/tide table.pdf>) ![C](map.png)");
    expect(media.map(({ name }) => name)).toEqual(["map.png", "2026/tide table.pdf", "map.png"]);
  });
});

describe("links", () => {
  it.each([
    ["[a](/articles/slipway?x=1#y)", `<a href="${PLACEHOLDER_ORIGIN}/articles/slipway?x=1#y">a</a>`],
    ["[a](/articles/old-slipway)", `<a href="${PLACEHOLDER_ORIGIN}/articles/old-slipway">a</a>`],
    ["[a](/)", `<a href="${PLACEHOLDER_ORIGIN}/">a</a>`],
    ["[a](/feed)", `<a href="${PLACEHOLDER_ORIGIN}/feed">a</a>`],
    ["[a](//example.org/x)", '<a href="https://example.org/x">a</a>'],
    ["[a](HTTPS://EXAMPLE.org)", '<a href="https://example.org/">a</a>'],
    ["[a](mailto:desk@example.org)", '<a href="mailto:desk@example.org">a</a>'],
    ["[a](tel:+85212345678)", '<a href="tel:+85212345678">a</a>'],
    ["www.example.org", '<a href="http://www.example.org/">www.example.org</a>'],
    ["[a](#)", `<a href="${PAGE}">a</a>`],
  ])("compiles %s", (markdown, expected) => {
    expect(html(markdown)).toBe(`<p>${expected}</p>`);
  });

  const kinds = "https://…, /articles/…, or the name of a file in content/media";
  it.each([
    ["[a](/articles/slipwy)", '"/articles/slipwy"; the slug of an article that is there; did you mean "slipway"?'],
    ["[a](slipway.md)", '"slipway.md"; /articles/slipway, the address of that article'],
    ["[a](other.html)", `"other.html"; ${kinds}`],
    ["[a](../x)", `"../x"; ${kinds}`],
    ["[a](mpa.png)", `"mpa.png"; ${kinds}; did you mean "map.png"?`],
    ["[a](<tide table.pdf>)", `"tide%20table.pdf"; ${kinds}; did you mean "2026/tide table.pdf"?`],
    ["[a]()", `an empty address; ${kinds}`],
    ["[a](?x)", `"?x"; ${kinds}`],
    ["[a](#part)", '"#part"; an id of this article, such as <a id="part">'],
    [
      "[a](/media/0000000000000000/map.png)",
      '"/media/0000000000000000/map.png"; the name of the file in content/media, such as map.png',
    ],
    ["[a](/media/map.png)", '"/media/map.png"; the name of the file in content/media, such as map.png'],
    ["![a](/map.png)", '"/map.png"; the name of the file in content/media, such as map.png'],
    ["![a](talk.mp3)", '"talk.mp3"; a picture, but this file is audio/mpeg'],
    ["<audio src=map.png></audio>", '"map.png"; sound, film or captions, but this file is image/png'],
    ["[a](https://u:p@example.org/)", '"https://u:p@example.org/"; an address without a user name or password'],
    ["[a](https://)", '"https://"; an address that can be read, such as https://example.org/page'],
    [
      "![a](data:image/svg+xml;base64,PHN2Zz4=)",
      '"data:image/svg+xml;base64,PHN2Zz4="; a file in content/media; a data: address may only be a PNG, JPEG, GIF or WebP picture in base64 of at most 10000 characters',
    ],
  ])("refuses %s and says what is expected", (markdown, fault) => {
    expect(bodyOf(`A.\n\n${markdown}`).faults).toEqual([`3: ${fault}`]);
  });

  it("warns of a link to a draft", () => {
    expect(bodyOf("[a](/articles/notes)").warnings).toEqual([
      '1: "/articles/notes"; an article that readers can see; this one is a draft',
    ]);
  });
});

describe("Markdown", () => {
  it("moves headings down if the body has an h1 of its own", () => {
    expect(html("# A\n\n## B\n\n###### C")).toBe("<h2>A</h2>\n<h3>B</h3>\n<h6>C</h6>");
    expect(html("## A\n\n### B")).toBe("<h2>A</h2>\n<h3>B</h3>");
  });

  it("turns the boxes of a task list into characters", () => {
    expect(html("- [x] done\n- [ ] to do")).toBe("<ul>\n<li>☑ done</li>\n<li>☐ to do</li>\n</ul>");
  });

  it("preserves the alignment of a table and the language of code", () => {
    expect(html("| a | b |\n|---|--:|\n| 1 | 2 |\n\n```js\na < b && c\n```")).toBe(
      '<table>\n<thead>\n<tr>\n<th scope="col">a</th>\n<th scope="col" class="right">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td class="right">2</td>\n</tr>\n</tbody>\n</table>\n<pre><code class="language-js">a &#x3C; b &#x26;&#x26; c\n</code></pre>',
    );
  });

  it("gives footnotes ids that start with the slug, absolute links and no English words", () => {
    expect(html("A.[^1] B.[^é]\n\n[^1]: One.\n[^é]: Two.")).toBe(
      [
        `<p>A.<sup><a href="${PAGE}#quay_fn-1" role="doc-noteref" id="quay_fnref-1">1</a></sup> B.<sup><a href="${PAGE}#quay_fn-%C3%A9" role="doc-noteref" id="quay_fnref-é">2</a></sup></p>`,
        '<section class="footnotes" role="doc-endnotes">\n<ol>',
        `<li id="quay_fn-1">\n<p>One. <a href="${PAGE}#quay_fnref-1" role="doc-backlink">↩</a></p>\n</li>`,
        `<li id="quay_fn-é">\n<p>Two. <a href="${PAGE}#quay_fnref-%C3%A9" role="doc-backlink">↩</a></p>\n</li>`,
        "</ol>\n</section>",
      ].join("\n"),
    );
  });

  it("reads the text of the opening paragraph without notes", () => {
    expect(bodyOf("## H\n\nOne<br>two *three*.[^1]\n\n[^1]: N.", "X").opening).toBe("One two three.");
  });

  it.each([
    ["a list", "- One\n- Two", "One Two"],
    ["a table", "| A | B |\n|---|---|\n| 1 | 2 |", "A B 1 2"],
    ["a quotation", "> Said.", "Said."],
    ["text in no paragraph", "<div>Bare <b>text</b></div>\n\nThen.", "Bare text"],
    ["text between blocks", "<h2>H</h2>Bare<p>Then.</p>", "Bare"],
    ["a caption", '![alt](https://a.example/b.png "The caption")', "The caption"],
    ["code", "```\nlet a;\n```", "let a;"],
    ["a definition", "<dl><dt>Tide</dt><dd>Water</dd></dl>", "Tide Water"],
    ["a picture in the first paragraph", '<p><img src="https://a.example/b.png" alt=""></p>\n\nThen.', "Then."],
    ["a section", "<section><p>One</p></section>", "One"],
    ["a pull quote alone", ":::pull-quote{by=Ada}\nSaid.\n:::", "Said. — Ada"],
    ["a pull quote before a list", ":::pull-quote{by=Ada}\nSaid.\n:::\n\n- One", "One"],
    ["a link to read more alone", "::related[A]", "A"],
    ["nothing", "", ""],
    ["a line", "---", ""],
  ])("takes a summary from %s", (_, markdown, opening) => {
    expect(bodyOf(markdown).opening).toBe(opening);
  });

  it.each([
    ["a <b>bold\n\nnext", "<p>a <b>bold</b></p>\n<p>next</p>", "b"],
    ["# h <i>t\n\nnext", "<h2>h <i>t</i></h2>\n<p>next</p>", "i"],
    ["- x <i>y\n- z", "<ul>\n<li>x <i>y</i></li>\n<li>z</li>\n</ul>", "i"],
    ["a <b>x <i>y</b> z\n\nnext", "<p>a <b>x <i>y</i></b><i> z</i></p>\n<p>next</p>", "i"],
    ["a <textarea>b\n\n*next*", "<p>a </p>\n<p><em>next</em></p>", "textarea"],
    ["a <script>b\n\n*next*", "<p>a </p>\n<p><em>next</em></p>", "script"],
  ])("does not let HTML that is left open in %j reach the next block", (markdown, expected, name) => {
    const { html: body, warnings } = bodyOf(markdown);
    expect(body).toBe(expected);
    expect(warnings).toContain(`1: <${name}> without an end; </${name}> in the same paragraph; it was put at its end`);
  });

  it("reads on after an element that nothing ends", () => {
    expect(bodyOf("a <plaintext>b\n\n*next*").html).toBe("<p>a b</p>\n<p><em>next</em></p>");
  });

  it("lets an HTML block hold the blocks behind it", () => {
    expect(html("<div>\n\n*a*\n\n</div>")).toBe("<div>\n<p><em>a</em></p>\n</div>");
    expect(html("a <br> b <img src='https://a.example/b.png' alt=''> <i>c</i>")).toContain("<i>c</i>");
  });

  it("allows the HTML that text needs", () => {
    const allowed =
      '<p lang="ar" dir="rtl"><abbr title="a">b</abbr> <kbd>c</kbd> <sup>d</sup><sub>e</sub> <mark>f</mark> <ins>g</ins><del>h</del> <bdi>i</bdi><bdo dir="rtl">j</bdo> <ruby>k<rp>(</rp><rt>l</rt><rp>)</rp></ruby><br></p>\n<details open><summary>m</summary>n</details>';
    expect(html(allowed)).toBe(allowed);
  });

  it("makes ids unique and resolves links to them", () => {
    const { html: body, warnings } = bodyOf('<p id="a">A</p><p id="a">B</p><p><a href="#a">C</a></p>');
    expect(body).toBe(`<p id="quay_a">A</p><p>B</p><p><a href="${PAGE}#quay_a">C</a></p>`);
    expect(warnings).toEqual(['1: the id "a" again; each id once; this one was left out']);
  });

  it("replaces forbidden characters that character references produce", () => {
    expect(html("A&#xFFFE;&#0;&#x1F;<b title='&#x0B;&#xFFFF;x'>y</b>")).toBe('<p>A���<b title="x">y</b></p>');
    expect(html("<p>A&#xFFFE;&#0;&#x1F;</p>")).toBe("<p>A�</p>");
  });
});

it("the compiler refuses excessively nested blocks before they cost time", () => {
  const fault = "blocks nested too deeply; fewer quotations, lists or elements within one another";
  expect(bodyOf(`A.\n\n${">".repeat(50_000)} B`).faults).toEqual([`3: ${fault}`]);
  expect(bodyOf(":::a\n".repeat(50_000)).faults).toEqual([`101: ${fault}`]);
});
