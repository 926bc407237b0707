import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { UsedMedia } from "../../compile/media/used-media.ts";
import type { ContentArtifact } from "../../store/files/content-artifact.ts";

/** What is written: the artifact, with the names from which its media are copied. */
export type BuiltContent = Omit<ContentArtifact, "media"> & { readonly media: readonly UsedMedia[] };

const ARTIFACT = "content.js";

/**
 * Writes `.dateline/`: media first, then the artifact that names them, and only then removes what it named before, so
 * that a reader finds a whole at any moment. A file that would come out the same is left alone, or `wrangler dev` would
 * start anew each time.
 */
export function writeContent(output: string, mediaFolder: string, content: BuiltContent): void {
  const served = join(output, "media");
  mkdirSync(served, { recursive: true });
  for (const { name, path } of content.media) {
    // The path holds the hash of the content, so a file that is there is the right one.
    if (existsSync(join(served, path))) continue;
    put(output, `media/${path}`, (temporary) => copyFileSync(join(mediaFolder, name), temporary));
  }
  const media = content.media.map(({ name: _, ...bundled }) => bundled);
  const artifact: ContentArtifact = { ...content, media };
  const text = `export default ${JSON.stringify(inAscii(JSON.stringify(artifact)))};\n`;
  const target = join(output, ARTIFACT);
  if (!existsSync(target) || readFileSync(target, "utf8") !== text)
    put(output, ARTIFACT, (temporary) => writeFileSync(temporary, text));
  removeOthers(served, new Set(media.map(({ path }) => path)));
}

/**
 * JSON that spells other signs by their codes: an engine keeps such a text in half the memory, and reads it three times
 * as fast.
 */
function inAscii(json: string): string {
  return json.replace(/[\u0080-\uFFFF]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Of which kind the build is that lies there; undefined where there is none that can be read. */
export function lastMode(output: string): ContentArtifact["mode"] | undefined {
  try {
    const text = readFileSync(join(output, ARTIFACT), "utf8");
    const { mode }: ContentArtifact = JSON.parse(JSON.parse(text.replace(/^export default (.*);\n$/s, "$1")));
    return mode;
  } catch {
    return undefined;
  }
}

/** A rename replaces a file at once; a write would let others see half of it. */
function put(output: string, path: string, write: (temporary: string) => void): void {
  const temporary = join(output, `.writing-${process.pid}`);
  const target = join(output, path);
  mkdirSync(dirname(target), { recursive: true });
  write(temporary);
  renameSync(temporary, target);
}

function removeOthers(served: string, kept: ReadonlySet<string>): void {
  const folders = new Set([...kept].map((path) => dirname(path)));
  for (const hash of readdirSync(served)) {
    if (!folders.has(hash)) {
      rmSync(join(served, hash), { recursive: true });
      continue;
    }
    for (const name of readdirSync(join(served, hash)))
      if (!kept.has(`${hash}/${name}`)) rmSync(join(served, hash, name));
  }
}
