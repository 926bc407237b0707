import { describe, expect, it } from "vitest";
import { withPullQuotes } from "../../../../src/import/wire-copy/pull-quotes.ts";
import type { WireBlock } from "../../../../src/import/wire-copy/wire-copy.ts";

const paragraph = (text: string): WireBlock => ({ kind: "paragraph", text });
const said = "A boat on luck is no timetable. Give us eight weeks and you shall sail.";

function find(...texts: readonly string[]) {
  const recognitions: string[] = [];
  const blocks = withPullQuotes(texts.map(paragraph), (_, recognition) => recognitions.push(recognition));
  return { blocks, recognitions };
}

describe("withPullQuotes recognises sentences that the text repeats", () => {
  it("with the line below as the speaker", () => {
    const again = `“${said.slice(0, -1)},” Ferrier said.`;
    expect(find("Text one.", said, "Ada Ferrier, harbour master", again)).toEqual({
      blocks: [
        paragraph("Text one."),
        { kind: "pull-quote", paragraphs: [said], by: "Ada Ferrier", role: "harbour master" },
        paragraph(again),
      ],
      recognitions: ["again"],
    });
  });

  it("in straight quotes, before the quote, or interrupted by the speaker", () => {
    const broken = '"A boat on luck is no timetable," Ferrier said. "Give us eight weeks and you shall sail."';
    expect(find(broken, said, "Text.").blocks).toEqual([
      paragraph(broken),
      { kind: "pull-quote", paragraphs: [said] },
      paragraph("Text."),
    ]);
  });

  it("in several paragraphs of one quote", () => {
    const [first = "", second = ""] = said.split(/(?<=\.) /);
    expect(find(first, second, "— Ada Ferrier", `“${said}”, she said.`).blocks[0]).toEqual({
      ...{ kind: "pull-quote", paragraphs: [first, second], by: "Ada Ferrier" },
    });
  });

  it("but not a subheading that repeats a phrase, a short word, or a speech that is quoted twice", () => {
    const subheading = ["Text.", "A boat on luck is no timetable", "Text two.", `“${said}” she said.`];
    expect(find(...subheading).blocks).toEqual(subheading.map(paragraph));
    const short = ["So it is.", "“So it is,” she said."];
    expect(find(...short).blocks).toEqual(short.map(paragraph));
    const twice = [`“${said}”`, "Text.", `“${said}” she said again.`];
    expect(find(...twice).blocks).toEqual(twice.map(paragraph));
  });
});

describe("withPullQuotes recognises the shape of an attribution", () => {
  it.each([
    ["a plain sentence of a speaker whom the text names", said, "Ada Ferrier, harbour master", "Ferrier left at noon."],
    ["a sentence in quotation marks", `“${said}”`, "Ada Ferrier, harbour master", "They left at noon."],
    ["a line that begins with a dash", said, "— Ada Ferrier, harbour master", "They left at noon."],
  ])("below %s", (_, quote, line, text) => {
    expect(find(quote, line, text)).toEqual({
      blocks: [{ kind: "pull-quote", paragraphs: [quote], by: "Ada Ferrier", role: "harbour master" }, paragraph(text)],
      recognitions: ["shape"],
    });
  });

  it.each([
    ["a speaker whom the text does not name", said, "Ada Ferrier, harbour master", "They left at noon."],
    ["a line that is a sentence", said, "Ada Ferrier, harbour master, left.", "Ferrier left at noon."],
    ["a subheading", said, "What the harbour master did next", "Ferrier left at noon."],
    [
      "a paragraph that contains a quotation",
      `“So,” said Ferrier. ${said}`,
      "Ada Ferrier, harbour master",
      "Ferrier left.",
    ],
    [
      "a paragraph of the length of body text",
      `${"word ".repeat(90)}end.`,
      "Ada Ferrier, harbour master",
      "Ferrier left.",
    ],
  ])("but not below %s", (_, quote, line, text) => {
    expect(find(quote, line, text).blocks).toEqual([quote, line, text].map(paragraph));
  });
});
