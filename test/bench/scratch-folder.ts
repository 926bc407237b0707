import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const REPOSITORY = join(import.meta.dirname, "../..");

/**
 * Copies the sources of a checkout to a folder to build in, so that a measurement never touches what `wrangler dev` may
 * be serving. The folder is removed when the process ends.
 */
export function copySources(checkout = REPOSITORY): string {
  const folder = mkdtempSync(join(tmpdir(), "dateline-bench-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  for (const name of [
    "src",
    "content",
    "test/bench",
    "test/fixtures",
    "package.json",
    "package-lock.json",
    "tsconfig.json",
    "wrangler.toml",
  ])
    cpSync(join(checkout, name), join(folder, name), { recursive: true });
  mkdirSync(join(folder, ".dateline"));
  symlinkSync(join(checkout, "node_modules"), join(folder, "node_modules"));
  return folder;
}
