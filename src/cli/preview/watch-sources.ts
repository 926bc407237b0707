import { watch } from "node:fs";
import { basename, dirname, join } from "node:path";
import { importClosure } from "../build/module-imports.ts";

/** Editors write in several steps. Milliseconds. */
const QUIET = 100;

/** The folder of this repository. */
const ROOT = join(import.meta.dirname, "../../..");

/**
 * Calls `changed` after a change of a file that `program` (a path below the repository) loads, directly or through
 * others.
 */
export function watchSources(program: string, changed: () => void): { readonly close: () => void } {
  const files = importClosure(ROOT, [program]).files.map((file) => join(ROOT, file));
  const byFolder = Map.groupBy(files, (file) => dirname(file));
  let timer: NodeJS.Timeout | undefined;
  const watchers = [...byFolder].map(([folder, inside]) => {
    const names = new Set(inside.map((file) => basename(file)));
    return watch(folder, (_, name) => {
      if (name === null || !names.has(name)) return;
      clearTimeout(timer);
      timer = setTimeout(changed, QUIET);
    });
  });
  return {
    close: () => {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    },
  };
}
