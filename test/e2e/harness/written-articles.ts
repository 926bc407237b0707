import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse, parseDocument, stringify } from "yaml";

/** The front matter of a file and the text below it. */
export type WrittenArticle = {
  readonly slug: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly markdown: string;
};

/** The files of `content/articles`, read without the service's own code. */
export function readWrittenArticles(root: string): WrittenArticle[] {
  const folder = join(root, "content/articles");
  const names = readdirSync(folder).filter((name) => name.endsWith(".md"));
  return names.map((name) => {
    const { front, markdown } = splitFile(readFileSync(join(folder, name), "utf8"));
    return { slug: basename(name, ".md").normalize("NFC"), fields: parse(front), markdown };
  });
}

/** The articles that a development build shows: drafts too, but no withdrawn articles and none that are not due yet. */
export function readArticlesThatAreOut(root: string): WrittenArticle[] {
  return readWrittenArticles(root).filter(({ fields: { published, scheduledFor, unpublishAt, retraction } }) => {
    const starts = [published, scheduledFor].filter((time) => time !== undefined);
    const isDue = starts.every((time) => Date.parse(String(time)) <= Date.now());
    const isOver = unpublishAt !== undefined && Date.parse(String(unpublishAt)) <= Date.now();
    return isDue && !isOver && retraction === undefined;
  });
}

/** Changes fields of an existing article, as an author does in an editor. */
export function editArticle(root: string, slug: string, fields: Readonly<Record<string, unknown>>): void {
  const path = articleFile(root, slug);
  const { front, markdown } = splitFile(readFileSync(path, "utf8"));
  const document = parseDocument(front);
  for (const [name, value] of Object.entries(fields)) document.set(name, value);
  writeFileSync(path, `---\n${document}---\n${markdown}`);
}

/** Writes a new article. */
export function addArticle(root: string, { slug, fields, markdown }: WrittenArticle): void {
  writeFileSync(articleFile(root, slug), `---\n${stringify(fields)}---\n\n${markdown}\n`);
}

export function articleFile(root: string, slug: string): string {
  return join(root, "content/articles", `${slug}.md`);
}

function splitFile(file: string): { front: string; markdown: string } {
  const [, front, markdown] = /^---\n(.*?\n)---\n(.*)$/s.exec(file) ?? [];
  if (front === undefined || markdown === undefined) throw new Error("a file without front matter");
  return { front, markdown };
}
