import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toMarkdown } from "../../../../src/import/wire-copy/to-markdown.ts";
import type { WireBlock, WireCopy } from "../../../../src/import/wire-copy/wire-copy.ts";
import { time } from "../../../fixtures/full-article.ts";
import { partsOf, textOf } from "./words.ts";

const id = "tag:example.org,2026-01-01:articles/7f3k9q2m";
const plain: WireCopy = {
  headline: "Quay opens",
  byline: [],
  published: time("2024-03-03T21:42:00+08:00"),
  body: [{ kind: "paragraph", text: "It is open." }],
  unplaced: [],
};

describe("toMarkdown", () => {
  it("writes every field, and the special blocks as directives", () => {
    const copy: WireCopy = {
      headline: "Quay: “open” #1",
      standfirst: "And so is the bar.",
      byline: ["Jane Example", "John Sample"],
      agency: "Coastal News Agency",
      image: { caption: "The quay: at dusk", credit: "BO LINDQVIST/POOL" },
      dateline: "PORT ELLERY",
      published: time("2024-03-03T21:42:00+08:00"),
      updated: time("2024-03-05T02:38:00+08:00"),
      body: [
        { kind: "paragraph", text: "It is open." },
        { kind: "pull-quote", paragraphs: ["One.", "Two."], by: "Ada Ferrier", role: 'harbour "master"' },
        { kind: "related", label: "READ MORE", title: "The wall" },
        { kind: "related", label: "ALSO READ", title: "The *old* wall", href: "/articles/wall" },
      ],
      unplaced: ["in Oldquay"],
    };
    expect(toMarkdown(copy, { id, canonical: "https://example.org/quay", picture: "quay.jpg" })).toBe(`---
id: ${id}
title: "Quay: “open” #1"
summary: And so is the bar.
byline:
  - Jane Example
  - John Sample
agency: Coastal News Agency
dateline: PORT ELLERY
published: 2024-03-03T21:42:00+08:00
updated: 2024-03-05T02:38:00+08:00
image:
  src: quay.jpg
  caption: "The quay: at dusk"
  credit: BO LINDQVIST/POOL
canonical: https://example.org/quay

# From the copy: in Oldquay
---

It is open.

:::pull-quote{by="Ada Ferrier" role="harbour &#x22;master&#x22;"}
One.

Two.
:::

::related[The wall]{label="READ MORE"}

::related[The \\*old\\* wall]{label="ALSO READ" href="/articles/wall"}
`);
  });

  it("omits the fields that the copy lacks", () => {
    expect(toMarkdown(plain, { id })).toBe(
      `---\nid: ${id}\ntitle: Quay opens\npublished: 2024-03-03T21:42:00+08:00\n---\n\nIt is open.\n`,
    );
  });

  it("writes a picture without a caption", () => {
    expect(partsOf(toMarkdown(plain, { id, picture: "quay.jpg" })).fields.image).toEqual({ src: "quay.jpg" });
  });
});

/** Text with many characters that Markdown, directives and YAML interpret. */
const text = fc
  .oneof(
    fc.string({
      unit: fc.constantFrom(..."*_#[]()<>&:{}|~^$!\\\"'`-+=.,1aB é“”\u00a0".split("")),
      minLength: 1,
      maxLength: 40,
    }),
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }),
    fc.constantFrom(
      "* a",
      "1. a",
      "# a",
      "---",
      ":::x",
      "::x[a]{b=c}",
      ":name[a]",
      "<b>a</b>",
      "<!-- a",
      "[a](b)",
      "[^1]: a",
      "https://a.example/b_c",
      "a@b.example",
      "www.a.example",
      "| a | b |",
      "- [ ] a",
      "&amp;",
      "~~a~~",
      "```a",
      "null",
      "2024-03-03",
    ),
  )
  .map((value) =>
    value
      .replace(/\s+/g, (run) => (run === "\u00a0" ? run : " "))
      .replace(/\p{C}/gu, "")
      .trim(),
  )
  .filter((value) => value !== "");

describe("the file that toMarkdown writes has the original text", () => {
  it("in paragraphs, quotes, related links and every field", () => {
    fc.assert(
      fc.property(text, text, text, text, (first, second, third, fourth) => {
        const body: WireBlock[] = [
          { kind: "paragraph", text: first },
          { kind: "related", label: third, title: second, href: fourth },
          { kind: "pull-quote", paragraphs: [third, first], by: second, role: fourth },
          { kind: "paragraph", text: fourth },
        ];
        const copy = { ...plain, headline: first, byline: [second, third], dateline: fourth, body, unplaced: [second] };
        const { fields, body: nodes, comment } = partsOf(toMarkdown(copy, { id }));
        expect(fields).toEqual({
          id,
          title: first,
          byline: [second, third],
          dateline: fourth,
          published: plain.published,
        });
        expect(comment).toBe(` From the copy: ${second}`);
        expect(nodes.map(({ type }) => type)).toEqual([
          "paragraph",
          "leafDirective",
          "containerDirective",
          "paragraph",
        ]);
        expect(nodes.map(textOf)).toEqual([
          first,
          [second, third, fourth].join("\n"),
          [third, first, second, fourth].join("\n"),
          fourth,
        ]);
      }),
      { numRuns: 300 },
    );
  });
});
