import { expect, it } from "vitest";
import { importedLanguage } from "../../../../src/import/feeds/imported-language.ts";

it("a language tag of any form is kept without a note", () => {
  expect(importedLanguage(" pt_BR ")).toEqual({ language: "pt-BR" });
  expect(importedLanguage("de_DE_formal")).toEqual({ language: "de-DE" });
});

it("no language needs no note", () => {
  expect([undefined, "", " "].map(importedLanguage)).toEqual([{}, {}, {}]);
});

it("the name of a language is guessed, and the note asks and quotes it", () => {
  expect(importedLanguage("english")).toEqual({
    language: "en",
    note: {
      kind: "guessed",
      message: "a language that is not a language tag (BCP 47): did you mean en? It is used",
      found: '"english"',
    },
  });
});

it("a text that names no language is lost, and the note quotes it", () => {
  expect(importedLanguage("harbour news")).toEqual({
    note: { kind: "lost", message: "a language that is not a language tag (BCP 47)", found: '"harbour news"' },
  });
});

it.each([
  ["en (US)", "en-US"],
  ["pt (br)", "pt-BR"],
  ["en-", "en"],
])("%s is a tag with a slip, and %s is guessed", (written, language) => {
  expect(importedLanguage(written)).toMatchObject({ language, note: { kind: "guessed" } });
});
