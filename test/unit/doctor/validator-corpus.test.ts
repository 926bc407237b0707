import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { CORPUS, type CorpusCase, corpusCases, errorsOf } from "./validator-corpus/corpus.ts";
import { rulesFor } from "./validator-corpus/validator-kinds.ts";

type Judged = CorpusCase & {
  readonly found: readonly string[];
  readonly words: readonly string[];
  readonly isVery: boolean;
};

/** Valid cases in which the doctor reports an error on purpose, each with the reason. None so far. */
const OTHERWISE: Readonly<Record<string, string>> = {};

const isCore = ({ path }: CorpusCase) => /^(?:rss20|atom)\//.test(path);

function judge(each: CorpusCase): Judged {
  const errors = errorsOf(each);
  const found = errors.map(({ id }) => id);
  return {
    ...each,
    found,
    words: errors.map(({ id, what }) => `${id}: ${what}`),
    isVery: found.some(rulesFor(each.kind)),
  };
}

function share(part: readonly unknown[], whole: readonly unknown[]): number {
  return whole.length === 0 ? 1 : part.length / whole.length;
}

function row(name: string, cases: readonly Judged[]): string {
  const invalid = cases.filter(({ expects }) => expects === "error");
  const valid = cases.filter(({ expects }) => expects === "valid");
  const [very, any] = [invalid.filter(({ isVery }) => isVery), invalid.filter(({ found }) => found.length > 0)];
  const alarms = valid.filter(({ found }) => found.length > 0);
  const counts = [invalid, very, any, valid, alarms].map(({ length }) => String(length).padStart(8));
  return name.padEnd(44) + counts.join("");
}

describe.skipIf(!existsSync(CORPUS))("W3C's test feeds in ../shared (skipped if it is not there)", () => {
  const judged = existsSync(CORPUS) ? corpusCases().map(judge) : [];
  const [core, all] = [judged.filter(isCore), judged];
  const invalid = (cases: readonly Judged[]) => cases.filter(({ expects }) => expects === "error");
  const alarms = (cases: readonly Judged[]) =>
    cases.filter(({ expects, found, path }) => expects === "valid" && found.length > 0 && !(path in OTHERWISE));

  test("the table by folder", () => {
    const folders = [...new Set(judged.map(({ path }) => path.slice(0, path.lastIndexOf("/"))))].sort();
    const head =
      "folder".padEnd(44) + ["invalid", "very", "any", "valid", "alarms"].map((each) => each.padStart(8)).join("");
    const rows = folders.map((folder) =>
      row(
        folder,
        judged.filter(({ path }) => path.startsWith(`${folder}/`)),
      ),
    );
    const missed = invalid(all).filter(({ isVery }) => !isVery);
    const lines = [
      head,
      ...rows,
      row("core (rss20, atom)", core),
      row("all", all),
      "",
      "Not the very fault:",
      ...missed.map(({ path, kind, found }) => `${path}  ${kind}  [${found.join(", ")}]`),
      "",
      "False alarms:",
      ...alarms(all).map(({ path, words }) => `${path}  ${words.join(" | ")}`),
    ];
    console.info(lines.join("\n"));
    expect(judged.length).toBeGreaterThan(900);
  });

  test("the very fault is found in 95 % of RSS 2.0 and Atom, and in 85 % of all", () => {
    const very = (cases: readonly Judged[]) => invalid(cases).filter(({ isVery }) => isVery);
    expect(share(very(core), invalid(core))).toBeGreaterThanOrEqual(0.95);
    expect(share(very(all), invalid(all))).toBeGreaterThanOrEqual(0.85);
  });

  test("no valid feed of RSS 2.0 and Atom gives an alarm, and at most 1 % of all do", () => {
    expect(alarms(core).map(({ path, words }) => `${path}: ${words.join("; ")}`)).toEqual([]);
    const valid = all.filter(({ expects }) => expects === "valid");
    expect(share(alarms(all), valid)).toBeLessThanOrEqual(0.01);
  });
});
