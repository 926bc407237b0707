import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { importClosure } from "./module-imports.ts";

/** The folder of this repository. */
const ROOT = join(import.meta.dirname, "../../..");

/**
 * A hash of the files that match `patterns` (globs below `root`), of every file that they load, and of the locked
 * version of every package that these load, directly or through other packages: 16 hexadecimal digits. A change that
 * makes no difference, such as a comment, changes the hash as well.
 */
export function hashOfCode(patterns: readonly string[], root: string = ROOT): string {
  const { files, packages } = importClosure(root, patterns);
  const hash = createHash("sha256");
  for (const version of lockedVersions(root, packages)) hash.update(`${version}\n`);
  for (const file of files) hash.update(`${file}\n`).update(readFileSync(join(root, file)));
  return hash.digest("hex").slice(0, 16);
}

type LockedPackage = {
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
};

/** `path@version` of these packages in `package-lock.json`, and of all that they depend on. */
function lockedVersions(root: string, names: readonly string[]): string[] {
  const lock: { packages: Readonly<Record<string, LockedPackage>> } = JSON.parse(
    readFileSync(join(root, "package-lock.json"), "utf8"),
  );
  const found = new Map<string, string>();
  const visit = (name: string, dependent: string) => {
    const path = placesOf(name, dependent).find((place) => place in lock.packages);
    const locked = path === undefined ? undefined : lock.packages[path];
    if (path === undefined || locked === undefined)
      throw new Error(`package-lock.json has no ${name}: run npm install`);
    if (found.has(path)) return;
    found.set(path, `${path}@${locked.version}`);
    for (const each of Object.keys(locked.dependencies ?? {})) visit(each, path);
  };
  for (const name of names) visit(name, "");
  return [...found.values()].sort();
}

/**
 * Where Node looks for a package that the package at `dependent` loads: in that one's own folder first, then further
 * up.
 */
function placesOf(name: string, dependent: string): string[] {
  const here = dependent === "" ? `node_modules/${name}` : `${dependent}/node_modules/${name}`;
  const above = dependent.lastIndexOf("/node_modules/");
  if (dependent === "") return [here];
  return [here, ...placesOf(name, above === -1 ? "" : dependent.slice(0, above))];
}
