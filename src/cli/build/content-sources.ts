import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import {
  ARTICLE_FILE,
  type ContentFile,
  type ContentSources,
  PUBLICATION_FILE,
} from "../../compile/content-sources.ts";
import { inspectMedia } from "../../compile/media/inspect-media.ts";

const CONTENT = "content";

/**
 * Reads content/: articles from one folder, media from folders of any depth. A hidden file belongs to an editor or the
 * system, and is not content.
 */
export function readContent(root: string): Promise<ContentSources> {
  return readContentFolder(join(root, CONTENT));
}

/** Reads another folder as if it were content/. */
export async function readContentFolder(folder: string): Promise<ContentSources> {
  const media = join(folder, "media");
  const names = filesIn(join(folder, "articles"), false).filter((name) => ARTICLE_FILE.test(name));
  const isThere = existsSync(join(folder, relative(CONTENT, PUBLICATION_FILE)));
  return {
    publication: isThere ? contentFile(folder, PUBLICATION_FILE) : undefined,
    articles: names.map((name) => contentFile(folder, `${CONTENT}/articles/${name}`)),
    media: await Promise.all(filesIn(media, true).map((name) => inspectMedia(name, readFileSync(join(media, name))))),
  };
}

function contentFile(folder: string, file: string): ContentFile {
  return { file, bytes: readFileSync(join(folder, relative(CONTENT, file))) };
}

/** The names of the files, with slashes, sorted. A symbolic link counts as its target. */
function filesIn(folder: string, recursive: boolean): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive, encoding: "utf8" })
    .filter((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.isFile())
    .map((name) => name.split(sep).join("/"))
    .filter((name) => !/(?:^|\/)\./.test(name))
    .sort();
}
