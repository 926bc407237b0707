import { describe, expect, it } from "vitest";
import { paragraphsOf } from "../../../../src/import/wire-copy/paragraphs.ts";

const texts = (text: string, standsAlone: (line: string) => boolean = () => false) =>
  paragraphsOf(text, standsAlone).map((paragraph) => paragraph.text);

describe("paragraphsOf", () => {
  it("returns one paragraph for each line, whatever ends it", () => {
    expect(texts("One\r\nTwo\rThree\n\n\nFour\u2028Five\fSix\n")).toEqual([
      "One",
      "Two",
      "Three",
      "Four",
      "Five",
      "Six",
    ]);
  });

  it("trims spaces, no-break spaces and zero-width spaces, and preserves a single no-break space", () => {
    expect(texts("\ufeff \u00a0 One\u00a0 two\u00a0km\u200b \n\u00a0\nThree\t four")).toEqual([
      "One two\u00a0km",
      "Three four",
    ]);
  });

  it("joins lines that were wrapped at some width", () => {
    const wrapped = [
      "The boats may moor at the old wall for as long",
      "as the new one is being built, the board says",
      "in a letter.",
      "",
      "Skippers had asked for another reading, but no",
      "one came.",
    ].join("\n");
    expect(texts(wrapped)).toEqual([
      "The boats may moor at the old wall for as long as the new one is being built, the board says in a letter.",
      "Skippers had asked for another reading, but no one came.",
    ]);
    expect(paragraphsOf(wrapped, () => false).map(({ joined }) => joined)).toEqual([true, true]);
  });

  it("does not join lines that are short, that stand alone or that are wider than any wrapping", () => {
    const short = "The boats may moor.\nThe board says so, and the skippers agree with it.";
    expect(texts(short)).toEqual(short.split("\n"));
    const long = `${"word ".repeat(40).trim()}\n${"word ".repeat(30).trim()}`;
    expect(texts(long)).toEqual(long.split("\n"));
    const filled = "READ MORE: The boats may moor at the old wall for\nlonger";
    expect(texts(filled, (line) => line.startsWith("READ MORE"))).toEqual(filled.split("\n"));
  });

  it("returns nothing for white space", () => {
    expect(texts(" \n\u00a0\r\n\ufeff")).toEqual([]);
  });
});
