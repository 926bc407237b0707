import { readFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import type { ContentFault } from "../../compile/content-fault.ts";
import {
  ARTICLE_FILE,
  type ContentFile,
  type ContentSources,
  PUBLICATION_FILE,
} from "../../compile/content-sources.ts";
import { inspectMedia } from "../../compile/media/inspect-media.ts";
import { filesInside, type RefusedLink } from "./files-inside.ts";
import { foreignFiles } from "./foreign-files.ts";
import { measureDurations } from "./measure-durations.ts";

const CONTENT = "content";

/**
 * Reads content/: articles from one folder, media from folders of any depth. A hidden file belongs to an editor or the
 * system, and is not content. A symbolic link that leads out of content/ is a fault. The durations of sound and film are
 * measured.
 */
export async function readContent(root: string): Promise<ContentSources> {
  const sources = await readContentFolder(join(root, CONTENT));
  return { ...sources, media: await measureDurations(sources.media, join(root, CONTENT, "media")) };
}

/**
 * Reads another folder as if it were content/. Durations are not measured: a newsroom does not measure them either, so
 * an article that is sent to it would never be equal to the one it has.
 */
export async function readContentFolder(folder: string): Promise<ContentSources> {
  const media = join(folder, "media");
  const articles = filesInside(join(folder, "articles"), folder, false);
  const files = filesInside(media, folder, true);
  const publication = filesInside(folder, folder, false);
  const publicationName = basename(PUBLICATION_FILE);
  return {
    publication: publication.names.includes(publicationName) ? contentFile(folder, PUBLICATION_FILE) : undefined,
    articles: articles.names
      .filter((name) => ARTICLE_FILE.test(name))
      .map((name) => contentFile(folder, `${CONTENT}/articles/${name}`)),
    warnings: foreignFiles(filesInside(folder, folder, true).names),
    media: await Promise.all(files.names.map((name) => inspectMedia(name, readFileSync(join(media, name))))),
    faults: [
      ...publication.refused
        .filter(({ name }) => name === publicationName)
        .map((link) => leadsOut(PUBLICATION_FILE, link)),
      ...articles.refused
        .filter(({ name }) => name === "" || ARTICLE_FILE.test(name))
        .map((link) => leadsOut(join(`${CONTENT}/articles`, link.name), link)),
      ...files.refused.map((link) => leadsOut(join(`${CONTENT}/media`, link.name), link)),
    ],
  };
}

function leadsOut(file: string, { target }: RefusedLink): ContentFault {
  const found = `a symbolic link to ${target}`;
  return { file, found, expected: `a file, or a link to one inside of ${CONTENT}/` };
}

function contentFile(folder: string, file: string): ContentFile {
  return { file, bytes: readFileSync(join(folder, relative(CONTENT, file))) };
}
