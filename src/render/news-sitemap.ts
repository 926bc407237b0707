/** Google's news sitemap. */
import type { ListedArticle } from "../model/catalogue.ts";
import type { Publication } from "../model/publication.ts";
import { dueAt } from "../model/release.ts";
import { latest, type Timestamp } from "../model/timestamp.ts";
import { children, empty, serialize, text, type XmlNode } from "../syntax/xml/write-xml.ts";
import { declareNamespaces, NAMESPACES } from "./namespaces.ts";

/** The age after which Google no longer takes an article for news, in milliseconds. */
export const MAX_NEWS_AGE = 48 * 60 * 60 * 1_000;

/** The number of articles that Google accepts in one news sitemap. */
export const MAX_NEWS_ARTICLES = 1_000;

export function renderNewsSitemap(publication: Publication, articles: readonly ListedArticle[]): string {
  const news = articles.filter(({ article }) => article.status !== "draft");
  const urls = news.map(
    ({ article }): XmlNode =>
      children({
        loc: text(article.url),
        "news:news": children({
          "news:publication": children({
            "news:name": text(publication.title),
            "news:language": text(newsLanguage(article.language)),
          }),
          "news:publication_date": text(firstShown(article)),
          "news:title": text(article.title),
        }),
      }),
  );
  return serialize({
    urlset: { ...empty({ xmlns: NAMESPACES.sitemap, ...declareNamespaces("news") }), ...children({ url: urls }) },
  });
}

/**
 * `modified` is the last change and `validUntil` the next one that is due, in milliseconds since the epoch. Without
 * `validUntil` no change is due.
 */
type Changes = { readonly modified: number; readonly validUntil?: number };

/**
 * The changes of the list. An article drops out `MAX_NEWS_AGE` after it was due.
 *
 * @param all The changes of everything that the publication lists.
 * @param articles The articles in the list. Those for which it has no room do not count: they are older, so their age
 * ends first.
 * @param dropped The newest article that has already dropped out.
 */
export function newsChanges(all: Changes, articles: readonly ListedArticle[], dropped?: ListedArticle): Changes {
  const dropOut = ({ article }: ListedArticle) => dueAt(article) + MAX_NEWS_AGE;
  const validUntil = Math.min(all.validUntil ?? Number.POSITIVE_INFINITY, ...articles.map(dropOut));
  return {
    modified: Math.max(all.modified, dropped ? dropOut(dropped) : 0),
    ...(Number.isFinite(validUntil) && { validUntil }),
  };
}

/**
 * When readers could first see the article, which is what Google asks for. For a scheduled article this is not its
 * `published`.
 */
function firstShown({ published, scheduledFor = published }: ListedArticle["article"]): Timestamp {
  return latest(published, scheduledFor);
}

/** An ISO 639 code. For Chinese Google asks for `zh-cn` or `zh-tw` instead. */
function newsLanguage(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize();
  return language === "zh" ? (script === "Hant" ? "zh-tw" : "zh-cn") : language;
}
