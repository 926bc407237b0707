import { describe, expect, it } from "vitest";
import { expectLinear, repeated } from "../../syntax/growth.ts";
import { bodyOf } from "../compile.ts";

const read = (text: string) => bodyOf(text, "X");

describe("Markdown that would keep a parser busy is refused with its line and the limit", { timeout: 60_000 }, () => {
  it.each([
    [":a[", /marks \(\[ \] < \* _ ~ `\); at most 1000 in one paragraph/],
    ["[^a]", /marks .*; at most 1000 in one paragraph/],
    ["[a](<b", /marks .*; at most 1000 in one paragraph/],
    ["|a|b\n", /a paragraph of \d+ lines; at most 5000/],
    ["]", /marks/],
    ["*a", /marks/],
    ["a*b_", /marks/],
    ["~~a", /marks/],
    ["[a](b (", /marks/],
    ["![[]()", /marks/],
    ["<a ", /marks/],
    ["> a\nb\n", /more than 200 lines without > between those of one quotation/],
    ["[^a]: ", /blocks nested too deeply/],
    ["> ", /blocks nested too deeply/],
    ["- ", /blocks nested too deeply/],
    ["<b>\n\n", /blocks nested too deeply/],
  ])("%j repeated", (pattern, message) => {
    const text = `One.\n\n${repeated(pattern)(200_000)}`;
    expect(read(text).faults).toEqual([expect.stringMatching(message)]);
  });

  it("with code spans of many lengths that nothing closes", () => {
    const text = Array.from({ length: 400 }, (_, index) => `${"`".repeat(index + 1)}a`).join("");
    expect(read(text).faults).toEqual([expect.stringMatching(/that nothing closes/)]);
  });

  it("with an address of punctuation", () => {
    expect(read(`https://example.org/${"!".repeat(50_000)}a`).faults).toEqual([
      expect.stringMatching(/an address with/),
    ]);
  });

  it("with a table whose rows lack most cells", () => {
    const text = `${"|a".repeat(300)}\n${"|-".repeat(300)}\n${"|\n".repeat(5_000)}`;
    expect(read(text).faults).toEqual([expect.stringMatching(/a table whose rows lack \d+ cells/)]);
  });

  it("with formatting that is opened again in every paragraph", () => {
    const fonts = Array.from({ length: 200 }, (_, index) => `<font color="${index}">`).join("");
    expect(read(`${fonts}\n\n${"a\n\n".repeat(10_000)}`).faults).toEqual([expect.stringMatching(/nested too deeply/)]);
  });
});

describe("Markdown takes linear time", { timeout: 120_000 }, () => {
  it.each([
    ["nested lists", "- a\n  - b\n"],
    ["lists in quotations", "> - a\n"],
    ["footnotes with lists", "x[^a]\n\n[^a]: - b\n\n"],
    ["paragraphs with hundreds of marks", `${"*a".repeat(60)}\n\n`],
    ["rows of a table", "| a | *b* | [c](d) |\n"],
    ["definitions", "[a]: https://example.org/\n"],
  ])("for %s", (_, pattern) => {
    expectLinear((length) => repeated(pattern)(length / 4), read);
  });
});

describe("an honest text of 100 kB is read", { timeout: 60_000 }, () => {
  const paragraph =
    "The *quay* is open, and the [tide tables](https://example.org/tide_tables_a) are **new**[^1]; see `tide.csv` & ask, at 10:30. ".repeat(
      6,
    );
  it.each([
    ["paragraphs", `${paragraph}\n\n`.repeat(130)],
    ["one paragraph without marks", "words of the quay, and of the tide; ".repeat(2_800)],
    ["a tight list of links", "- [The quay](https://example.org/quay_a_b) and the tide\n".repeat(1_900)],
    ["a table", `| a | b | c |\n|---|---|---|\n${"| *x* | [y](https://example.org/) | `z` |\n".repeat(2_500)}`],
    ["code", `\`\`\`\n${'{ "a": [1, 2, [3]], "b_c": "*<d>*" }\n'.repeat(2_700)}\`\`\`\n`],
    ["HTML", `<table>\n${"<tr><td>a_b</td><td>[c]</td></tr>\n".repeat(3_000)}</table>\n`],
    [
      "definitions",
      `[a0]\n\n${Array.from({ length: 2_000 }, (_, index) => `[a${index}]: https://example.org/a_${index} "A title"\n`).join("")}`,
    ],
    [
      "footnotes",
      Array.from(
        { length: 900 },
        (_, index) =>
          `The tide[^${index}] is high.\n\n[^${index}]: As the *office* says, [here](https://example.org/).\n\n`,
      ).join(""),
    ],
    ["quotations", "> The quay is _open_.\n> The tide is high.\n\n".repeat(2_200)],
    ["lines of a poem", `${"The quay, the tide,\\\n".repeat(4_500)}end.\n`],
  ])("of %s", (_, text) => {
    expect(
      read(`[^1]: A note.\n\n${text}`).faults.filter((fault) => /marks|lines|deeply|cells|address with/.test(fault)),
    ).toEqual([]);
  });
});
