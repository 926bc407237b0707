import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { buildContent } from "../../../../src/cli/build/build-content-folder.ts";
import { compileFolder } from "../../../../src/cli/build/compiled/compile-folder.ts";
import { runJobs } from "../../../../src/cli/build/compiled/run-jobs.ts";
import { recordLedger } from "../../../../src/cli/build/record-ledger.ts";
import { formatFault } from "../../../../src/compile/content-fault.ts";
import { writeContentFolder } from "../../../bench/content/write-content.ts";

const NOW = Date.UTC(2026, 10, 1);
const THREADS = [0, 1, 3];
/** More than a thread gets at a time. */
const COUNT = 60;

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let roots: readonly string[] = [];

beforeEach(() => {
  roots = THREADS.map(() => mkdtempSync(join(tmpdir(), "dateline-threads-")));
  for (const root of roots) writeContentFolder(root, COUNT);
});

afterEach(() => {
  for (const root of roots) rmSync(root, { recursive: true, force: true });
});

/** Every file below a folder with its bytes in base64. */
function filesBelow(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(paths.toSorted().map((path) => [path.slice(folder.length), readFileSync(path, "base64")]));
}

it("the ledger and all files of a build are the same with any number of threads", async () => {
  const built = await Promise.all(
    roots.map(async (root, index) => {
      const setting = { root, now: NOW, renderer: "code", randomBytes, threads: THREADS[index] ?? 0 };
      expect(await recordLedger(false, setting)).toMatchObject({ ok: true });
      expect(await buildContent({ mode: "development" }, setting)).toMatchObject({ ok: true });
      const bundled = readFileSync(join(root, ".dateline/content.js"), "utf8");
      return {
        bundled,
        ledger: filesBelow(join(root, "content/ledger")),
        assets: filesBelow(join(root, ".dateline/assets")),
      };
    }),
  );
  const [first, ...others] = built;
  expect(Object.keys(first?.assets ?? {}).length).toBeGreaterThan(20);
  for (const other of others) expect(other).toEqual(first);
});

it("faults and warnings are told in one order", async () => {
  const told = await Promise.all(
    roots.map(async (root, index) => {
      for (let number = 0; number < COUNT; number += 1) {
        const text = `---\nid: tag:generated.example,2026-01-01:articles/x\ntitle: A\npublished: soon\n---\n<blink>${number}</blink>`;
        writeFileSync(join(root, `content/articles/wrong-${number}.md`), text);
      }
      const options = { root, mode: "production", allowPlaceholder: true, randomBytes } as const;
      const compiled = await compileFolder({ ...options, threads: THREADS[index] ?? 0 });
      if (compiled.ok) throw new Error("the content has faults");
      return [...compiled.error.faults, ...compiled.error.warnings].map(formatFault);
    }),
  );
  const [first, ...others] = told;
  expect(first?.length).toBeGreaterThan(COUNT);
  for (const other of others) expect(other).toEqual(first);
});

it.each(THREADS)("an error of a job is thrown here, with its file: %s threads", async (threads) => {
  const setting = { sections: undefined, language: undefined, serial: undefined, media: [], identity: undefined };
  const path = join(roots[0] ?? "", "content/articles/gone.md");
  const run = (job: { file: string; path: string }) =>
    runJobs([job], setting, { random: (count) => randomBytes(count), threads }, () => {});
  await expect(run({ file: "content/articles/gone.md", path })).rejects.toMatchObject({ syscall: "stat", path });
});

it.each(THREADS)("what `take` throws ends the run: %s threads", async (threads) => {
  const root = roots[0] ?? "";
  const names = readdirSync(join(root, "content/articles"));
  const jobs = names.map((name) => ({ file: `content/articles/${name}`, path: join(root, "content/articles", name) }));
  const setting = { sections: undefined, language: "en", serial: undefined, media: [], identity: undefined };
  const run = runJobs(jobs, setting, { random: (count) => randomBytes(count), threads }, () => {
    throw new Error("the disk is full");
  });
  await expect(run).rejects.toThrow("the disk is full");
});
