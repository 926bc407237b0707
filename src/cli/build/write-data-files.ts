import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import type { DataFile } from "../../store/files/write/write-content.ts";
import { writeWhole } from "../export/write-whole.ts";

/** Higher levels take several times as long and save a tenth. */
const COMPRESSION = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/** Files that Node compresses while the next are made. Each holds its text, up to some megabytes, in memory. */
const MAX_COMPRESSING = 4;

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
 * @param progress is told how many files have been looked at
 */
export async function writeDataFiles(
  folder: string,
  files: Iterable<DataFile>,
  {
    manifestFile,
    code,
    progress,
  }: { readonly manifestFile: string; readonly code: string; readonly progress?: ((done: number) => void) | undefined },
): Promise<WrittenFiles> {
  const known = readManifest(manifestFile, code);
  const written: WrittenFile[] = [];
  const compressing = openCompressing();
  const version = createHash("sha256");
  let changed = 0;
  for (const { path, inputs: makeInputs, text } of files) {
    const file = join(folder, path);
    const inputs = makeInputs();
    const before = known.get(path);
    if (before?.[1] === inputs && existsSync(file)) {
      written.push(before);
      version.update(`${path} ${before[2]}\n`);
    } else {
      const content = text();
      const digest = digestOf(content);
      version.update(`${path} ${digest}\n`);
      if (digest !== before?.[2]) changed += 1;
      // A file whose text is the same is not written again, so that a deploy does not upload it.
      const isThere = digest === before?.[2] && existsSync(file);
      const place = written.push([path, inputs, digest, isThere ? before[3] : 0]) - 1;
      if (!isThere)
        await compressing.start(file, content, (bytes) => {
          written[place] = [path, inputs, digest, bytes];
        });
    }
    progress?.(written.length);
  }
  await compressing.end();
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

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 22);
}

/** Compresses and writes files while the caller goes on. Both functions throw the first error of a file. */
function openCompressing() {
  const waiting = new Set<Promise<unknown>>();
  const errors: unknown[] = [];
  const check = () => {
    if (errors.length > 0) throw errors[0];
  };
  return {
    start: async (file: string, text: string, written: (bytes: number) => void) => {
      const write = promisify(brotliCompress)(text, COMPRESSION).then((bytes) => {
        writeWhole(file, bytes);
        written(bytes.length);
      });
      const ended: Promise<unknown> = write.catch((error) => void errors.push(error)).then(() => waiting.delete(ended));
      waiting.add(ended);
      if (waiting.size >= MAX_COMPRESSING) await Promise.race(waiting);
      check();
    },
    end: async () => {
      await Promise.all(waiting);
      check();
    },
  };
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
