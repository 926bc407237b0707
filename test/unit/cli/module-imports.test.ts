import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { importClosure, importsIn, packageOf } from "../../../src/cli/build/module-imports.ts";

describe("the imports of a source", () => {
  it("are found in every kind of statement, with what only the compiler sees", () => {
    const source = `import { a } from "./a.ts";
import type { B } from "./b.ts";
import {
  c,
  type D,
} from "./c.ts";
import "./side-effect.ts";
export { e } from "./e.ts";
export type { F } from "./f.ts";
export * from "./g.ts";
const lazy = await import("./h.ts");
`;
    expect(importsIn(source)).toEqual([
      { specifier: "./a.ts", isType: false },
      { specifier: "./b.ts", isType: true },
      { specifier: "./c.ts", isType: false },
      { specifier: "./side-effect.ts", isType: false },
      { specifier: "./e.ts", isType: false },
      { specifier: "./f.ts", isType: true },
      { specifier: "./g.ts", isType: false },
      { specifier: "./h.ts", isType: false },
    ]);
  });

  it("are not found in what only looks like a statement", () => {
    expect(importsIn(`export const from = "./a.ts";\nexport function f() {\n  return "./b.ts";\n}\n`)).toEqual([]);
  });
});

describe("the closure of imports", () => {
  const root = mkdtempSync(join(tmpdir(), "dateline-imports-"));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  const write = (file: string, text: string) => writeFileSync(join(root, file), text);
  mkdirSync(join(root, "parts"));
  write(
    "a.ts",
    `import "./parts/b.ts";\nimport type { D } from "./parts/d.ts";\nimport "node:fs";\nimport "hono/jsx";\n`,
  );
  write("parts/b.ts", `import "../a.ts";\nexport * from "./c.ts";\nimport "@scope/name/part";\n`);
  write("parts/c.ts", "");
  write("parts/d.ts", "");

  it("has every file and package that is loaded, and no type", () => {
    expect(importClosure(root, ["a.ts"])).toEqual({
      files: ["a.ts", "parts/b.ts", "parts/c.ts"],
      packages: ["@scope/name", "hono"],
    });
  });

  it("fails for a pattern that matches nothing", () => {
    expect(() => importClosure(root, ["x/*.ts"])).toThrow("no file matches x/*.ts");
  });

  it("names packages without the part that is asked of them", () => {
    expect(["hono", "hono/jsx", "@a/b", "@a/b/c"].map(packageOf)).toEqual(["hono", "hono", "@a/b", "@a/b"]);
  });
});
