import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { buildContent } from "../../../../src/cli/build/build-content-folder.ts";
import { recordLedger } from "../../../../src/cli/build/record-ledger.ts";
import { hashOfRenderer } from "../../../../src/cli/build/renderer-hash.ts";
import { unpackHotDocument } from "../../../../src/http/hot/hot-document.ts";

const PUBLICATION = `title: Harbour
address: https://harbour.news
description: News.
language: en
identity: { authority: harbour.news, date: 2026-01-01 }
sections:
  - { slug: quays, title: Quays }
  - { slug: hills, title: Hills }
`;
const NOW = Date.UTC(2026, 1, 2);

vi.setConfig({ testTimeout: 60_000 });

let root = "";
const write = (path: string, content: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
};
const article = (name: string, section: string, body: string, more = "") =>
  write(
    `content/articles/${name}.md`,
    `---\nid: tag:harbour.news,2026-01-01:articles/${name}\ntitle: ${name}\npublished: 2026-01-02T00:00:00Z\nsection: ${section}\n${more}---\n${body}\n`,
  );

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "dateline-hot-"));
  write("content/publication.yaml", PUBLICATION);
  article("ferry", "quays", "It sails.");
  article("tram", "hills", "It climbs.");
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

const folder = () => join(root, ".dateline/assets/hot");
const renderer = hashOfRenderer();

async function build(mode: "development" | "production" = "production", now = NOW) {
  await recordLedger(false, { root, now: now - 3_600_000, renderer, randomBytes });
  const built = await buildContent({ mode }, { root, now, renderer, randomBytes });
  if (!built.ok) throw new Error(built.error.problems.join("\n"));
}

/** The bytes of each hot document, by its key. */
function hotDocuments() {
  return new Map(
    readdirSync(folder()).map((name) => {
      const bytes = readFileSync(join(folder(), name));
      return [unpackHotDocument(bytes).key.replaceAll("https://harbour.news", "").trim(), bytes.toString("latin1")];
    }),
  );
}

/** The keys of the documents whose bytes differ. */
function changed(before: ReadonlyMap<string, string>, later: ReadonlyMap<string, string>): string[] {
  return [...new Set([...before.keys(), ...later.keys()])]
    .filter((key) => before.get(key) !== later.get(key))
    .toSorted();
}

const views = (scope: string) =>
  ["form atom", "form json", "form rss", "page"].map((view) => new RegExp(`^${view}\\s+${scope}$`));
const matching = (...patterns: RegExp[]) => patterns.toSorted().map((pattern) => expect.stringMatching(pattern));

describe("the hot documents of a build", () => {
  test("are the front page, the main feeds, those of each section and the pages of the newest articles", async () => {
    await build();
    const keys = [...hotDocuments().keys()].toSorted();
    expect(keys).toEqual(
      expect.arrayContaining(
        matching(
          ...views("everything"),
          ...views("sections/quays"),
          ...views("sections/hills"),
          /^article ferry/,
          /^article tram/,
        ),
      ),
    );
    expect(keys).toHaveLength(14);
  });

  test("are not written again if they are the same, and a damaged one is", async () => {
    await build();
    const before = hotDocuments();
    const [damaged = "", ...rest] = readdirSync(folder());
    writeFileSync(join(folder(), damaged), "{");
    for (const name of rest) utimesSync(join(folder(), name), 1, 1);
    await build("production", NOW + 3_600_000);
    expect(changed(before, hotDocuments())).toEqual([]);
    const times = rest.map((name) => statSync(join(folder(), name)).mtimeMs);
    expect(new Set(times)).toEqual(new Set([1_000]));
  });

  test("change with an edit if they show it", async () => {
    await build();
    const before = hotDocuments();
    article("ferry", "quays", "It sails at noon.");
    await build("production", NOW + 86_400_000);
    const keys = changed(before, hotDocuments());
    expect([...hotDocuments().keys()].toSorted()).toEqual([...before.keys()].toSorted());
    expect(keys).toHaveLength(9);
    expect(keys.filter((key) => /hills|tram/.test(key))).toEqual([]);
  });

  test("of an article that was withdrawn are gone, and nothing has a text that is not out", async () => {
    await build();
    expect([...hotDocuments().keys()].some((key) => key.startsWith("article ferry"))).toBe(true);
    article("ferry", "quays", "A secret.", "status: scheduled\nscheduledFor: 2027-01-01T00:00:00Z\n");
    await build("production", NOW + 86_400_000);
    expect([...hotDocuments().keys()].some((key) => key.startsWith("article ferry"))).toBe(false);
  });

  test("are not there in a development build, which removes them", async () => {
    await build();
    await build("development");
    expect(readdirSync(folder())).toEqual([]);
    expect(readFileSync(join(root, ".dateline/content.js"), "utf8")).toContain("export const hot = undefined;");
  });

  test("are those of a build in a process of its own", async () => {
    await build();
    const before = hotDocuments();
    const other = mkdtempSync(join(tmpdir(), "dateline-hot-other-"));
    cpSync(join(root, "content"), join(other, "content"), { recursive: true });
    const { WRANGLER_COMMAND: _, ...env } = process.env;
    const script = join(import.meta.dirname, "../../../../src/cli/commands/build-content.ts");
    const { status, stderr } = spawnSync(process.execPath, [script], { cwd: other, env, encoding: "utf8" });
    expect([status, stderr]).toEqual([0, ""]);
    rmSync(folder(), { recursive: true });
    cpSync(join(other, ".dateline/assets/hot"), folder(), { recursive: true });
    rmSync(other, { recursive: true });
    expect(changed(before, hotDocuments())).toEqual([]);
  });
});
