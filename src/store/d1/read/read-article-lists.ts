import type { ArticleStatus } from "../../../model/article.ts";
import { type ListedArticle, SITEMAP_PLACES, type SitemapPart } from "../../../model/catalogue.ts";
import { EVERYTHING, scopeKey } from "../../../model/scope.ts";
import type { Timestamp } from "../../../model/timestamp.ts";
import { articlePath } from "../../../site/addresses.ts";
import type { NewsroomSettings } from "../newsroom-settings.ts";
import { readFeedRow } from "./feed-row.ts";
import type { Reader } from "./reader.ts";

type ListedRow = {
  readonly slug: string;
  readonly modified: number;
  readonly title: string;
  readonly language: string;
  readonly published: Timestamp;
  readonly scheduledFor: Timestamp | null;
  readonly status: ArticleStatus;
};

/** What lists say of an article. The text is not read. */
const LISTED_COLUMNS = `a.slug, a.modified, a.document ->> 'title' AS title, a.document ->> 'language' AS language,
  a.document ->> 'published' AS published, a.document ->> 'scheduledFor' AS scheduledFor, a.document ->> 'status' AS status`;

function listed(
  { slug, modified, scheduledFor, ...article }: ListedRow,
  origin: string,
  settings: NewsroomSettings,
): ListedArticle {
  return {
    article: { ...article, url: origin + articlePath(slug), ...(scheduledFor !== null && { scheduledFor }) },
    modified: Math.max(modified, settings.pagesModified),
  };
}

/** At most `max` published articles that came due from `since` to `now`, newest first. */
export async function recentArticles(
  reader: Reader,
  wanted: { readonly since: number; readonly max: number; readonly now: number; readonly origin: string },
): Promise<readonly ListedArticle[]> {
  const { db, settings } = reader;
  await readFeedRow(reader, scopeKey(EVERYTHING), wanted.now);
  const { results } = await db
    .prepare(
      // Without statistics SQLite would use the index by state and sort all published articles.
      `SELECT ${LISTED_COLUMNS} FROM articles a INDEXED BY articles_by_due
       WHERE a.state = 'published' AND a.due >= ? AND a.due <= ? ORDER BY a.due DESC, a.id LIMIT ?`,
    )
    .bind(wanted.since, wanted.now, wanted.max)
    .all<ListedRow>();
  return results.map((row) => listed(row, wanted.origin, settings));
}

/**
 * The months (`YYYY-MM`, in UTC) in which published articles came due, newest first. It reads one row for each: the
 * last article before the month that was found before.
 */
export async function articleMonths({ db }: Reader, now: number): Promise<readonly string[]> {
  const { results } = await db
    .prepare(
      `WITH RECURSIVE found (due) AS (
         SELECT max(due) FROM articles INDEXED BY articles_by_due WHERE state = 'published' AND due <= ?
         UNION ALL
         SELECT (SELECT max(a.due) FROM articles a INDEXED BY articles_by_due WHERE a.state = 'published'
           AND a.due < unixepoch(found.due / 1000, 'unixepoch', 'start of month') * 1000)
         FROM found WHERE found.due IS NOT NULL
       ) SELECT strftime('%Y-%m', due / 1000, 'unixepoch') AS month FROM found WHERE due IS NOT NULL`,
    )
    .bind(now)
    .all<{ month: string }>();
  return results.map(({ month }) => month);
}

/** The published articles that came due in a month (`YYYY-MM`, in UTC), newest first. */
export async function articlesOfMonth(
  { db, settings }: Reader,
  { month, now, origin }: { readonly month: string; readonly now: number; readonly origin: string },
): Promise<readonly ListedArticle[]> {
  const { results } = await db
    .prepare(
      `SELECT ${LISTED_COLUMNS} FROM articles a INDEXED BY articles_by_due
       WHERE a.state = 'published' AND a.due >= unixepoch(?1) * 1000 AND a.due < unixepoch(?1, '+1 month') * 1000 AND a.due <= ?2
       ORDER BY a.due DESC, a.id`,
    )
    .bind(`${month}-01`, now)
    .all<ListedRow>();
  return results.map((row) => listed(row, origin, settings));
}

/** The parts of the sitemap, each with the instant of its last change. */
export async function sitemapParts(reader: Reader, now: number): Promise<readonly SitemapPart[]> {
  const { db, settings } = reader;
  await readFeedRow(reader, scopeKey(EVERYTHING), now);
  const { results } = await db.prepare("SELECT number, modified FROM sitemap_parts ORDER BY number").all<SitemapPart>();
  return results.map(({ number, modified }) => ({ number, modified: Math.max(modified, settings.pagesModified) }));
}

/**
 * The published articles of one part of the sitemap, counted from 1. Returns undefined if there is no such part yet.
 */
export async function sitemapArticles(
  reader: Reader,
  { part, now, origin }: { readonly part: number; readonly now: number; readonly origin: string },
): Promise<readonly ListedArticle[] | undefined> {
  const { db, settings } = reader;
  const feed = await readFeedRow(reader, scopeKey(EVERYTHING), now);
  const before = (part - 1) * SITEMAP_PLACES;
  if (!feed || part < 1 || before >= feed.length) return undefined;
  const { results } = await db
    .prepare(
      `SELECT ${LISTED_COLUMNS} FROM places p JOIN articles a ON a.number = p.article AND a.state = 'published'
       WHERE p.feed = 1 AND p.position > ? AND p.position <= ? ORDER BY p.position`,
    )
    .bind(before, before + SITEMAP_PLACES)
    .all<ListedRow>();
  return results.map((row) => listed(row, origin, settings));
}
