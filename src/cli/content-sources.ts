import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { ARTICLE_FILE, type ContentFile, type ContentSources, PUBLICATION_FILE } from "../authoring/content-sources.ts";
import { inspectMedia } from "../authoring/media/inspect-media.ts";

/** Reads content/: articles from one folder, media from folders of any depth. Hidden files are an editor's or the system's, not content. */
export async function readContent(root: string): Promise<ContentSources> {
  const articles = join(root, "content/articles");
  const media = join(root, "content/media");
  const names = filesIn(articles, false).filter((name) => ARTICLE_FILE.test(name));
  return {
    publication: existsSync(join(root, PUBLICATION_FILE)) ? contentFile(root, PUBLICATION_FILE) : undefined,
    articles: names.map((name) => contentFile(root, `content/articles/${name}`)),
    media: await Promise.all(filesIn(media, true).map((name) => inspectMedia(name, readFileSync(join(media, name))))),
  };
}

function contentFile(root: string, file: string): ContentFile {
  return { file, bytes: readFileSync(join(root, file)) };
}

/** Names with slashes, sorted. A link counts as what it leads to. */
function filesIn(folder: string, recursive: boolean): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive, encoding: "utf8" })
    .filter((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.isFile())
    .map((name) => name.split(sep).join("/"))
    .filter((name) => !/(?:^|\/)\./.test(name))
    .sort();
}
