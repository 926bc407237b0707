import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, brotliDecompressSync, constants, gzip } from "node:zlib";
import { type HotDocument, hotName, packHotDocument, unpackHotDocument } from "../../../http/hot/hot-document.ts";
import type { HotIndex } from "../../../http/hot/read-hot-documents.ts";
import { bytesIn } from "../../../http/representation/content-coding.ts";
import type { Representation } from "../../../http/representation/representation.ts";
import type { ContentHead } from "../../../store/files/data-files.ts";
import type { ReadDataFile } from "../../../store/files/read/content-files.ts";
import { writeWhole } from "../../export/write-whole.ts";
import { loadTsx } from "./load-tsx.ts";

/** Where a build puts its files: the folders of the data files and of the hot documents. */
export type HotFolders = { readonly content: string; readonly hot: string };

/** The index for the Worker's bundle, and how many documents changed since the build before. */
export type WrittenHotDocuments = { readonly index: HotIndex; readonly changed: number };

/** As many as Node compresses at the same time. Each takes up to a few seconds. */
const MAX_COMPRESSING = 4;

/** Renders the hot documents of the data files that were just written, and writes those that changed. */
export async function writeHotDocuments(head: ContentHead, { content, hot }: HotFolders): Promise<WrittenHotDocuments> {
  loadTsx();
  // Only now can this process read what renders.
  const { hotFrom, renderHotDocuments } = await import("./render-hot-documents.ts");
  const names: string[] = [];
  const writing = new Set<Promise<void>>();
  let changed = 0;
  for await (const document of renderHotDocuments(head, readFrom(content))) {
    const name = hotName(document.key);
    names.push(name);
    const write = writeHotDocument(join(hot, name), document).then((isChanged) => {
      changed += Number(isChanged);
      writing.delete(write);
    });
    writing.add(write);
    if (writing.size >= MAX_COMPRESSING) await Promise.race(writing);
  }
  await Promise.all(writing);
  return { index: { from: hotFrom(head), names }, changed };
}

/** Removes the files of hot documents, apart from those of `names`. */
export function removeHotDocuments(folder: string, names: readonly string[]): void {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (!names.includes(name)) rmSync(join(folder, name));
}

function readFrom(folder: string): ReadDataFile {
  return async (path) => brotliDecompressSync(readFileSync(join(folder, path))).toString("utf8");
}

/**
 * Writes a document unless its file is there. The bytes that the last build compressed are used again if the entity
 * tag, which has their digest, is the same: brotli at its highest level takes half a second for 200 kB.
 */
async function writeHotDocument(file: string, { key, representation }: HotDocument): Promise<boolean> {
  const before = readHotDocument(file);
  const isSame = before?.key === key && before.representation.etag === representation.etag;
  const codings = isSame ? before.representation.codings : await compressed(representation);
  const packed = packHotDocument({ key, representation: { ...representation, codings } });
  if (before && Buffer.from(packed).equals(packHotDocument(before))) return false;
  writeWhole(file, packed);
  return true;
}

/** Returns undefined if there is none, or if it cannot be read. */
function readHotDocument(file: string): HotDocument | undefined {
  try {
    return unpackHotDocument(readFileSync(file));
  } catch {
    return undefined;
  }
}

/** The bytes of a representation in each coding of a hot document, at the highest levels. */
export async function compressed(representation: Representation): Promise<Representation["codings"]> {
  const bytes = bytesIn(representation, "identity");
  const [zipped, br] = await Promise.all([
    promisify(gzip)(bytes, { level: 9 }),
    promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
  ]);
  return new Map([
    ["gzip", zipped],
    ["br", br],
  ]);
}
