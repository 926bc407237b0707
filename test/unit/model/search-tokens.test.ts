import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matcherOfWords, searchLine, searchTokens } from "../../../src/model/search-tokens.ts";
import { foldText } from "../../../src/model/text.ts";

test.each([
  ["ROK urges flexibility: talks in 2021", ["rok", "urges", "flexibility", "talks", "in", "2021"]],
  ["The harbour’s “new” boat", ["the", "harbour", "s", "new", "boat"]],
  ["Élan E\u0301LAN ｅｌａｎ ﬁn", ["élan", "élan", "elan", "fin"]],
  ["朝鲜制裁2021年", ["朝", "鲜", "制", "裁", "2021", "年"]],
  ["フェリーの時刻", ["フ", "ェ", "リ", "ー", "の", "時", "刻"]],
  ["ﾌｪﾘｰ が か\u3099", ["フ", "ェ", "リ", "ー", "が", "が"]],
  ["북한 제재가", ["북한", "제재가"]],
  ["ที่นี่", ["ที่", "นี่"]],
  ["နေပြည်", ["နေ", "ပြ", "ည်"]],
  ["חֲדָשׁוֹת الأخبار हिन्दी", ["חֲדָשׁוֹת", "الأخبار", "हिन्दी"].map((word) => word.normalize("NFC"))],
  ["R&D 🛳\uFE0F — ! 、。", ["r", "d"]],
  ["", []],
])("the tokens of %j are %j", (text, tokens) => {
  expect(searchTokens(text)).toEqual(tokens);
});

describe("a search", () => {
  test.each([
    ["sanct", "UN sanctions", true],
    ["SANCTIONS un", "UN sanctions", true],
    ["anctions", "UN sanctions", false],
    ["art", "The party", false],
    ["制裁", "朝鲜制裁", true],
    ["鲜裁", "朝鲜制裁", false],
    ["裁制", "朝鲜制裁", false],
    ["제재", "북한 제재가", true],
    ["harbour’s", "The harbour's boat", true],
    ["r&d", "R & Design", true],
    ["r&d", "Design & R", false],
    ["harb boat", "The harbour's boat", true],
    ["harb ship", "The harbour's boat", false],
  ])("for %j in %j has the result %s", (words, title, found) => {
    expect(matcherOfWords(words)(searchLine({ title, summary: "" }))).toBe(found);
  });

  test("looks in title and summary", () => {
    const line = searchLine({ title: "UN sanctions", summary: "The harbour is shut." });
    expect(matcherOfWords("sanctions harbour")(line)).toBe(true);
  });

  test("finds every text by each of its words and by the beginning of a word", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), fc.nat(), (title, at) => {
        const line = searchLine({ title, summary: "" });
        const tokens = searchTokens(title);
        const token = tokens[at % Math.max(tokens.length, 1)];
        for (const word of [...tokens, ...(token ? [Array.from(token)[0] ?? ""] : [])])
          expect([word, matcherOfWords(word)(line)]).toEqual([word, true]);
      }),
    );
  });
});

test("folding a folded character changes nothing", () => {
  for (let code = 0; code <= 0x10ffff; code += 1) {
    const folded = foldText(String.fromCodePoint(code));
    if (foldText(folded) !== folded) expect.fail(`U+${code.toString(16)}`);
  }
});
