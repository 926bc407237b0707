import { spawnSync } from "node:child_process";
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const commands = join(import.meta.dirname, "../../../src/cli/commands");
let root = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "dateline-full-"));
  mkdirSync(join(root, "content/articles"), { recursive: true });
  writeFileSync(
    join(root, "content/publication.yaml"),
    "title: H\naddress: https://harbour.news\ndescription: N.\nlanguage: en\nidentity: { authority: harbour.news, date: 2026-01-01 }\n",
  );
  writeFileSync(
    join(root, "content/articles/quay.md"),
    "---\nid: tag:harbour.news,2026-01-01:articles/quay\ntitle: Quay\npublished: 2026-01-02T00:00:00Z\n---\nOpen.\n",
  );
  writeFileSync(join(root, "copied.txt"), "The quay opens\n\nPublished March 3, 2024 9:42 PM UTC\n\nShips may land.\n");
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Runs a command that can write no byte to a file: the limit stands for the full disk. */
function runOnFullDisk(name: string, ...args: readonly string[]) {
  const script = join(commands, `${name}.ts`);
  return spawnSync("bash", ["-c", 'ulimit -f 0; exec "$@"', "-", process.execPath, script, ...args], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, INIT_CWD: root },
  });
}

const files = () => globSync("{.*,*,content/{.*,**}}", { cwd: root }).toSorted();

describe("on a full disk", { timeout: 60_000 }, () => {
  it.each([
    ["new-article", ["A title"]],
    ["record", []],
    ["import", ["copied.txt"]],
    ["build-content", ["--development"]],
  ])("%s leaves nothing half-written, says why, and prints no stack", (name, args) => {
    const before = files();
    const { status, stderr } = runOnFullDisk(name, ...args);
    expect(status).toBe(1);
    expect(stderr).toMatch(/the file would be larger than/);
    expect(stderr).not.toMatch(/^\s+at /m);
    // The build and the record make their folders first.
    expect(files().filter((file) => ![".dateline", "content/ledger"].includes(file))).toEqual(before);
    expect(globSync("content/ledger/{.*,*}", { cwd: root })).toEqual([]);
  });

  it("record leaves an older ledger as it is", () => {
    const ledger = join(root, "content/ledger/articles.jsonl");
    expect(spawnSync(process.execPath, [join(commands, "record.ts")], { cwd: root }).status).toBe(0);
    const written = readFileSync(ledger, "utf8");
    writeFileSync(
      join(root, "content/articles/quay.md"),
      `${readFileSync(join(root, "content/articles/quay.md"))}More.\n`,
    );
    expect(runOnFullDisk("record").status).toBe(1);
    expect(readFileSync(ledger, "utf8")).toBe(written);
  });
});
