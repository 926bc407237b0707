import { type Dirent, existsSync, readdirSync, readFileSync, type Stats, statSync } from "node:fs";
import { basename, join, relative } from "node:path";
import type { ContentFault } from "../../compile/content-fault.ts";
import { ARTICLE_FILE, type ContentFile, PUBLICATION_FILE } from "../../compile/content-sources.ts";
import { type FilesInside, filesInside, type RefusedLink } from "./files-inside.ts";
import { foreignFiles } from "./foreign-files.ts";

const CONTENT = "content";
const ARTICLES = "articles";
const PAGES = "pages";
const FOLDERS = [ARTICLES, PAGES, "media"];

/** What there is in content/, without its bytes. Files of articles and pages are keyed by their path from the root. */
export type ListedContent = {
  readonly publication: () => ContentFile | undefined;
  readonly articles: ReadonlyMap<string, ListedFile>;
  readonly pages: ReadonlyMap<string, ListedFile>;
  /** Keyed by the path in content/media. */
  readonly media: ReadonlyMap<string, ListedFile>;
  readonly faults: readonly ContentFault[];
  /** Files that are not read because they are of another kind or in another folder. */
  readonly warnings: readonly ContentFault[];
};

export type ListedFile = { readonly path: string; readonly status: Stats };

/**
 * Lists content/: articles and pages of one folder each, media of folders of any depth. A hidden file belongs to an editor or the
 * system, and is not content. A symbolic link that leads out of content/ is a fault.
 */
export function listContent(folder: string): ListedContent {
  const articles = filesInside(join(folder, ARTICLES), folder, true);
  const pages = filesInside(join(folder, PAGES), folder, true);
  const isDirect = (name: string) => !name.includes("/");
  const texts = ({ names }: FilesInside) => names.filter((name) => isDirect(name) && ARTICLE_FILE.test(name));
  const refusedTexts = ({ refused }: FilesInside, within: string) =>
    refused
      .filter(({ name }) => isDirect(name) && (name === "" || ARTICLE_FILE.test(name)))
      .map((link) => leadsOut(join(`${CONTENT}/${within}`, link.name), link));
  const media = filesInside(join(folder, "media"), folder, true);
  const publication = filesInside(folder, folder, false);
  const publicationName = basename(PUBLICATION_FILE);
  return {
    publication: () =>
      publication.names.includes(publicationName) ? contentFile(folder, PUBLICATION_FILE) : undefined,
    articles: listed(articles, texts(articles), (name) => `${CONTENT}/articles/${name}`, join(folder, "articles")),
    pages: listed(pages, texts(pages), (name) => `${CONTENT}/${PAGES}/${name}`, join(folder, PAGES)),
    media: listed(media, media.names, (name) => name, join(folder, "media")),
    faults: [
      ...publication.refused
        .filter(({ name }) => name === publicationName)
        .map((link) => leadsOut(PUBLICATION_FILE, link)),
      ...refusedTexts(articles, ARTICLES),
      ...refusedTexts(pages, PAGES),
      ...media.refused.map((link) => leadsOut(join(`${CONTENT}/media`, link.name), link)),
    ],
    warnings: foreignFiles([
      ...publication.names,
      ...articles.names.map((name) => `${ARTICLES}/${name}`),
      ...pages.names.map((name) => `${PAGES}/${name}`),
      ...otherFolders(folder).flatMap((name) =>
        filesInside(join(folder, name), folder, true).names.map((each) => `${name}/${each}`),
      ),
    ]),
  };
}

/** The folders of content/ that hold neither articles, pages nor media. */
function otherFolders(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const isOther = ({ name }: Dirent) => !name.startsWith(".") && !FOLDERS.includes(name);
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => isOther(entry) && !entry.isFile());
  return entries.map(({ name }) => name).filter((name) => isFolder(join(folder, name)));
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function listed(
  { statuses }: FilesInside,
  names: readonly string[],
  keyOf: (name: string) => string,
  folder: string,
): ReadonlyMap<string, ListedFile> {
  return new Map(
    names.flatMap((name) => {
      const status = statuses.get(name);
      return status ? [[keyOf(name), { path: `${folder}/${name}`, status }]] : [];
    }),
  );
}

function leadsOut(file: string, { target }: RefusedLink): ContentFault {
  const found = `a symbolic link to ${target}`;
  return { file, found, expected: `a file, or a link to one inside of ${CONTENT}/` };
}

/** @param folder content/, and `file` is a path from the root */
export function contentFile(folder: string, file: string): ContentFile {
  return { file, bytes: readFileSync(join(folder, relative(CONTENT, file))) };
}
