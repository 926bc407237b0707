import { spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Report } from "../../../../src/doctor/report.ts";
import { rss } from "../../doctor/grammar/faulty-documents.ts";
import { healthyDocuments } from "../../doctor/healthy-documents.ts";
import { startSite } from "../../doctor/site.ts";

const repository = join(import.meta.dirname, "../../../..");
const folder = mkdtempSync(join(tmpdir(), "dateline-doctor-"));
const healthy = healthyDocuments["/rss.xml"]?.("https://example.org") ?? "";
writeFileSync(join(folder, "good.xml"), healthy);
writeFileSync(join(folder, "bad.xml"), rss({ inItem: "<pubdate>x</pubdate>" }));
writeFileSync(
  join(folder, "list.opml"),
  '<opml version="2.0"><head/><body><outline text="x" xmlUrl="http://127.0.0.1:1/"/></body></opml>',
);

/** Runs the command as npm does, in another folder than the person's. */
function doctor(args: readonly string[], input = ""): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["src/cli/commands/doctor.ts", ...args], {
      cwd: repository,
      env: { ...process.env, INIT_CWD: folder, NO_COLOR: "1" },
    });
    let [stdout, stderr] = ["", ""];
    child.stdout.on("data", (piece) => {
      stdout += piece;
    });
    child.stderr.on("data", (piece) => {
      stderr += piece;
    });
    child.on("close", (code) => resolve({ code: code ?? -1, stdout, stderr }));
    child.stdin.end(input);
  });
}

test("several have a header each, and a summary", async () => {
  await using site = await startSite();
  const ended = await doctor(["bad.xml", `127.0.0.1:${site.port}/rss.xml`, "good.xml", "gone.xml", "list.opml"]);
  expect([ended.code, ended.stderr]).toEqual([1, ""]);
  expect(ended.stdout.match(/^=== .* ===\n.*/gm)).toEqual([
    "=== bad.xml ===\n",
    `=== ${site.origin}/rss.xml ===\n`,
    "=== good.xml ===\n",
    "=== gone.xml ===\n",
    "=== list.opml ===\n",
    "=== http://127.0.0.1:1/ ===\nnamed by list.opml",
    "=== Summary ===\n",
  ]);
  const [, summary = ""] = ended.stdout.split("=== Summary ===\n\n");
  expect(summary).toMatch(
    /^No answer, or not readable: 2\n {2}gone.xml\n {2}http:.*\n\nWith errors: 1\n {2}bad.xml \(1 error\)\n\nWithout errors and warnings: 3\n\n6 checked: 3 errors, /,
  );
});

test("with --json each report is one line, also that of the standard input", async () => {
  const { code, stdout, stderr } = await doctor(["good.xml", "-", "gone.xml", "--json"], healthy);
  expect([code, stderr]).toEqual([3, ""]);
  const lines = stdout.trimEnd().split("\n");
  const reports: readonly Report[] = lines.map((line) => JSON.parse(line));
  expect(reports.map(({ version, address, source }) => [version, address, source])).toEqual([
    [1, "good.xml", "file"],
    [1, "standard input", "input"],
    [1, "gone.xml", "file"],
  ]);
  expect(Object.keys(reports[0] ?? {})).toEqual([
    ...["version", "address", "source", "readable", "counts", "findings", "subjects", "notChecked", "requests"],
  ]);
});

test("one has no header and no summary", async () => {
  const { code, stdout } = await doctor(["good.xml"]);
  expect(code).toBe(0);
  expect(stdout).not.toContain("===");
});
