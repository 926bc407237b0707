import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type WatchedContent, watchContent } from "../../../../src/cli/preview/watch-content.ts";

let root = "";
let watched: WatchedContent | undefined;
const calls = { touched: 0, changed: 0 };
const write = (path: string, text = "x") => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const start = () => {
  watched = watchContent(root, { touched: () => calls.touched++, changed: () => calls.changed++ });
};
/** Waits for one more call, and until nothing follows. */
async function change(work: () => void): Promise<number> {
  const before = calls.changed;
  work();
  await vi.waitFor(() => expect(calls.changed).toBeGreaterThan(before), { timeout: 20_000 });
  await delay(400);
  return calls.changed - before;
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "dateline-watch-"));
  write("content/articles/a.md");
  write("content/media/2026/a.gif");
  calls.touched = 0;
  calls.changed = 0;
});
afterEach(() => {
  watched?.close();
  rmSync(root, { recursive: true, force: true });
});

test.each<[string, () => void]>([
  ["an edit", () => write("content/articles/a.md", "y")],
  ["a new file", () => write("content/articles/b.md")],
  ["a removed file", () => rmSync(join(root, "content/articles/a.md"))],
  ["a renamed file", () => renameSync(join(root, "content/articles/a.md"), join(root, "content/articles/c.md"))],
  ["a file deep in media", () => write("content/media/2026/a.gif", "y")],
  ["the publication", () => write("content/publication.yaml")],
  ["the settings of wrangler", () => write("wrangler.toml")],
  ["a removed folder", () => rmSync(join(root, "content/media"), { recursive: true })],
])("tells of %s", async (_, work) => {
  start();
  expect(await change(work)).toBeGreaterThan(0);
  expect(calls.touched).toBeGreaterThan(0);
});

test("tells once of an editor that writes a file beside and renames it", async () => {
  start();
  const count = await change(() => {
    write("content/articles/.a.md.swp");
    write("content/articles/a.md~", "y");
    renameSync(join(root, "content/articles/a.md~"), join(root, "content/articles/a.md"));
  });
  expect(count).toBe(1);
});

test("sees what happens in folders that are new, or made again", async () => {
  start();
  await change(() => write("content/media/new/b.gif"));
  await change(() => write("content/media/new/b.gif", "y"));
  await change(() => rmSync(join(root, "content"), { recursive: true }));
  await change(() => write("content/articles/a.md"));
  await change(() => write("content/articles/a.md", "y"));
});

test("is silent about hidden files and files beside the content", async () => {
  start();
  write("content/articles/.a.md.swp");
  write("README.md");
  write(".dateline/content.js");
  await delay(400);
  expect(calls).toEqual({ touched: 0, changed: 0 });
});
