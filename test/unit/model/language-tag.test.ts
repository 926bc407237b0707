import { describe, expect, it } from "vitest";
import { suggestLanguage } from "../../../src/model/language-names.ts";
import { canonicalLanguage } from "../../../src/model/language-tag.ts";
import { languageTag } from "../../../src/model/schema.ts";

describe("a language is read as", () => {
  it.each([
    ["en", "en"],
    [" EN-us ", "en-US"],
    ["pt_BR", "pt-BR"],
    ["zh_Hans_CN", "zh-Hans-CN"],
    ["zh_TW_Hant", "zh-Hant-TW"],
    ["zh_TW_#Hant", "zh-Hant-TW"],
    ["iw", "he"],
    ["iw_IL", "he-IL"],
    ["en-UK", "en-GB"],
    ["eng", "en"],
    ["ger", "de"],
    ["en-GB-oed", "en-GB-oxendict"],
    ["i-klingon", "tlh"],
    ["zh-min-nan", "nan"],
    ["zh-cmn-Hans-CN", "zh-Hans-CN"],
    ["zh-yue", "yue"],
    ["zh-CHT", "zh-Hant"],
    ["de_DE_formal", "de-DE"],
    ["de-ch-informal", "de-CH"],
    ["pt_PT_ao90", "pt-PT-ao1990"],
    ["ca_valencia", "ca-valencia"],
    ["en_US.UTF-8", "en-US"],
    ["de_DE@euro", "de-DE"],
    ["sr_RS@latin", "sr-Latn-RS"],
    ["es-419", "es-419"],
    ["fr-FR-u-co-phonebk", "fr-FR-u-co-phonebk"],
    ["en-x-pirate", "en-x-pirate"],
    ["haz", "haz"],
    ["und", "und"],
  ])("%j: %s", (written, tag) => {
    expect(canonicalLanguage(written)).toBe(tag);
    expect(canonicalLanguage(tag)).toBe(tag);
  });
});

describe("a text that is not a tag is questioned", () => {
  it.each([
    ["english", "en"],
    ["English", "en"],
    ["Deutsch", "de"],
    ["Português do Brasil", "pt-BR"],
    ["Englisch", "en"],
    ["anglais", "en"],
    ["inglés", "en"],
    ["Tedesco", "de"],
    ["немецкий", "de"],
    ["farsi", "fa"],
    ["Mandarin", "zh"],
    ["Flemish", "nl-BE"],
    ["American", "en-US"],
    ["engish", "en"],
    ["Ukranian", "uk"],
    ["Spannish", "es"],
    ["Frnech", "fr"],
    ["portugues", "pt"],
    ["Español (México)", "es-MX"],
    ["US English", "en-US"],
    ["UK English", "en-GB"],
    ["English (United Kingdom)", "en-GB"],
    ["American English", "en-US"],
    ["Simplified Chinese", "zh-Hans"],
    ["中文(简体)", "zh-Hans"],
    ["日本語", "ja"],
    ["العربية", "ar"],
    ["jp", "ja"],
    ["jp_JP", "ja-JP"],
    ["en-EN", "en"],
    ["en-USA", "en"],
    ["en, fr", "en"],
    ["pt_BR;q=0.8", "pt-BR"],
  ])("%j: did you mean %s?", (written, tag) => {
    expect(canonicalLanguage(written)).toBeUndefined();
    expect(suggestLanguage(written)).toBe(tag);
    expect(languageTag.safeParse(written).error?.issues[0]?.message).toBe(
      `expected a language tag such as en or pt-BR (BCP 47); did you mean "${tag}"?`,
    );
  });

  it.each(["", "x", "C", "POSIX", "unknown", "?", "en english of the harbour".repeat(9)])("%j: no guess", (written) => {
    expect(canonicalLanguage(written)).toBeUndefined();
    expect(suggestLanguage(written)).toBeUndefined();
    expect(languageTag.safeParse(written).error?.issues[0]?.message).toBe(
      "expected a language tag such as en or pt-BR (BCP 47)",
    );
  });
});
