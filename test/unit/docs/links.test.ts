import { existsSync, globSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { proseOf, readDocument, readerDocuments } from "../../documents.ts";

const REPOSITORY = join(import.meta.dirname, "../../..");
const DOCUMENTS = [...readerDocuments(REPOSITORY), "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md"];

const LINK = /\]\(([^)\s]+)\)/g;

/** The anchors that GitHub gives the headings of a document. */
function anchorsOf(text: string): readonly string[] {
  return [...proseOf(text).matchAll(/^#{1,6} +(.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .trim()
      .replace(/\s/g, "-"),
  );
}

describe("every relative link leads somewhere", () => {
  test.each(DOCUMENTS)("%s", (file) => {
    const links = [...proseOf(readDocument(REPOSITORY, file)).matchAll(LINK)].map(([, link = ""]) => link);
    const broken = links.filter((link) => !/^[a-z]+:/.test(link) && !isThere(file, link));
    expect(broken).toEqual([]);
  });
});

function isThere(from: string, link: string): boolean {
  const [path = "", anchor] = link.split("#");
  const target = path === "" ? from : join(dirname(from), path);
  if (!existsSync(join(REPOSITORY, target))) return false;
  if (anchor === undefined) return true;
  return statSync(join(REPOSITORY, target)).isFile() && anchorsOf(readDocument(REPOSITORY, target)).includes(anchor);
}

test("the README has at most 700 words and CONTRIBUTING at most 120 lines", () => {
  const words = readDocument(REPOSITORY, "README.md").split(/\s+/).filter(Boolean);
  expect(words.length).toBeLessThanOrEqual(700);
  expect(readDocument(REPOSITORY, "CONTRIBUTING.md").trimEnd().split("\n").length).toBeLessThanOrEqual(120);
});

test("the index of decisions names every record once, and each has a status, a context, a decision and consequences", () => {
  const index = readDocument(REPOSITORY, "docs/decisions/README.md");
  const listed = [...index.matchAll(/^\| \d{4} \| \[(.+)\]\((\d{4}-[a-z-]+\.md)\)/gm)].map(([, title, file]) => [
    file,
    title,
  ]);
  const records = globSync("[0-9]*.md", { cwd: join(REPOSITORY, "docs/decisions") }).toSorted();
  expect(listed.map(([file]) => file)).toEqual(records);
  for (const [file = "", title = ""] of listed) {
    const text = readDocument(REPOSITORY, `docs/decisions/${file}`);
    expect(text.split("\n")[0], file).toBe(`# ${Number(file.slice(0, 4))}. ${title}`);
    expect(text, file).toMatch(/\nStatus: \w+.*\n## Context\n.+\n## Decision\n.+\n## Consequences\n/s);
  }
});
