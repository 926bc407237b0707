import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, test } from "vitest";
import { hashOfRenderer } from "../../../src/cli/build/renderer-hash.ts";

const repository = join(import.meta.dirname, "../../..");
const root = mkdtempSync(join(tmpdir(), "dateline-renderer-"));
const LOCK = "package-lock.json";

cpSync(join(repository, "src"), join(root, "src"), { recursive: true });
cpSync(join(repository, LOCK), join(root, LOCK));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** The one file that exports the name, by path below the root: the test follows a file that moves. */
function fileExporting(name: string): string {
  const declaration = new RegExp(`^export (?:const|(?:async )?function|class) ${name}\\b`, "m");
  const files = globSync("src/**/*.{ts,tsx}", { cwd: root });
  const [file, ...others] = files.filter((each) => declaration.test(readFileSync(join(root, each), "utf8")));
  if (file === undefined || others.length > 0) throw new Error(`not one file exports ${name}`);
  return file;
}

/** The hash of the code with one file changed. */
function hashWith(file: string, edit: (text: string) => string): string {
  const path = join(root, file);
  const text = readFileSync(path, "utf8");
  writeFileSync(path, edit(text));
  const hash = hashOfRenderer(root);
  writeFileSync(path, text);
  return hash;
}

const withAnotherVersionOf = (name: string) => (text: string) => {
  const lock = JSON.parse(text);
  if (!lock.packages[`node_modules/${name}`]) throw new Error(`${LOCK} has no ${name}`);
  lock.packages[`node_modules/${name}`].version = "99.0.0";
  return JSON.stringify(lock);
};
const withAComment = (text: string) => `${text}\n// another version\n`;

describe("the renderer's hash", () => {
  it("is the same for the same code", () => {
    expect(hashOfRenderer()).toMatch(/^[0-9a-f]{16}$/);
    expect(hashOfRenderer(root)).toBe(hashOfRenderer());
  });

  test.each([
    ["renderRss", "a renderer"],
    ["formatRfc822", "a date format that renderers call"],
    ["documentAddresses", "the addresses in every feed"],
    ["jsx", "what JSX is compiled to"],
    ["feedLinkHeader", "the Link header that is cached with a document"],
    ["openStoredFeed", "how a newsroom reads a feed of its rows"],
    ["openFileSites", "how a build's content is read"],
  ])("changes with the file of %s: %s", (name) => {
    expect(hashWith(fileExporting(name), withAComment)).not.toBe(hashOfRenderer());
  });

  test.each([
    ["evaluatePreconditions", "conditional requests"],
    ["compileContent", "the compiler"],
    ["importsIn", "the hash's own reading of imports"],
  ])("does not change with the file of %s: %s", (name) => {
    expect(hashWith(fileExporting(name), withAComment)).toBe(hashOfRenderer());
  });

  test.each(["feed", "xml-js", "sax"])("changes with the locked version of %s", (name) => {
    expect(hashWith(LOCK, withAnotherVersionOf(name))).not.toBe(hashOfRenderer());
  });

  test.each(["vitest", "yaml", "hono"])("does not change with the locked version of %s", (name) => {
    expect(hashWith(LOCK, withAnotherVersionOf(name))).toBe(hashOfRenderer());
  });
});
