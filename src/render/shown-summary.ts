import type { Article } from "../model/article.ts";
import type { Selection } from "../model/selection.ts";

/**
 * The summary of an entry in a feed. An article without a word, such as a picture, has an empty one. In a feed that has
 * nothing but summaries it is then the title, because readers show an entry without text as broken.
 */
export function shownSummary({ summary, title }: Article, { content }: Selection): string {
  return summary === "" && content === "summary" ? title : summary;
}
