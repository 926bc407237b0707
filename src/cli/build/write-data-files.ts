import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import type { DataFile } from "../../store/files/write/write-content.ts";
import { writeWhole } from "../export/write-whole.ts";

/** Higher levels take several times as long and save a tenth. */
const COMPRESSION = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/** What the last build wrote: for each file, its path, its inputs, the digest of its text and its bytes. */
type Manifest = { readonly code: string; readonly files: readonly WrittenFile[] };
type WrittenFile = readonly [path: string, inputs: string, digest: string, bytes: number];

/**
 * `version` changes whenever a file does. `bytes` is the size of all files. `removeOthers` removes the files that only
 * the build before had.
 */
export type WrittenFiles = {
  readonly version: string;
  readonly count: number;
  readonly changed: number;
  readonly bytes: number;
  readonly removeOthers: () => void;
};

/**
 * Writes the data files of a build to `folder`: those whose inputs changed since the last build.
 *
 * @param manifestFile what the last build wrote. It is a hint: a file that is not there is written again
 * @param code a hash of the code that makes the files
 */
export function writeDataFiles(
  folder: string,
  files: Iterable<DataFile>,
  { manifestFile, code }: { readonly manifestFile: string; readonly code: string },
): WrittenFiles {
  const known = readManifest(manifestFile, code);
  const written: WrittenFile[] = [];
  const version = createHash("sha256");
  let changed = 0;
  for (const { path, inputs, text } of files) {
    const file = join(folder, path);
    const before = known.get(path);
    const entry =
      before?.[1] === inputs && existsSync(file) ? before : writeDataFile(file, [path, inputs], text(), before);
    if (entry[2] !== before?.[2]) changed += 1;
    version.update(`${path} ${entry[2]}\n`);
    written.push(entry);
  }
  mkdirSync(folder, { recursive: true });
  const manifest = JSON.stringify({ code, files: written } satisfies Manifest);
  if (!existsSync(manifestFile) || readFileSync(manifestFile, "utf8") !== manifest) writeWhole(manifestFile, manifest);
  return {
    version: version.digest("base64url").slice(0, 22),
    count: written.length,
    changed,
    bytes: written.reduce((sum, [, , , bytes]) => sum + bytes, 0),
    removeOthers: () => removeOthers(folder, new Set(written.map(([path]) => path))),
  };
}

/** A file whose text is the same is not written again, so that a deploy does not upload it. */
function writeDataFile(
  file: string,
  [path, inputs]: readonly [string, string],
  text: string,
  before: WrittenFile | undefined,
): WrittenFile {
  const digest = createHash("sha256").update(text).digest("base64url").slice(0, 22);
  if (before?.[2] === digest && existsSync(file)) return [path, inputs, digest, before[3]];
  const bytes = brotliCompressSync(text, COMPRESSION);
  writeWhole(file, bytes);
  return [path, inputs, digest, bytes.length];
}

function readManifest(file: string, code: string): ReadonlyMap<string, WrittenFile> {
  try {
    const manifest: Manifest = JSON.parse(readFileSync(file, "utf8"));
    return new Map(manifest.code === code ? manifest.files.map((each) => [each[0], each]) : []);
  } catch {
    return new Map();
  }
}

function removeOthers(folder: string, current: ReadonlySet<string>): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(folder.length + 1).replaceAll("\\", "/");
    if (entry.isFile() && !current.has(name)) rmSync(path);
  }
}
