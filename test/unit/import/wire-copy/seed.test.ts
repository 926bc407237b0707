import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseWireCopy } from "../../../../src/import/wire-copy/parse-wire-copy.ts";
import { toMarkdown } from "../../../../src/import/wire-copy/to-markdown.ts";
import { wordsOfFile, wordsOfSource } from "./words.ts";

/**
 * The real article is beside the repository and never in it, because its text is not ours. Its values are compared with
 * the file itself.
 */
const folder = join(import.meta.dirname, "../../../../../shared/seed");
const name = existsSync(folder) ? readdirSync(folder).find((file) => file.endsWith(".txt")) : undefined;

describe.skipIf(name === undefined)("the real article in ../shared/seed (skipped if it is not there)", () => {
  const text = name === undefined ? "" : readFileSync(join(folder, name), "utf8");
  const lines = text.split("\n").map((line) => line.trim());
  const parsed = name === undefined ? undefined : parseWireCopy(text, { zone: "Asia/Hong_Kong" });
  const copy = parsed?.ok ? parsed.value.copy : undefined;
  const of = (kind: string) => copy?.body.filter((block) => block.kind === kind) ?? [];

  it("is read with its headline, agency, dateline and times", () => {
    expect(copy?.headline).toBe(lines[1]);
    expect(copy?.byline).toEqual([]);
    expect(copy?.agency).toBe("Reuters");
    expect(copy?.dateline).toBe("SEOUL");
    expect(copy?.published).toBe("2021-02-03T21:42:00+08:00");
    expect(copy?.updated).toBe("2023-06-05T02:38:00+08:00");
    expect(copy?.unplaced).toEqual([]);
  });

  it("is read with its caption and credit", () => {
    expect(copy?.image?.credit).toBe("AHN YOUNG-JOON/POOL/AP");
    expect(`${copy?.image?.caption} (${copy?.image?.credit})`).toBe(lines[4]);
  });

  it("is read with its text in the printed order", () => {
    expect(copy?.body.map(({ kind }) => kind)).toEqual([
      ...["paragraph", "paragraph", "pull-quote", "paragraph", "related", "paragraph", "paragraph", "paragraph"],
      ...["paragraph", "related", "paragraph", "paragraph", "paragraph", "paragraph"],
    ]);
    const printed = lines.slice(6).filter((line) => line !== "" && !/^(?:READ MORE|ALSO READ):/.test(line));
    const [first = "", second, , , ...others] = printed;
    const paragraphs = [first.replace(/^SEOUL - /, ""), second, ...others];
    expect(of("paragraph").map((block) => ("text" in block ? block.text : ""))).toEqual(paragraphs);
  });

  it("is read with its pull quote, the speaker and the speaker's role", () => {
    const [quote] = of("pull-quote");
    const [sentences, attribution = ""] = lines.filter((line) => line !== "").slice(6, 8);
    expect(quote).toEqual({
      kind: "pull-quote",
      paragraphs: [sentences],
      by: "Lee In-young",
      role: attribution.split(",").slice(1).join(",").trim(),
    });
  });

  it("is read with its two related links without addresses", () => {
    const titles = lines
      .filter((line) => /^(?:READ MORE|ALSO READ):/.test(line))
      .map((line) => line.replace(/^[A-Z ]+:\s*/, ""));
    expect(of("related")).toEqual([
      { kind: "related", label: "READ MORE", title: titles[0] },
      { kind: "related", label: "ALSO READ", title: titles[1] },
    ]);
  });

  it("is written with exactly its words", () => {
    if (!copy) throw new Error("the article was not read");
    const file = toMarkdown(copy, { id: "tag:example.org,2026-01-01:articles/7f3k9q2m" });
    expect(wordsOfFile(file)).toEqual(wordsOfSource(text));
  });

  it("requires a zone", () => {
    const asked = parseWireCopy(text, {});
    expect(asked).toEqual({ ok: false, error: { kind: "no zone", found: "21:42, February 3, 2021" } });
  });
});
