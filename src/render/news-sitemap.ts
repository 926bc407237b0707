import type { Article } from "../model/article.ts";
import type { Catalogue, ListedArticle } from "../model/catalogue.ts";
import { dueAt } from "../model/release.ts";
import { latest, type Timestamp } from "../model/timestamp.ts";
import { serialize } from "./feed-library.ts";
import { children, empty, text, type XmlElement } from "./xml-element.ts";

/** Google's news sitemap: articles of the last two days, at most 1,000. */
const NAMESPACES = {
  xmlns: "http://www.sitemaps.org/schemas/sitemap/0.9",
  "xmlns:news": "http://www.google.com/schemas/sitemap-news/0.9",
};
const TWO_DAYS = 48 * 60 * 60 * 1_000;
const MOST_ARTICLES = 1_000;

export function renderNewsSitemap(catalogue: Catalogue, now: number): string {
  const { publication } = catalogue.everything.head;
  const urls = recent(catalogue, now).map(
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

/** When the clock last changed the list, and when it will next: an article drops out two days after it was due. */
export function newsChanges(
  catalogue: Catalogue,
  now: number,
): { readonly modified: number; readonly validUntil?: number } {
  const leaving = catalogue.articles.map(({ article }) => dueAt(article) + TWO_DAYS);
  const validUntil = Math.min(
    catalogue.validUntil ?? Number.POSITIVE_INFINITY,
    ...leaving.filter((each) => each > now),
  );
  return {
    modified: Math.max(catalogue.modified, ...leaving.filter((each) => each <= now)),
    ...(Number.isFinite(validUntil) && { validUntil }),
  };
}

function recent({ articles }: Catalogue, now: number): readonly ListedArticle[] {
  return articles
    .filter(({ article }) => article.status !== "draft" && dueAt(article) + TWO_DAYS > now)
    .slice(0, MOST_ARTICLES);
}

/** Google asks when readers could first see it, which for a scheduled article is not the time in its byline. */
function firstShown({ published, scheduledFor = published }: Article): Timestamp {
  return latest(published, scheduledFor);
}

/** ISO 639 codes, but for Chinese, where Google asks for zh-cn or zh-tw. */
function newsLanguage(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize();
  return language === "zh" ? (script === "Hant" ? "zh-tw" : "zh-cn") : language;
}
