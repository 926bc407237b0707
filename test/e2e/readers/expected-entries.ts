import type { DevServer } from "../harness/dev-server.ts";
import { servedItems } from "../harness/served-items.ts";
import { readArticlesThatAreOut, type WrittenArticle } from "../harness/written-articles.ts";
import type { ReadEntry } from "./reader.ts";
import { visibleWords } from "./visible-words.ts";

/**
 * The entries that a reader must have, the newest first. The fields come from the authors' files. The content comes
 * from the JSON Feed after it was compared with the files.
 */
export async function expectedEntries(server: DevServer): Promise<readonly ReadEntry[]> {
  const items = new Map((await servedItems(server)).map((item) => [item.id, item]));
  const entries = readArticlesThatAreOut(server.root).map(({ slug, fields, markdown }): ReadEntry => {
    const item = items.get(String(fields.id));
    if (!item) throw new Error(`${slug} is not served`);
    const words = visibleWords(item.content_html);
    expectAllParagraphs(words, markdown);
    return {
      id: String(fields.id),
      title: String(fields.title),
      url: `${server.origin}/articles/${encodeURIComponent(slug)}`,
      authors: authorsOf(fields),
      published: instant(fields.published),
      updated: instant(fields.updated ?? fields.published),
      summary: typeof fields.summary === "string" ? fields.summary : item.summary,
      content: item.content_html,
      words,
    };
  });
  return entries.toSorted((a, b) => (a.published < b.published ? 1 : -1));
}

/** Only the short form of a byline is supported, because the repository's content uses no other. */
function authorsOf({ byline }: WrittenArticle["fields"]): readonly string[] {
  if (typeof byline !== "string") throw new Error(`a byline of another kind: ${JSON.stringify(byline)}`);
  return [byline];
}

export function instant(time: unknown): string {
  return new Date(String(time)).toISOString();
}

/** Each paragraph without markup must be found unchanged. */
function expectAllParagraphs(words: string, markdown: string): void {
  const paragraphs = markdown.split(/\n{2,}/).map((paragraph) => paragraph.trim());
  const plain = paragraphs.filter((paragraph) => /^\p{L}[^\n`*_[\]<>|\\&]*$/u.test(paragraph));
  if (plain.length === 0) throw new Error("no plain paragraph to look for");
  const missing = plain.filter((paragraph) => !words.includes(paragraph));
  if (missing.length > 0) throw new Error(`not in the content: ${missing.join(" / ")}`);
}
