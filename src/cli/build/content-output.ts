import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import type { UsedMedia } from "../../compile/media/used-media.ts";
import { CONTENT_FOLDER, HOT_FOLDER, MEDIA_FOLDER } from "../../store/assets.ts";
import type { ContentArtifact } from "../../store/files/content-artifact.ts";
import type { WrittenContent } from "../../store/files/write/write-content.ts";
import { putWhole, writeWhole } from "../export/write-whole.ts";
import type { FolderOptions } from "./compiled/compile-folder.ts";
import { removeHotDocuments, writeHotDocuments } from "./hot/write-hot-documents.ts";
import { type WrittenFiles, writeDataFiles } from "./write-data-files.ts";

/** The folder of the Worker's Static Assets. */
const ASSETS = "assets";

/**
 * The media of a build, with the names of the files that they are copied from. `from` is the file of a variant, which is
 * not in content/media.
 */
export type OutputMedia = readonly (UsedMedia & { readonly from?: string })[];

const BUNDLED = "content.js";
const FAULTS = "faults.js";

/** The list of the data files that are in the folder. */
const MANIFEST = "content-files.json";

/** Writes `.dateline/newsroom`: the media of the publication, and the facts that the Worker's bundle has. */
export async function writeNewsroom(
  output: string,
  mediaFolder: string,
  { media, ...facts }: Omit<ContentArtifact, "media"> & { readonly media: OutputMedia },
): Promise<void> {
  await writeMedia(output, mediaFolder, media, async () => {
    const artifact: ContentArtifact = { ...facts, media: withoutNames(media) };
    writeBundled(output, [], artifact);
  });
}

/**
 * Writes `.dateline`: the media, the data files, the hot documents of a production build, and the head that the
 * Worker's bundle has. In development, content changes too often for hot documents.
 *
 * @param code a hash of the code that makes the data files
 */
export async function writeContent(
  output: string,
  mediaFolder: string,
  media: OutputMedia,
  { head: laidOut, files }: WrittenContent,
  code: string,
  progress?: FolderOptions["progress"],
): Promise<Omit<WrittenFiles, "removeOthers">> {
  const folders = { content: join(output, ASSETS, CONTENT_FOLDER), hot: join(output, ASSETS, HOT_FOLDER) };
  return writeMedia(output, mediaFolder, media, async () => {
    const { removeOthers: removeOtherFiles, ...written } = await writeDataFiles(folders.content, files, {
      manifestFile: join(output, MANIFEST),
      code,
      progress: (done) => progress?.(done, undefined, "files laid out"),
    });
    const head = { ...laidOut, version: written.version };
    const { mode, publication, division } = head;
    const hot = mode === "production" ? await writeHotDocuments(head, folders) : undefined;
    const facts = {
      mode,
      address: publication.address,
      division: `${division.entries} ${division.bytes}`,
      hot: hot?.index,
    };
    const constants = Object.entries(facts).map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`);
    writeBundled(output, constants, head);
    removeOtherFiles();
    removeHotDocuments(folders.hot, hot?.index.names ?? []);
    return written;
  });
}

/** Leaves out the names of the files that media are copied from. */
export function withoutNames(media: OutputMedia): ContentArtifact["media"] {
  return media.map(({ path, file, articles, ofPublication }) => ({ path, file, articles, ofPublication }));
}

/**
 * Copies the media, lets `write` write what names them, and then removes the media that the build before had. So a
 * reader finds a complete build at any moment.
 */
async function writeMedia<Written>(
  output: string,
  mediaFolder: string,
  media: OutputMedia,
  write: () => Promise<Written>,
): Promise<Written> {
  const served = join(output, ASSETS, MEDIA_FOLDER);
  mkdirSync(served, { recursive: true });
  for (const { name, path, from = join(mediaFolder, name) } of media) {
    // The path holds the hash of the content, so a file that is there is the right one.
    if (existsSync(join(served, path))) continue;
    putWhole(join(served, path), (temporary) => copyFileSync(from, temporary));
  }
  const written = await write();
  writeFaults(output, []);
  removeOthers(served, new Set(media.map(({ path }) => path)));
  return written;
}

function writeBundled(output: string, constants: readonly string[], value: unknown): void {
  const text = [...constants, `export default ${JSON.stringify(inAscii(JSON.stringify(value)))};\n`].join("\n");
  writeChanged(join(output, BUNDLED), text);
}

/**
 * Writes what is wrong with the content, a line each. A Worker of `wrangler dev` shows it in place of the last good
 * build. Every good build takes it away, so no Worker that is deployed has it.
 */
export function writeFaults(output: string, faults: readonly string[]): void {
  writeChanged(join(output, FAULTS), `export default ${inAscii(JSON.stringify(faults))};\n`);
}

/** Does not write the same text again: `wrangler dev` restarts after every change. */
function writeChanged(target: string, text: string): void {
  if (!existsSync(target) || readFileSync(target, "utf8") !== text) writeWhole(target, text);
}

/**
 * Escapes every character of a JSON text that is not ASCII. An engine stores an ASCII text in half the memory, and
 * reads it three times as fast.
 */
function inAscii(json: string): string {
  return json.replace(/[\u0080-\uFFFF]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** The mode of the last build. Returns undefined if there is no build, or if it cannot be read. */
export function lastMode(output: string): ContentArtifact["mode"] | undefined {
  try {
    const text = readFileSync(join(output, BUNDLED), "utf8");
    const [, json = ""] = /^export default (.*);$/m.exec(text) ?? [];
    const { mode }: ContentArtifact = JSON.parse(JSON.parse(json));
    return mode;
  } catch {
    return undefined;
  }
}

/** Removes every file of media that is not among `current`. */
function removeOthers(served: string, current: ReadonlySet<string>): void {
  const folders = new Set([...current].map((path) => dirname(path)));
  for (const hash of readdirSync(served)) {
    if (!folders.has(hash)) {
      rmSync(join(served, hash), { recursive: true });
      continue;
    }
    for (const name of readdirSync(join(served, hash)))
      if (!current.has(`${hash}/${name}`)) rmSync(join(served, hash, name));
  }
}
