import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { EXPORTED_SITE, writeExport } from "../../../bench/import/write-export.ts";
import { emptyRepository } from "./import-in.ts";

const POSTS = 30;
const { compiled, names, root, run } = emptyRepository();

// The export that `npm run bench -- import` measures stands for a real one only if every post of it is read.
test("every post of the generated WordPress export becomes an article that compiles, and is unchanged the next time", async () => {
  const file = join(root(), "export.xml");
  writeExport(file, POSTS);
  const bytes = readFileSync(file);
  writeExport(file, POSTS);
  expect(readFileSync(file).equals(bytes)).toBe(true);
  const first = await run(file, "--site", EXPORTED_SITE);
  // The sixth item is a page.
  expect([names().length, first.isWhole]).toEqual([POSTS - 1, true]);
  const articles = Object.values(await compiled());
  expect(articles).toHaveLength(POSTS - 1);
  expect(articles.filter(({ status }) => status === "draft")).toHaveLength(1);
  expect(articles.every(({ language }) => language === "en-GB")).toBe(true);
  expect(articles.some(({ body }) => body.includes("/wp-content/uploads/2026/"))).toBe(true);
  const again = await run(file, "--site", EXPORTED_SITE);
  // The page is in content/pages.
  expect(again.summary.join("\n")).toContain(`${POSTS} unchanged`);
}, 120_000);
