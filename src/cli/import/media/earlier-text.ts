import { type ArticleDraft, type ArticlePlace, articleText } from "../../../import/feeds/article-text.ts";

/**
 * The text that an earlier run of the same import wrote, if some of the files could not be fetched then: only those
 * that `present` names. If the two are equal, nobody has changed the article, and it may be written again.
 */
export function earlierText(present: string, draft: ArticleDraft, place: ArticlePlace): string {
  const media = new Map([...place.media].filter(([, name]) => present.includes(name)));
  const lengths = new Map([...place.lengths].filter(([, length]) => present.includes(`length: ${length}\n`)));
  return articleText(draft, { ...place, media, lengths });
}
