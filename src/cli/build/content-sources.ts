import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ContentSources } from "../../compile/content-sources.ts";
import { inspectMedia } from "../../compile/media/inspect-media.ts";
import { contentFile, listContent } from "./list-content.ts";
import { measureDurations } from "./measure-durations.ts";

/** Reads content/ with all bytes, and measures the durations of sound and film. */
export async function readContent(root: string): Promise<ContentSources> {
  const sources = await readContentFolder(join(root, "content"));
  return { ...sources, media: await measureDurations(sources.media, join(root, "content/media")) };
}

/**
 * Reads another folder as if it were content/. Durations are not measured: a newsroom does not measure them either, so
 * an article that is sent to it would never be equal to the one it has.
 */
export async function readContentFolder(folder: string): Promise<ContentSources> {
  const { publication, articles, pages, media, faults, warnings } = listContent(folder);
  return {
    publication: publication(),
    articles: [...articles.keys()].map((file) => contentFile(folder, file)),
    pages: [...pages.keys()].map((file) => contentFile(folder, file)),
    media: await Promise.all([...media].map(([name, { path }]) => inspectMedia(name, readFileSync(path)))),
    faults,
    warnings,
  };
}
