import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "vite";
import { describe, expect, it, vi } from "vitest";
import { slowInput } from "../adversary.ts";

/**
 * Text from elsewhere (files to import, fetched documents, requests, authors' files) reaches nearly every pattern of
 * src. So none may need more than linear time, wherever it is.
 */
const source = join(import.meta.dirname, "../../src");
const files = globSync("**/*.{ts,tsx}", { cwd: source }).sort();
vi.setConfig({ testTimeout: 120_000 });

type Found = { readonly at: string; readonly pattern: RegExp };

/** Every search that a caller may make: `replaceAll`, `split` and `matchAll` go on behind a match. */
const asSearch = (pattern: string, flags: string) => new RegExp(pattern, /[gy]/.test(flags) ? flags : `${flags}g`);

function literalsIn(file: string): readonly Found[] {
  const text = readFileSync(join(source, file), "utf8");
  const found: Found[] = [];
  JSON.stringify(parseSync(file, text).program, (_, node) => {
    if (node?.type === "Literal" && node.regex)
      found.push({
        at: `${file}:${text.slice(0, node.start).split("\n").length}`,
        pattern: asSearch(node.regex.pattern, node.regex.flags),
      });
    return typeof node === "bigint" ? String(node) : node;
  });
  return found;
}

/** The patterns that modules put together when they are loaded. */
async function builtIn(file: string): Promise<readonly Found[]> {
  const found: Found[] = [];
  const Original = RegExp;
  vi.resetModules();
  vi.stubGlobal(
    "RegExp",
    new Proxy(Original, {
      construct: (target, [pattern, flags = ""]) => {
        if (new Error("trace").stack?.includes(`/src/${file}`))
          found.push({ at: file, pattern: new Original(pattern, /[gy]/.test(flags) ? flags : `${flags}g`) });
        return new target(pattern, flags);
      },
    }),
  );
  await import(join(source, file));
  vi.unstubAllGlobals();
  return found;
}

/** Files whose patterns get no longer text than this, since their callers cut it. */
const LIMITED = new Map([
  ["import/wire-copy/dateline/dateline.ts", 200],

  ["import/wire-copy/language/furniture-words.ts", 300],
  ["import/wire-copy/caption.ts", 2000],
]);

const slow = (patterns: readonly Found[]) =>
  patterns.flatMap(({ at, pattern }) => {
    const text = slowInput(pattern, LIMITED.get(at));
    return text === undefined ? [] : [`${at} ${pattern}: ${JSON.stringify(text.slice(0, 60))}… (${text.length})`];
  });

describe("a pattern takes linear time for adversarial texts", () => {
  const rooms = Map.groupBy(files, (file) => file.split("/")[0] ?? "");
  it.each([...rooms])("as a literal in src/%s", (_, inRoom) => {
    expect(slow(inRoom.flatMap(literalsIn))).toEqual([]);
  });

  const builders = files.filter((file) => /\bnew RegExp\(/.test(readFileSync(join(source, file), "utf8")));
  it.each(builders)("as built in src/%s", async (file) => {
    const built = await builtIn(file);
    expect(built.length).toBeGreaterThan(0);
    expect(slow(built)).toEqual([]);
  });
});

describe("the search for adversarial texts", () => {
  it.each([
    ["exponential over comments", /^(?:<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*)*(?:<!doctype\s+html|<html)/gi],
    ["exponential by nesting", /^(?:a+)+$/g],
    ["quadratic at the end", /\s+$/g],
    ["quadratic by neighbours", /^(.*?)\s*(\([^()]+\))$/gs],
    ["quadratic from many starts", /\/\*.*?\*\//gs],
    ["quadratic by an optional middle", /^<!DOCTYPE[^>[]*(?:\[[^\]]*\])?[^>]*>/gi],
    ["cubic under a lookahead", /url\(\s*["']?\s*(?!["']?\s*(?:#|data:))/gi],
  ])("finds one that is %s", (_, pattern) => expect(slowInput(pattern)).toBeDefined());

  it.each([[/(?<!\s)\s+$/g], [/^[^%]*%/g], [/<([^<>]*)>/g], [/"(?:[^"\\]|\\.)*"/y]])("finds none for %s", (pattern) =>
    expect(slowInput(pattern)).toBeUndefined(),
  );
});
