import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { emptyRepository } from "../import-in.ts";

const FOLDER = join(import.meta.dirname, "../../../../../../shared/cases/23-languages");
const { run, names, read } = emptyRepository();

describe.skipIf(!existsSync(FOLDER))("23-languages (skipped if it is not there)", () => {
  it.each([
    ["atom.xml", "pt-BR"],
    ["l-.xml", undefined],
    ["l-EN-us.xml", "en-US"],
    ["l-de-de-formal.xml", "de-DE"],
    ["l-en_US.xml", "en-US"],
    ["l-fr-FR-u-co-phonebk.xml", "fr-FR-u-co-phonebk"],
    ["l-iw.xml", "he"],
    ["l-pt_BR.xml", "pt-BR"],
    ["l-zh-cn.xml", "zh-CN"],
    ["l-zh_Hant_TW.xml", "zh-Hant-TW"],
  ])("%s: %s", async (name, language) => {
    const { summary } = await run(join(FOLDER, name));
    expect(names()).toHaveLength(1);
    expect(/^language: (.*)$/m.exec(read(names()[0] ?? ""))?.[1]).toBe(language);
    expect(summary.join("\n")).not.toContain("language");
  });

  it("l-english.xml: en, and a question", async () => {
    const { summary } = await run(join(FOLDER, "l-english.xml"));
    expect(read(names()[0] ?? "")).toContain("\nlanguage: en\n");
    expect(summary.join("\n")).toContain("did you mean en?");
  });
});
