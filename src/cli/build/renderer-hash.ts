import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { importClosure } from "./module-imports.ts";

const ROOT = join(import.meta.dirname, "../../..");

/**
 * The files that lead from a stored state to the bytes of an answer: the renderers, what puts headers and fingerprints
 * beside a document, and what both stores read a feed with.
 */
const RENDERING = [
  "src/render/**/*.{ts,tsx}",
  "src/http/**/feed-view.ts",
  "src/store/files/**/*.ts",
  "src/store/d1/read/**/*.ts",
];

/**
 * A hash of the code that turns a stored state into bytes, 16 hexadecimal digits. With other code, articles that did
 * not change have other bytes, and their `Last-Modified` and a newsroom's entity tags have to change too.
 *
 * It covers the files of `RENDERING`, every file that they load, and the locked version of every package that these
 * load, directly or through other packages. A change that makes no difference to the bytes (a comment) changes the hash
 * as well: readers fetch once more, which is better than a 304 for bytes that changed.
 */
export function hashOfRenderer(root: string = ROOT): string {
  const { files, packages } = importClosure(root, RENDERING);
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
