import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { CONTENT_FOLDER, HOT_FOLDER, MEDIA_FOLDER } from "../../../store/assets.ts";
import type { FeedFile } from "../../../store/files/data-files.ts";

/** A file of the Static Assets: its path below their folder, with slashes, and its bytes. */
export type AssetFile = { readonly path: string; readonly bytes: number };

export type AssetKind = "data file" | "hot document" | "media file";

/** What a build has written. `bundled` are the bytes of content in the Worker's bundle. */
export type MeasuredOutput = {
  readonly kinds: readonly { readonly kind: AssetKind; readonly count: number; readonly bytes: number }[];
  readonly count: number;
  readonly bytes: number;
  /** The largest files, the largest first. */
  readonly largest: readonly (AssetFile & { readonly about: string })[];
  readonly bundled: number;
};

const KINDS: readonly (readonly [folder: string, kind: AssetKind])[] = [
  [CONTENT_FOLDER, "data file"],
  [HOT_FOLDER, "hot document"],
  [MEDIA_FOLDER, "media file"],
];

/** @param output the folder of a build, `.dateline` or `.dateline/newsroom` */
export function measureOutput(output: string, maxLargest: number): MeasuredOutput {
  const assets = join(output, "assets");
  const groups = KINDS.map(([folder, kind]) => ({ kind, files: filesIn(assets, folder) }));
  const all = groups.flatMap(({ files }) => files);
  const kinds = groups
    .map(({ kind, files }) => ({ kind, count: files.length, bytes: sum(files) }))
    .filter(({ count }) => count > 0);
  const largest = all.toSorted((a, b) => b.bytes - a.bytes || (a.path < b.path ? -1 : 1)).slice(0, maxLargest);
  return {
    kinds,
    count: all.length,
    bytes: sum(all),
    largest: largest.map((file) => ({ ...file, about: describeFile(assets, file.path) })),
    bundled: statSync(join(output, "content.js")).size,
  };
}

function filesIn(assets: string, folder: string): readonly AssetFile[] {
  if (!existsSync(join(assets, folder))) return [];
  const entries = readdirSync(join(assets, folder), { recursive: true, withFileTypes: true, encoding: "utf8" });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = join(entry.parentPath, entry.name);
      return { path: file.slice(assets.length + 1).replaceAll("\\", "/"), bytes: statSync(file).size };
    });
}

function sum(files: readonly AssetFile[]): number {
  return files.reduce((total, { bytes }) => total + bytes, 0);
}

/** What a file is to the publication. The folder of a feed has a digest for a name, and its file says which feed it is. */
function describeFile(assets: string, path: string): string {
  const [, folder = "", part = ""] = /^content\/(feeds\/[0-9a-f]+)\/(.*)$/.exec(path) ?? [];
  if (folder !== "") {
    const feed = `the feed ${keyOf(join(assets, CONTENT_FOLDER, folder, "feed")) ?? "of all articles"}`;
    if (part === "feed") return feed;
    return /^\d+$/.test(part) ? `archive ${part} of ${feed}` : `withdrawals of ${feed}`;
  }
  const [, hot = ""] = /^hot\/(.*)$/.exec(path) ?? [];
  if (hot !== "") return "a document that is rendered in advance";
  return path;
}

/** The feed of all articles has no file of its own: the bundle has it. */
function keyOf(file: string): string | undefined {
  try {
    const { key }: Pick<FeedFile, "key"> = JSON.parse(brotliDecompressSync(readFileSync(file)).toString("utf8"));
    return key;
  } catch {
    return undefined;
  }
}
