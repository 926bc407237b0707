import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readLedger } from "../../../src/cli/build/ledger-folder.ts";
import { recordLedger } from "../../../src/cli/build/record-ledger.ts";

vi.setConfig({ testTimeout: 60_000 });

const repository = join(import.meta.dirname, "../../..");
let root = "";
const write = (path: string, text: string) => writeFileSync(join(root, path), text);
const LEDGER = "content/ledger/articles.jsonl";
const read = () => readFileSync(join(root, LEDGER), "utf8");
const recorded = () => {
  const ledger = readLedger(root);
  if (!ledger.ok || !ledger.value) throw new Error("there is no ledger");
  return ledger.value.ledger;
};
const article = (name: string, fields = "") =>
  write(
    `content/articles/${name}.md`,
    `---\nid: tag:harbour.news,2026-01-01:articles/${name}\ntitle: ${name}\npublished: 2026-01-02T00:00:00Z\n${fields}---\nOpen.\n`,
  );
const run = (isCheck: boolean, day = 1, renderer = "0123456789abcdef") =>
  recordLedger(isCheck, { root, now: Date.UTC(2026, 3, day), renderer, randomBytes: (count) => new Uint8Array(count) });

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "dateline-record-"));
  mkdirSync(join(root, "content/articles"), { recursive: true });
  write(
    "content/publication.yaml",
    "title: H\naddress: https://harbour.news\ndescription: N.\nlanguage: en\nidentity: { authority: harbour.news, date: 2026-01-01 }\n",
  );
  article("quay");
  article("notes", "status: draft\n");
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("recordLedger", () => {
  it("recordLedger writes every article except drafts and reports what it wrote", async () => {
    expect(await run(false)).toEqual({
      ok: true,
      value: ['recorded a new article, "quay"', "Wrote content/ledger; commit it with the content"],
    });
    const ledger = recorded();
    expect(Object.values(ledger.articles).map(({ slug, modified }) => [slug, modified])).toEqual([
      ["quay", "2026-04-01T00:00:00Z"],
    ]);
    expect(await run(false, 2)).toEqual({ ok: true, value: ["content/ledger is up to date"] });
  });

  it("recordLedger with check reports what is not recorded and writes nothing", async () => {
    await run(false);
    const before = read();
    article("quay", "summary: Other words.\n");
    article("ferry");
    const report = await run(true, 2, "fedcba9876543210");
    const expected = "expected it to be recorded: run npm run record, and commit the ledger";
    expect(report).toEqual({
      ok: false,
      error: [
        `content/ledger: found a change to how everything is rendered; ${expected}`,
        `content/ledger: found a new article, "ferry"; ${expected}`,
        `content/ledger: found a change to "quay"; ${expected}`,
      ],
    });
    expect(read()).toBe(before);
  });

  it("recordLedger warns once of a plan that has passed before it is recorded", async () => {
    const warnings = async (day: number) => {
      const report = await run(false, day);
      return report.ok ? report.value.filter((line) => line.startsWith("warning: ")) : report.error;
    };
    article("old", "scheduledFor: 2026-01-03T00:00:00Z\n");
    expect(await warnings(1)).toEqual([]);
    article("late", "scheduledFor: 2026-03-01T08:00:00+01:00\n");
    article("soon", "scheduledFor: 2026-05-01T00:00:00Z\n");
    article("over", "unpublishAt: 2026-03-01T00:00:00Z\n");
    expect(await warnings(2)).toEqual([
      'warning: content/articles/late.md scheduledFor: found "2026-03-01T08:00:00+01:00"; expected a time to come: this one has passed, so the article is public at once',
      'warning: content/articles/over.md unpublishAt: found "2026-03-01T00:00:00Z"; expected a time to come: this one has passed, so readers do not see the article',
    ]);
    article("late", "scheduledFor: 2026-03-01T08:00:00+01:00\nsummary: More.\n");
    expect(await warnings(40)).toEqual([]);
    article("late", "scheduledFor: 2026-03-02T08:00:00+01:00\n");
    expect(await warnings(41)).toHaveLength(1);
  });

  it("recordLedger fails if it cannot read the ledger, and does not replace it", async () => {
    await run(false);
    write(LEDGER, read().replace('"sequence":1', '"sequence":"one"'));
    const before = read();
    const report = await run(false);
    expect(report.ok ? [] : report.error[0]).toMatch(
      /^content\/ledger\/articles\.jsonl:1 sequence: found .*; expected the ledger/,
    );
    expect(read()).toBe(before);
    write(LEDGER, "{\n");
    const damaged = await run(false);
    expect(damaged.ok ? [] : damaged.error[0]).toMatch(
      /^content\/ledger\/articles\.jsonl:1: found "\{"; expected the ledger/,
    );
  });

  it("recordLedger does not record content with faults", async () => {
    write("content/articles/bad.md", "---\ntitle: Bad\n---\n");
    expect((await run(false)).ok).toBe(false);
  });
});

describe("npm run record", () => {
  it("exits with 1 if something is not recorded and with 2 if it does not know an option", () => {
    const record = (...args: string[]) =>
      spawnSync(process.execPath, [join(repository, "src/cli/commands/record.ts"), ...args], {
        cwd: root,
        encoding: "utf8",
      });
    expect(record("--check").status).toBe(1);
    expect(record().status).toBe(0);
    expect(record("--check")).toMatchObject({ status: 0, stdout: "content/ledger is up to date\n" });
    expect(record("--chek").status).toBe(2);
  });
});
