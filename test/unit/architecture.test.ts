import { globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";

/** The house's rooms and what each may use (CONTRIBUTING.md): dependencies point one way, so a format cannot know of HTTP, nor the model of a format. */
const MAY_USE: Readonly<Record<string, readonly string[]>> = {
  syntax: [],
  model: ["syntax"],
  site: ["syntax", "model"],
  compile: ["syntax", "model", "site"],
  import: ["syntax", "model", "site", "compile"],
  render: ["syntax", "model", "site"],
  store: ["syntax", "model", "site"],
  http: ["syntax", "model", "site", "render", "store"],
  hub: ["syntax", "model", "site", "render", "store", "http"],
  desk: ["syntax", "model", "site", "compile", "render", "store", "http", "hub"],
  doctor: ["syntax", "model", "site"],
  cli: ["syntax", "model", "site", "compile", "import", "render", "store", "doctor", "desk"],
  "dependencies.ts": ["store", "http"],
  "worker.ts": ["http", "dependencies.ts"],
  "newsroom-dependencies.ts": ["model", "store", "http", "desk", "hub"],
  "newsroom-worker.ts": ["http", "desk", "hub", "newsroom-dependencies.ts"],
};

const source = join(import.meta.dirname, "../../src");
const files = globSync("**/*.{ts,tsx}", { cwd: source }).sort();

const IMPORT = /^(?:import|export)\s(?:[^"';]*?\sfrom\s)?"([^"]+)"/gm;

type Import = { readonly path: string; readonly isTypeOnly: boolean };

function importsOf(file: string): Import[] {
  const text = readFileSync(join(source, file), "utf8");
  return [...text.matchAll(IMPORT)].map(([statement, path = ""]) => ({
    path: path.startsWith(".") ? relative(source, join(source, dirname(file), path)) : path,
    isTypeOnly: /^(?:import|export) type\s/.test(statement),
  }));
}

const roomOf = (path: string) => path.split("/")[0] ?? path;

describe("dependencies point one way", () => {
  test.each(files)("src/%s", (file) => {
    const room = roomOf(file);
    const allowed = MAY_USE[room];
    if (file.endsWith(".d.ts")) return;
    expect(allowed, `${room} is a new room: give it a row in this test and in CONTRIBUTING.md`).toBeDefined();
    const own = importsOf(file).filter(({ path }) => existsInSource(path));
    const wrong = own.filter(({ path }) => roomOf(path) !== room && !allowed?.includes(roomOf(path)));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});

function existsInSource(path: string): boolean {
  return files.includes(path);
}

test("the shelf's Worker carries no Markdown parser, no desk, no hub and nothing of Node's disk", () => {
  const seen = new Set<string>();
  const visit = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const { path, isTypeOnly } of importsOf(file)) if (!isTypeOnly && existsInSource(path)) visit(path);
  };
  visit("worker.ts");
  expect([...seen].filter((file) => /^(?:compile|import|desk|hub|cli)\//.test(file))).toEqual([]);
  expect(seen.size).toBeGreaterThan(50);
});

test("no casts but in the file that meets the feed package, no default exports but the Workers', no file that is many ideas", () => {
  const text = (file: string) => readFileSync(join(source, file), "utf8");
  const casts = files.filter((file) =>
    /\bas (?!const\b)[A-Z]\w*/.test(text(file).replace(/\/\*[\s\S]*?\*\/|^import .*$/gm, "")),
  );
  expect(casts.filter((file) => file.startsWith("render/"))).toEqual([]);
  const defaults = files.filter((file) => !file.endsWith(".d.ts") && /^export default/m.test(text(file)));
  expect(defaults).toEqual(["newsroom-worker.ts", "worker.ts"]);
  expect(files.filter((file) => text(file).split("\n").length > 200)).toEqual([]);
  expect(files.filter((file) => /(?:^|\/)(?:utils?|helpers?|types|index)\.tsx?$/.test(file))).toEqual([]);
});
