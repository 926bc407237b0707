import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import type { UsedMedia } from "../../compile/media/used-media.ts";
import type { ContentArtifact } from "../../store/files/content-artifact.ts";
import { putWhole, writeWhole } from "../export/write-whole.ts";

/** The content to write: the artifact, and the names of the files that its media are copied from. */
export type BuiltContent = Omit<ContentArtifact, "media"> & { readonly media: readonly UsedMedia[] };

const ARTIFACT = "content.js";
const FAULTS = "faults.js";

/**
 * Writes `.dateline/`: first the media, then the artifact that names them. Then it removes the media that the former
 * artifact named. So a reader finds a complete build at any moment. A file with the same content is not written again,
 * since `wrangler dev` restarts after every change.
 */
export function writeContent(output: string, mediaFolder: string, content: BuiltContent): void {
  const served = join(output, "media");
  mkdirSync(served, { recursive: true });
  for (const { name, path } of content.media) {
    // The path holds the hash of the content, so a file that is there is the right one.
    if (existsSync(join(served, path))) continue;
    putWhole(join(served, path), (temporary) => copyFileSync(join(mediaFolder, name), temporary));
  }
  const media = content.media.map(({ name: _, ...bundled }) => bundled);
  const artifact: ContentArtifact = { ...content, media };
  const text = `export default ${JSON.stringify(inAscii(JSON.stringify(artifact)))};\n`;
  writeChanged(join(output, ARTIFACT), text);
  writeFaults(output, []);
  removeOthers(served, new Set(media.map(({ path }) => path)));
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
    const text = readFileSync(join(output, ARTIFACT), "utf8");
    const { mode }: ContentArtifact = JSON.parse(JSON.parse(text.replace(/^export default (.*);\n$/s, "$1")));
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
