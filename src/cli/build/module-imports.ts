import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** One module that a source file names. `isType` if only the compiler sees it. */
export type ModuleImport = { readonly specifier: string; readonly isType: boolean };

const STATEMENT = /^(?:import|export)\s(?<type>type\s)?(?:[^"';]*?\sfrom\s)?"(?<specifier>[^"]+)"/gm;
const CALL = /\bimport\(\s*"(?<specifier>[^"]+)"\s*\)/g;

/**
 * The modules that a TypeScript source names, in `import` and `export … from` statements and in `import()`. It knows
 * the layout that Biome gives the code: a statement begins at the start of a line, and its specifier stands in double
 * quotes. An `import()` in a comment counts, and one in a type counts as a value: a module too many does no harm.
 */
export function importsIn(source: string): ModuleImport[] {
  return [...source.matchAll(STATEMENT), ...source.matchAll(CALL)].map(({ groups = {} }) => ({
    specifier: groups.specifier ?? "",
    isType: groups.type !== undefined,
  }));
}

/** Everything that a program loads: our own files, by path below the root, and packages, by name. */
export type ImportClosure = { readonly files: readonly string[]; readonly packages: readonly string[] };

/**
 * All that the files of `patterns` (globs below `root`) load, directly or through others, and themselves; type imports
 * are not loaded.
 *
 * @throws if a pattern matches no file
 */
export function importClosure(root: string, patterns: readonly string[]): ImportClosure {
  const files = new Set<string>();
  const packages = new Set<string>();
  const visit = (file: string) => {
    if (files.has(file)) return;
    files.add(file);
    for (const { specifier, isType } of importsIn(readFileSync(join(root, file), "utf8"))) {
      if (isType || specifier.includes(":")) continue;
      if (specifier.startsWith(".")) visit(join(dirname(file), specifier));
      else packages.add(packageOf(specifier));
    }
  };
  for (const pattern of patterns) {
    const matches = globSync(pattern, { cwd: root });
    if (matches.length === 0) throw new Error(`no file matches ${pattern}`);
    for (const file of matches) visit(file);
  }
  return { files: [...files].sort(), packages: [...packages].sort() };
}

/** `hono` of `hono/jsx`, `@scope/name` of `@scope/name/part`. */
export function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}
