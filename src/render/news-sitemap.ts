import type { ListedArticle } from "../model/catalogue.ts";
import type { Publication } from "../model/publication.ts";
import { dueAt } from "../model/release.ts";
import { latest, type Timestamp } from "../model/timestamp.ts";
import { serialize } from "./feed-library.ts";
import { children, empty, text, type XmlElement } from "./xml-element.ts";

/** Google's news sitemap: articles of the last two days, at most 1,000. */
const NAMESPACES = {
  xmlns: "http://www.sitemaps.org/schemas/sitemap/0.9",
  "xmlns:news": "http://www.google.com/schemas/sitemap-news/0.9",
};

export const NEWS = { milliseconds: 48 * 60 * 60 * 1_000, articles: 1_000 } as const;

export function renderNewsSitemap(publication: Publication, articles: readonly ListedArticle[]): string {
  const news = articles.filter(({ article }) => article.status !== "draft");
  const urls = news.map(
    ({ article }): XmlElement =>
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
  return serialize({ urlset: { ...empty(NAMESPACES), ...children({ url: urls }) } });
}

/** When something last changed, or will next, in milliseconds since the epoch. */
type Changes = { readonly modified: number; readonly validUntil?: number };

/**
 * When the list last changed and when it will next, `all` that is listed anywhere being as it is: an article drops out two days after it was due.
 * `dropped` is the newest that did. Of those that `articles` has no room for none matters: they are gone before they drop out.
 */
export function newsChanges(all: Changes, articles: readonly ListedArticle[], dropped?: ListedArticle): Changes {
  const dropOut = ({ article }: ListedArticle) => dueAt(article) + NEWS.milliseconds;
  const validUntil = Math.min(all.validUntil ?? Number.POSITIVE_INFINITY, ...articles.map(dropOut));
  return {
    modified: Math.max(all.modified, dropped ? dropOut(dropped) : 0),
    ...(Number.isFinite(validUntil) && { validUntil }),
  };
}

/** Google asks when readers could first see it, which for a scheduled article is not the time in its byline. */
function firstShown({ published, scheduledFor = published }: ListedArticle["article"]): Timestamp {
  return latest(published, scheduledFor);
}

/** ISO 639 codes, but for Chinese, where Google asks for zh-cn or zh-tw. */
function newsLanguage(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize();
  return language === "zh" ? (script === "Hant" ? "zh-tw" : "zh-cn") : language;
}
