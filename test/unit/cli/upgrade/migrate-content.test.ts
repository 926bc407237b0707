import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { recordLedger } from "../../../../src/cli/build/record-ledger.ts";
import { MIGRATIONS } from "../../../../src/cli/upgrade/all-migrations.ts";
import { migrateContent } from "../../../../src/cli/upgrade/migrate-content.ts";
import type { Migration } from "../../../../src/cli/upgrade/migration.ts";
import { readLedgerTexts } from "../../../../src/compile/ledger/read-ledger-texts.ts";
import { err, ok } from "../../../../src/syntax/result.ts";

let root = "";
const HEAD = "content/ledger/publication.jsonl";
const record = () =>
  recordLedger(false, {
    root,
    now: Date.UTC(2026, 1, 1),
    renderer: "0123456789abcdef",
    randomBytes: (count) => new Uint8Array(count),
  });

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), "dateline-migrate-"));
  mkdirSync(join(root, "content"));
  writeFileSync(
    join(root, "content/publication.yaml"),
    "title: H\naddress: https://harbour.news\ndescription: N.\nlanguage: en\nidentity: { authority: harbour.news, date: 2026-01-01 }\n",
  );
  await record();
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

const ran: number[] = [];
const migration = (number: number, isGood = true): Migration => ({
  number,
  about: `does ${number}`,
  run: async () => {
    ran.push(number);
    return isGood ? ok([`changed ${number}`]) : err("content/articles/a.md: has to be changed by hand");
  },
});

test("each migration runs once, in order, and the ledger keeps the last one", async () => {
  ran.length = 0;
  expect(await migrateContent(root, [migration(1), migration(2)])).toEqual(
    ok(["migration 1: does 1", "changed 1", "migration 2: does 2", "changed 2"]),
  );
  expect(await migrateContent(root, [migration(1), migration(2)])).toEqual(ok([]));
  expect(readFileSync(join(root, HEAD), "utf8")).toContain('{"content":2}\n');
  await record();
  expect(await migrateContent(root, [migration(1), migration(2), migration(3)])).toMatchObject({ ok: true });
  expect(ran).toEqual([1, 2, 3]);
});

test("a migration that fails is tried again, and those before it are not", async () => {
  ran.length = 0;
  const failed = await migrateContent(root, [migration(1), migration(2, false), migration(3)]);
  expect(failed).toEqual(err("migration 2 (does 2): content/articles/a.md: has to be changed by hand"));
  await migrateContent(root, [migration(1), migration(2), migration(3)]);
  expect(ran).toEqual([1, 2, 2, 3]);
});

test("content without a ledger is new, and needs none", async () => {
  ran.length = 0;
  rmSync(join(root, "content/ledger"), { recursive: true });
  expect(await migrateContent(root, [migration(1)])).toEqual(ok([]));
  expect(ran).toEqual([]);
});

test("of two branches, the one that was migrated less counts", () => {
  const text = readFileSync(join(root, HEAD), "utf8");
  for (const numbers of [
    [1, 2],
    [2, 1],
  ]) {
    const lines = numbers.map((number) => `${JSON.stringify({ content: number })}\n`);
    expect(readLedgerTexts([{ file: HEAD, text: text + lines.join("") }])).toMatchObject({
      ok: true,
      value: { isMerged: true, ledger: { content: 1 } },
    });
  }
});

test("the numbers of the migrations rise", () => {
  const numbers = MIGRATIONS.map(({ number }) => number);
  expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
});
