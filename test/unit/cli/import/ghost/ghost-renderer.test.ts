import { describe, expect, it } from "vitest";
import { renderGhost } from "../../../../../src/cli/import/ghost/ghost-renderer.ts";

const renderer = {
  lexical: (text: string) => renderGhost({ kind: "lexical", text }),
  mobiledoc: (text: string) => renderGhost({ kind: "mobiledoc", text }),
  markdown: (text: string) => renderGhost({ kind: "markdown", text }),
};
const words = (text: string, format = 0) => ({ type: "extended-text", text, format });
const paragraph = (...children: readonly unknown[]) => ({ type: "paragraph", children });
const lexical = (...children: readonly unknown[]) =>
  renderer.lexical(JSON.stringify({ root: { type: "root", version: 1, children } }));

async function lexicalHtml(...children: readonly unknown[]): Promise<string> {
  const rendered = await lexical(...children);
  return rendered.ok ? rendered.value.html : rendered.error.message;
}

describe("Lexical", () => {
  it("is rendered with text, marks, links, lists, headings and quotations", async () => {
    expect(
      await lexicalHtml(
        paragraph(words("Low "), words("water", 1), { type: "linebreak" }, words("at noon", 2)),
        { type: "extended-heading", tag: "h3", children: [words("Tide")] },
        {
          type: "list",
          listType: "number",
          tag: "ol",
          start: 1,
          children: [{ type: "listitem", children: [words("one")] }],
        },
        {
          type: "extended-quote",
          children: [{ type: "link", url: "https://x.example.net/", children: [words("said")] }],
        },
      ),
    ).toBe(
      '<p>Low <strong>water</strong><br><em>at noon</em></p><h3 id="tide">Tide</h3><ol><li>one</li></ol><blockquote><a href="https://x.example.net/">said</a></blockquote>',
    );
  });

  it("is rendered with cards as Ghost shows them on the site", async () => {
    const html = await lexicalHtml(
      { type: "image", src: "/a.jpg", alt: "Quay", caption: "<i>Dawn</i>" },
      { type: "markdown", markdown: "* a\n* b" },
      { type: "horizontalrule" },
      { type: "callout", calloutText: "<p>Mind</p>", calloutEmoji: "⚓", backgroundColor: "blue" },
    );
    expect(html).toContain('alt="Quay"');
    expect(html).toContain("<figcaption><i>Dawn</i></figcaption>");
    expect(html).toContain("<li>a</li>\n<li>b</li>");
    expect(html).toContain("<hr>");
    expect(html).toContain("kg-callout-card");
  });

  it("without members that other programs leave out is rendered", async () => {
    const text =
      '{"root":{"children":[{"type":"paragraph","children":[{"type":"text","text":"Bare"}]},{"type":"paragraph"}]}}';
    expect(await renderer.lexical(text)).toEqual({ ok: true, value: { html: "<p>Bare</p>", notes: [] } });
  });

  it("keeps the text of nodes that Ghost does not know, and says so", async () => {
    const rendered = await lexical(
      { type: "table", children: [{ type: "tablerow", children: [paragraph(words("cell"))] }] },
      paragraph({ type: "mention", text: "@ada" }),
      { type: "poll", html: "<p>Rope?</p>" },
      { type: "spacer" },
      17,
    );
    expect(rendered).toMatchObject({ ok: true, value: { html: expect.stringContaining("<p>cell</p>") } });
    if (!rendered.ok) return;
    expect(rendered.value.html).toContain("@ada");
    expect(rendered.value.html).toContain("<p>Rope?</p>");
    expect(rendered.value.notes.map(({ kind, found }) => `${kind} ${found}`)).toEqual([
      "lost tablerow",
      "lost table",
      "lost mention",
      "lost poll",
      "lost spacer",
      "lost something that is not a node",
    ]);
  });

  it("keeps text between paragraphs, and cards within them", async () => {
    expect(await lexicalHtml(words("loose"), paragraph(words("a"), { type: "horizontalrule" }, words("b")))).toBe(
      "<p>loose</p><p>ab</p><hr>",
    );
  });

  it("loses cards that only e-mails show, and says so", async () => {
    expect(
      await lexical(paragraph(words("a")), { type: "email", html: "<p>Hello</p>" }, { type: "email-cta" }),
    ).toEqual({
      ok: true,
      value: {
        html: "<p>a</p>",
        notes: [
          { kind: "lost", message: "a card that Ghost shows in e-mails only was left out", found: "<p>Hello</p>" },
          { kind: "lost", message: "a card that Ghost shows in e-mails only was left out", found: "" },
        ],
      },
    });
  });

  it("that is empty is an empty text", async () => {
    expect(await lexical()).toEqual({ ok: true, value: { html: "", notes: [] } });
    expect(await lexical(paragraph())).toEqual({ ok: true, value: { html: "", notes: [] } });
  });

  it.each([
    ["{", /^its Lexical cannot be read: .*JSON/],
    ["[]", "its Lexical cannot be read: expected an object with root and children"],
    ['{"root":{"children":{}}}', "its Lexical cannot be read: expected an object with root and children"],
    [
      `{"root":{"children":[${'{"type":"quote","children":['.repeat(200)}${"]}".repeat(200)}]}}`,
      "its Lexical cannot be read: more than 100 nodes inside one another",
    ],
    ['{"root":{"children":[{"type":"gallery","images":7}]}}', /^Ghost's renderer fails on it: /],
  ])("that cannot be read is a fault that says so: %.30s", async (text, message) => {
    const rendered = await renderer.lexical(text);
    expect(rendered.ok ? rendered.value : rendered.error.message).toEqual(
      typeof message === "string" ? message : expect.stringMatching(message),
    );
  });

  it("is rendered after one that could not be", async () => {
    await renderer.lexical('{"root":{"children":[{"type":"gallery","images":7}]}}');
    expect(await lexicalHtml(paragraph(words("next")))).toBe("<p>next</p>");
  });
});

const NO_MARKERS: readonly unknown[] = [];
const mobiledoc = async (parts: Readonly<Record<string, unknown>>) => {
  const rendered = await renderer.mobiledoc(
    JSON.stringify({ version: "0.3.1", atoms: [], cards: [], markups: [], ...parts }),
  );
  return rendered.ok ? rendered.value.html : rendered.error.message;
};

describe("Mobiledoc", () => {
  it("is rendered with text, marks, links, lists, headings and asides", async () => {
    expect(
      await mobiledoc({
        markups: [["a", ["href", "https://x.example.net/"]], ["strong"]],
        sections: [
          [1, "h2", [[0, [], 0, "Tide"]]],
          [
            1,
            "p",
            [
              [0, [], 0, "See "],
              [0, [0, 1], 2, "this"],
              [0, [], 0, "."],
            ],
          ],
          [3, "ul", [[[0, [], 0, "one"]], [[0, [1], 1, "two"]]]],
          [1, "aside", [[0, [], 0, "large"]]],
        ],
      }),
    ).toBe(
      '<h2 id="tide">Tide</h2><p>See <a href="https://x.example.net/"><strong>this</strong></a>.</p><ul><li>one</li><li><strong>two</strong></li></ul><blockquote class="kg-blockquote-alt">large</blockquote>',
    );
  });

  it("keeps marks that begin, end or go on at a break, links that do not end, and other atoms", async () => {
    const atoms = [
      ["soft-return", "", {}],
      ["mention", "@ada", {}],
    ];
    const markups = [["a", ["href", "/x"]], ["em"]];
    const text = async (...markers: readonly unknown[]) =>
      await mobiledoc({ atoms, markups, sections: [[1, "p", markers]] });
    expect(await text([0, [0], 0, "one"], [1, [], 0, 0], [0, [], 1, "two"], [0, [], 0, "three"])).toBe(
      '<p><a href="/x">one</a><br><a href="/x">two</a>three</p>',
    );
    expect(await text([0, [1], 0, "a"], [1, [], 1, 0], [0, [], 0, "b"])).toBe("<p><em>a</em><br>b</p>");
    expect(await text([1, [1], 0, 0], [0, [], 1, "b"], [0, [], 0, "c"])).toBe("<p><br><em>b</em>c</p>");
    expect(await text([0, [0], 0, "open"])).toBe('<p><a href="/x">open</a></p>');
    expect(await text([0, [], 0, "by "], [1, [1], 1, 1], [0, [], 0, "."])).toBe("<p>by <em>@ada</em>.</p>");
    expect(await text([0, [9], 1, "no such mark"], [0, [], 4, " b"])).toBe("<p>no such mark b</p>");
  });

  it("is rendered with cards under their old and new names, and images that are sections", async () => {
    const html = await mobiledoc({
      cards: [
        ["card-markdown", { markdown: "# Tide\n\n> high" }],
        ["hr"],
        ["code", { code: "a < b", language: "js" }],
        [
          "embed",
          { type: "video", url: "https://v.example.net/1", html: '<iframe src="https://v.example.net/1"></iframe>' },
        ],
        ["toggle", { heading: "Q", content: "<p>A</p>" }],
        ["bookmark", { type: "bookmark", url: "https://o.example.net", metadata: { title: "T" } }],
        ["image", null],
      ],
      sections: [...[0, 1, 2, 3, 4, 5, 6, 99].map((card) => [10, card]), [2, "/s.jpg"]],
    });
    for (const part of [
      '<h1 id="tide">Tide</h1>',
      "<blockquote>\n<p>high</p>",
      "<hr>",
      '<code class="language-js">a &lt; b</code>',
      '<iframe src="https://v.example.net/1">',
      "<p>A</p>",
      '<div class="kg-bookmark-title">T</div>',
      '<img src="/s.jpg"',
    ])
      expect(html).toContain(part);
  });

  it.each([
    ["nope", /^its Mobiledoc cannot be read: .*JSON/],
    ["{}", /^its Mobiledoc cannot be read: sections: /],
    ['{"sections":[[7]]}', /^its Mobiledoc cannot be read: sections\.0: /],
    ['{"sections":[[1,"p",[["x"]]]]}', /^its Mobiledoc cannot be read: sections\.0/],
  ])("that cannot be read is a fault that says so: %s", async (text, message) => {
    const rendered = await renderer.mobiledoc(text);
    expect(rendered.ok ? rendered.value.html : rendered.error.message).toMatch(message);
  });

  it("without text is an empty text", async () => {
    expect(await mobiledoc({ sections: [[1, "p", NO_MARKERS]] })).toBe("");
  });
});

it("Markdown, in which Ghost 0.x stored posts, is rendered", async () => {
  expect(await renderer.markdown("Low **water**")).toEqual({
    ok: true,
    value: { html: "<p>Low <strong>water</strong></p>\n", notes: [] },
  });
});
