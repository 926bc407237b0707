import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readContent } from "../../../../src/cli/build/content-sources.ts";
import { formatFault } from "../../../../src/compile/content-fault.ts";

const ELSEWHERE =
  "articles in content/articles, pages in content/pages, and their pictures and other files in content/media";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "dateline-foreign-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function warningsFor(...paths: readonly string[]): Promise<readonly string[] | undefined> {
  for (const path of paths) {
    mkdirSync(dirname(join(root, "content", path)), { recursive: true });
    writeFileSync(join(root, "content", path), "a");
  }
  return (await readContent(root)).warnings?.map(formatFault);
}

describe("a file below content/ that is not read", () => {
  it.each([
    ["articles/m14.txt", "articles, whose names end in .md or .html"],
    ["articles/m14", "articles, whose names end in .md or .html"],
    ["articles/m14.docx", "articles, whose names end in .md or .html"],
    ["articles/m14.MD", "a name that ends in .md"],
    ["articles/m14.markdown", "a name that ends in .md"],
    ["articles/m14.htm", "a name that ends in .html"],
    ["articles/2026/m14.md", "articles in content/articles itself, not in a folder below it"],
    ["pages/about.txt", "pages, whose names end in .md or .html"],
    ["pages/about.markdown", "a name that ends in .md"],
    ["pages/de/about.md", "pages in content/pages itself, not in a folder below it"],
    ["posts/about.md", ELSEWHERE],
    ["about.md", ELSEWHERE],
    ["publication.yml", "the name publication.yaml"],
    ["publication.json", "the name publication.yaml"],
  ])("is warned of: %s", async (path, expected) => {
    expect(await warningsFor(path)).toEqual([
      `content/${path}: found a file that is not read; expected ${expected}; it is left out`,
    ]);
  });

  it("is counted with the others of its folder and kind", async () => {
    expect(
      await warningsFor("articles/a.txt", "articles/b.txt", "articles/c.md", "posts/a.md", "posts/b.md", "pages/a.md"),
    ).toEqual([
      "content/articles: found 2 files that are not read (a.txt, b.txt); expected articles, whose names end in .md or .html; they are left out",
      `content/posts: found 2 files that are not read (a.md, b.md); expected ${ELSEWHERE}; they are left out`,
    ]);
    const [many] = (await warningsFor("articles/c.txt", "articles/d.txt")) ?? [];
    expect(many).toContain("4 files that are not read (a.txt, b.txt, c.txt, …)");
  });

  it("is none if it is read, hidden or the ledger", async () => {
    const read = [
      "articles/a.md",
      "articles/b.html",
      "pages/about.md",
      "publication.yaml",
      "ledger.json",
      "media/2026/a.txt",
    ];
    expect(await warningsFor(...read, ".DS_Store", "articles/.a.md.swp")).toEqual([]);
  });
});
