import type { ContentFault } from "../../compile/content-fault.ts";
import { ARTICLE_FILE, PUBLICATION_FILE } from "../../compile/content-sources.ts";
import { FORMER_LEDGER_FILE, LEDGER_FOLDER } from "./ledger-files.ts";

/** Names that a warning lists. */
const MAX_NAMES = 3;

/** Extensions that authors give to articles by mistake, each with the extension that an article must have. */
const LIKE_ARTICLES: Readonly<Record<string, string>> = {
  ".htm": ".html",
  ".markdown": ".md",
  ".mdown": ".md",
  ".mdx": ".md",
  ".mkd": ".md",
  ".xhtml": ".html",
};

/**
 * A warning for each kind of file below content/ that is not read: the files of one folder with one extension are one
 * kind. It tells an author why an article that was saved as `a.txt` is not there.
 *
 * @param names the paths of all files below content/, with slashes
 */
export function foreignFiles(names: readonly string[]): readonly ContentFault[] {
  const paths = names.map((name) => `content/${name}`).filter((path) => !isRead(path));
  const kinds = Map.groupBy(paths, (path) => `${folderOf(path)} ${extensionOf(path)}`);
  return [...kinds.values()].flatMap(([first, ...others]) => (first === undefined ? [] : warning(first, others)));
}

const TEXT_FOLDERS = ["content/articles", "content/pages"];

function isRead(path: string): boolean {
  if (
    path === PUBLICATION_FILE ||
    path === FORMER_LEDGER_FILE ||
    path.startsWith(`${LEDGER_FOLDER}/`) ||
    path.startsWith("content/media/")
  )
    return true;
  return TEXT_FOLDERS.includes(folderOf(path)) && ARTICLE_FILE.test(path);
}

function warning(first: string, others: readonly string[]): ContentFault {
  const expected = `${expectedFor(first)}; ${others.length === 0 ? "it is" : "they are"} left out`;
  if (others.length === 0) return { file: first, found: "a file that is not read", expected };
  const names = [first, ...others].slice(0, MAX_NAMES).map((path) => path.slice(path.lastIndexOf("/") + 1));
  const list = names.join(", ") + (others.length >= MAX_NAMES ? ", …" : "");
  return { file: folderOf(first), found: `${others.length + 1} files that are not read (${list})`, expected };
}

function expectedFor(path: string): string {
  const [folder, extension] = [folderOf(path), extensionOf(path)];
  if (folder === "content" && /^content\/publication\.[a-z]+$/i.test(path)) return "the name publication.yaml";
  const right = LIKE_ARTICLES[extension.toLowerCase()] ?? extension.toLowerCase();
  for (const each of TEXT_FOLDERS) {
    const kind = each.slice("content/".length);
    if (folder === each)
      return ARTICLE_FILE.test(right) ? `a name that ends in ${right}` : `${kind}, whose names end in .md or .html`;
    if (folder.startsWith(`${each}/`)) return `${kind} in ${each} itself, not in a folder below it`;
  }
  return "articles in content/articles, pages in content/pages, and their pictures and other files in content/media";
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/"));
}

/** With the point; "" without one. */
function extensionOf(path: string): string {
  return /\.[^./]+$/.exec(path)?.[0] ?? "";
}
