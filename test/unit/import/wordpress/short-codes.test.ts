import { describe, expect, it } from "vitest";
import type { ImportNote } from "../../../../src/import/feeds/import-note.ts";
import { noWordPressFacts } from "../../../../src/import/wordpress/facts/wordpress-facts.ts";
import { wordPressHtml } from "../../../../src/import/wordpress/wordpress-html.ts";
import { linesOf, losses, shownOf } from "./post-of.ts";

const QUAY =
  '<figure><img src="https://old.example/quay.jpg" alt="A quay"><figcaption>The <em>quay</em></figcaption></figure>';
const BOAT = '<figure><img src="https://old.example/boat.png" alt=""></figure>';

describe("galleries", () => {
  it.each([
    ["files by number, in their order", '[gallery ids="71,72"]', QUAY + BOAT],
    ["numbers in another notation", "[gallery include='72, 71' columns=3 link=\"file\" /]", BOAT + QUAY],
    ["the files of the post, in the order of its library", "[gallery]", BOAT + QUAY],
    ["without some", '[gallery exclude="71"]', BOAT],
    ["of another post that has none", '[gallery id="6"]', ""],
  ])("%s", (_, code, wanted) => {
    expect(linesOf(code)).toBe(wanted);
  });

  it("notes a file that the export does not list", () => {
    expect(shownOf('[gallery ids="71,404"]').notes).toEqual([
      { kind: "lost", message: "a file that the export does not list", found: "attachment 404" },
    ]);
    expect(losses('[gallery id="6"]')).toEqual(["short code [gallery] without pictures that the export lists"]);
  });
});

describe("recordings", () => {
  it.each([
    [
      "by format",
      '[audio mp3="https://a.example/1.mp3"][/audio]',
      '<figure><audio controls src="https://a.example/1.mp3"></audio></figure>',
    ],
    [
      "in several formats",
      '[audio ogg="https://a.example/1.ogg" mp3="https://a.example/1.mp3"]',
      '<figure><audio controls><source src="https://a.example/1.mp3"><source src="https://a.example/1.ogg"></audio></figure>',
    ],
    [
      "in the notation of older plugins",
      "[audio https://a.example/1.mp3|titles=One]",
      '<figure><audio controls src="https://a.example/1.mp3"></audio></figure>',
    ],
    [
      "that was uploaded to the post",
      "[audio]",
      '<figure><audio controls src="https://old.example/tide.mp3"></audio></figure>',
    ],
    [
      "with a still and subtitles",
      '[video width="640" src="https://a.example/1.mp4?a=1&amp;b=2" poster="https://a.example/p.jpg"]<track src="https://a.example/1.vtt" kind="subtitles">[/video]',
      '<figure><video controls src="https://a.example/1.mp4?a=1&amp;b=2" poster="https://a.example/p.jpg"><track src="https://a.example/1.vtt" kind="subtitles"></video></figure>',
    ],
    [
      "on another site",
      '[video src="https://youtu.be/abc_123"]',
      '<p><a href="https://www.youtube.com/watch?v=abc_123">https://www.youtube.com/watch?v=abc_123</a></p>',
    ],
    [
      "in a list, with their titles",
      '[playlist ids="73"]',
      '<figure><audio controls src="https://old.example/tide.mp3"></audio><figcaption>Tide &amp; wind</figcaption></figure>',
    ],
    [
      "of the post in a list",
      '[playlist type="video"]',
      '<figure><video controls src="https://old.example/tide.mp4"></video></figure>',
    ],
  ])("%s", (_, code, wanted) => {
    expect(linesOf(code)).toBe(wanted);
  });
});

describe("captions", () => {
  const picture = '<img src="https://old.example/q.jpg" alt="" />';
  it.each([
    [
      "in the older notation",
      `[caption id="a" width="300" caption="The <b>old</b> quay"]${picture}[/caption]`,
      "The <b>old</b> quay",
    ],
    [
      "in the newer notation",
      `[caption width="300"]${picture} The quay [at dawn] <em>again</em>[/caption]`,
      "The quay [at dawn] <em>again</em>",
    ],
    ["under its other name", `[wp_caption width="300"]${picture} The quay[/wp_caption]`, "The quay"],
  ])("%s", (_, code, caption) => {
    expect(linesOf(`Look:\n\n${code}\n\nAfter.`)).toBe(
      `<p>Look:</p><figure>${picture}<figcaption>${caption}</figcaption></figure><p>After.</p>`,
    );
  });

  it("keeps the link around a picture, and ends the paragraph before it", () => {
    expect(linesOf(`Before\n[caption]<a href="/f">${picture}</a> C[/caption]\nafter`)).toBe(
      `<p>Before</p><figure><a href="/f">${picture}</a><figcaption>C</figcaption></figure><p>after</p>`,
    );
  });
});

describe("embedded addresses", () => {
  const film = '<a href="https://video.example/w?a=1&amp;b=2">https://video.example/w?a=1&amp;b=2</a>';
  it.each([
    ["between codes", "[embed width='5']https://video.example/w?a=1&b=2[/embed]", `<p>${film}</p>`],
    ["in an attribute", '[embed src="https://video.example/w?a=1&b=2"]', `<p>${film}</p>`],
    [
      "alone in a paragraph",
      "Watch:\n\nhttps://video.example/w?a=1&b=2\n\nAfter.",
      `<p>Watch:</p><p>${film}</p><p>After.</p>`,
    ],
    ["alone on a line", "Watch:\nhttps://video.example/w?a=1&b=2\nAfter.", `<p>Watch:<br />${film}<br />After.</p>`],
    [
      "of a recording",
      "https://a.example/1.mp3",
      '<figure><audio controls src="https://a.example/1.mp3"></audio></figure>',
    ],
    ["within a sentence, which stays text", "At https://video.example/ now.", "<p>At https://video.example/ now.</p>"],
  ])("%s", (_, source, wanted) => {
    expect(linesOf(source)).toBe(wanted);
  });

  it("leaves preformatted lines and links alone", () => {
    const text = "<pre>\nhttps://video.example/\n</pre>";
    expect(shownOf(text).html).toBe(text);
  });
});

describe("codes of plugins", () => {
  it.each([
    ["a form", '[contact-form-7 id="12" title="Contact"]', "", "contact-form-7"],
    ["a column, whose text is kept", "[col_half]Words[/col_half]", "<p>Words</p>", "col_half"],
    ["a code without attributes of a well-known plugin", "[toc]", "", "toc"],
    ["a name with an underscore", "[my_widget]", "", "my_widget"],
    [
      "a link that is all it says",
      '[button url="https://a.example/x"][/button]',
      '<p><a href="https://a.example/x">https://a.example/x</a></p>',
      "button",
    ],
    [
      "a picture that is all it names",
      '[et_pb_image src="https://a.example/x.jpg" alt="Quay"][/et_pb_image]',
      '<figure><img src="https://a.example/x.jpg" alt="Quay"></figure>',
      "et_pb_image",
    ],
    [
      "a recording that is all it names",
      '[sc_embed_player file="https://a.example/x.mp3"]',
      '<figure><audio controls src="https://a.example/x.mp3"></audio></figure>',
      "sc_embed_player",
    ],
    [
      "an older notation with =",
      "[youtube=https://youtu.be/abc]",
      '<p><a href="https://www.youtube.com/watch?v=abc">https://www.youtube.com/watch?v=abc</a></p>',
      "youtube",
    ],
  ])("%s", (_, source, wanted, name) => {
    expect(linesOf(source)).toBe(wanted);
    expect(losses(source)).toEqual([`short code [${name}]`]);
  });

  it("counts codes inside of codes", () => {
    const source = '[vc_row a="1"]\n[vc_column]\nWords [gallery ids="72"]\n[/vc_column]\n[/vc_row]';
    expect(losses(source)).toEqual(["short code [vc_row]", "short code [vc_column]"]);
    expect(linesOf(source)).toContain(BOAT);
  });

  it("quotes the code that it removed, on one line and shortened", () => {
    const [note] = shownOf(`[form a="${"x".repeat(200)}"]`).notes;
    expect(note?.found).toMatch(/^\[form a="x{91}…$/);
  });

  it("makes footnotes of codes that are footnotes", () => {
    const { html, notes } = shownOf("Word[efn_note]The <i>note</i>.[/efn_note] goes[ref]Two[/ref].");
    expect(html).toContain('<sup><a href="#fn-1" role="doc-noteref" id="fnref-1">1</a></sup> goes<sup>');
    expect(html).toContain('<li id="fn-1"><p>The <i>note</i>. <a href="#fnref-1" role="doc-backlink">↩</a></p></li>');
    expect(notes).toEqual([]);
  });
});

describe("codes whose content is source code", () => {
  it.each([
    ["[code]\nif (a[0] &lt; b) {\n\n  c();\n}\n[/code]", "if (a&#91;0] &lt; b) {\n\n  c();\n}"],
    ['[sourcecode language="html"]\n<p>a</p>\n\n[gallery]\n[/sourcecode]', "&lt;p&gt;a&lt;/p&gt;\n\n&#91;gallery]"],
  ])("%j keeps its lines and brackets", (source, code) => {
    expect(shownOf(`Before\n\n${source}\n\nAfter`)).toEqual({
      html: `<p>Before</p>\n<pre><code>${code}</code></pre>\n<p>After</p>`,
      notes: [],
    });
  });

  it.each(["<p>Without an end [code] it is text.</p>", "<p>[[code]a[/code]]</p>"])("%s", (text) => {
    expect(shownOf(text).html).toBe(text.replaceAll("[[", "[").replaceAll("]]", "]"));
  });
});

describe("brackets that are text", () => {
  it.each([
    "He [sic] said […] so [1], see [at dawn], a[0], list[next_one] and [Ada Ferrier, 2019].",
    "Use [caption] to add a caption, and [brackets] as you like.",
    'A selector is a[href="x"] or [type=text].',
    '[see <a href="https://a.example/?x=1">this</a> note]',
    "[[Not a code]] and [",
    '<code>[slider id="1"]</code>',
  ])("%s", (text) => {
    expect(shownOf(text)).toEqual({ html: `<p>${text}</p>`, notes: [] });
  });

  it.each([
    ["[[gallery]]", "[gallery]"],
    ['[[gallery ids="71"]]', '[gallery ids="71"]'],
    ["[[caption]x[/caption]]", "[caption]x[/caption]"],
    ["[[contact-form-7 id=1]]", "[contact-form-7 id=1]"],
    ['<code>[gallery id="6"]</code>', '<code>[gallery id="6"]</code>'],
  ])("%s shows %s", (written, shown) => {
    expect(shownOf(written)).toEqual({ html: `<p>${shown}</p>`, notes: [] });
  });
});

it("loses nothing if a podcast's player of its own episode is not shown: the episode is attached", () => {
  const facts = noWordPressFacts();
  const text =
    "Words [powerpress] [podlove-episode-web-player]\n\n<!-- wp:seriously-simple-podcasting/castos-player /-->";
  const notes: ImportNote[] = [];
  expect(wordPressHtml(text, { id: "1", hasRecording: true, facts, notes })).toContain("Words");
  expect(notes).toEqual([]);
  wordPressHtml(text, { id: "1", facts, notes });
  expect(notes).toHaveLength(3);
});
