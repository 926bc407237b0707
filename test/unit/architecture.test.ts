import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { importClosure, importsIn } from "../../src/cli/build/module-imports.ts";
import { CASTS } from "./architecture-casts.ts";
import { findCircles } from "./architecture-circles.ts";
import { ROOMS } from "./architecture-rooms.ts";

const repository = join(import.meta.dirname, "../..");
const source = join(repository, "src");
const all = globSync("**/*.{ts,tsx}", { cwd: source }).sort();
/** Ambient declarations belong to no room. */
const files = all.filter((file) => !file.endsWith(".d.ts"));
const text = (file: string) => readFileSync(join(source, file), "utf8");
const roomOf = (file: string) => file.split("/")[0] ?? file;

/** Each file of `src` with the files of `src` that it names: in statements, in `import()`, and for types alone. */
const imports = new Map(
  files.map((file) => {
    const own = importsIn(text(file)).filter(({ specifier }) => specifier.startsWith("."));
    const named = own.map(({ specifier }) => join(dirname(file), specifier)).filter((path) => files.includes(path));
    return [file, named];
  }),
);

describe("imports", () => {
  test("stay in their room or follow an arrow of the table", () => {
    const rooms = new Set(files.map(roomOf));
    expect([...rooms].sort(), "a row for each room").toEqual(Object.keys(ROOMS).sort());
    const wrong = [...imports].flatMap(([file, named]) =>
      named
        .filter((path) => roomOf(path) !== roomOf(file) && !ROOMS[roomOf(file)]?.includes(roomOf(path)))
        .map((path) => `${file} imports ${path}`),
    );
    expect(wrong).toEqual([]);
  });

  test("name what they load, so that they can be followed", () => {
    expect(files.filter((file) => /\bimport\((?!\s*")/.test(withoutComments(text(file))))).toEqual([]);
  });

  test("make no circle of files, type imports included", () => {
    expect(findCircles(imports)).toEqual([]);
  });

  test("may follow the same arrows in CONTRIBUTING.md", () => {
    const isFolder = ([room]: readonly [string, unknown]) => !room.includes(".");
    const sorted = Object.entries(ROOMS)
      .filter(isFolder)
      .map(([room, allowed]) => [room, [...allowed].sort()]);
    expect(tableOfContributing()).toEqual(Object.fromEntries(sorted));
  });

  test("of the Worker that serves files reach no Markdown parser, no desk, no hub and nothing of Node's disk", () => {
    const { files: loaded } = importClosure(repository, ["src/http/app.ts"]);
    const rooms = new Set(loaded.map((file) => roomOf(file.slice("src/".length))));
    expect([...rooms].filter((room) => ["compile", "import", "desk", "hub", "cli"].includes(room))).toEqual([]);
    expect(loaded.length).toBeGreaterThan(50);
  });
});

describe("the code", () => {
  test("has no casts but those on the list, each with its reason", () => {
    const casts = files.filter((file) => castsIn(text(file)).length > 0);
    expect(casts.map((file) => `${file}: ${castsIn(text(file)).length}`)).toEqual(
      Object.entries(CASTS)
        .map(([file, { count }]) => `${file}: ${count}`)
        .sort(),
    );
  });

  test("has no default exports but the Workers'", () => {
    const defaults = files.filter((file) => /^export default/m.test(text(file)));
    expect(defaults).toEqual(["newsroom-worker.ts", "preview-worker.ts", "worker.ts"]);
  });

  test("has no file that is named for many ideas", () => {
    expect(files.filter((file) => /(?:^|\/)(?:utils?|helpers?|types|index)\.tsx?$/.test(file))).toEqual([]);
  });
});

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(?<=^|\s)\/\/.*$/gm, "");
}

/**
 * The lines on which a value is said to have another type: `as const` says nothing else, and `as` in an import or
 * export renames.
 */
function castsIn(code: string): string[] {
  const plain = withoutComments(code)
    .replace(/"(?:[^"\\\n]|\\.)*"/g, '""')
    .replace(/'(?:[^'\\\n]|\\.)*'/g, "''")
    .replace(/`(?:[^`\\]|\\.)*`/g, "``")
    // The text of an element, where *as* is English.
    .replace(/>[^<>{}();=]*<\//g, "></")
    .replace(/^(?:import|export)\s(?:type\s)?(?:\*|\{)[^;]*;/gm, "");
  return plain.split("\n").filter((line) => /[\w)\]}>"`!]\s+as\s+(?!const\b)[\w{("[]/.test(line));
}

/** Room to what it may import, from the rows of the table in CONTRIBUTING.md whose first cell is a folder of `src`. */
function tableOfContributing(): Record<string, string[]> {
  const guide = readFileSync(join(repository, "CONTRIBUTING.md"), "utf8");
  const [, table = ""] = guide.split(/^\|\s*room\s*\|\s*holds\s*\|\s*may import\s*\|$/m);
  const rows = table.split("\n\n")[0]?.matchAll(/^\|\s*`src\/([\w-]+)`\s*\|[^|]*\|([^|]*)\|$/gm) ?? [];
  const namesIn = (cell: string) => [...cell.matchAll(/[\w.-]+/g)].map(([name]) => name).sort();
  return Object.fromEntries([...rows].map(([, room = "", cell = ""]) => [room, namesIn(cell)]));
}
