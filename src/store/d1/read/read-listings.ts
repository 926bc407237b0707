import type { ArticleStatus } from "../../../model/article.ts";
import {
  type Catalogue,
  type ListedArticle,
  type ListedFeed,
  MAX_LISTED,
  SITEMAP_PLACES,
  type SitemapPart,
} from "../../../model/catalogue.ts";
import type { Publication } from "../../../model/publication.ts";
import { EVERYTHING, SCOPE_FOLDERS, type Scope, scopeKey, scopeOfKey } from "../../../model/scope.ts";
import { allOf } from "../../../model/selection.ts";
import type { Timestamp } from "../../../model/timestamp.ts";
import { articlePath } from "../../../site/addresses.ts";
import { feedHead } from "../../feed-head.ts";
import { foundingDay } from "../../founding-day.ts";
import type { NewsroomSettings } from "../newsroom-settings.ts";
import { FEED_COLUMNS, type FeedRow, readFeedRow } from "./feed-row.ts";
import { rows } from "./read-document.ts";

/** Every feed to choose: as many rows as are listed, of an index by size. */
export async function catalogueOf(
  db: D1Database,
  settings: NewsroomSettings,
  publication: Publication,
  now: number,
): Promise<Catalogue> {
  const row = await readFeedRow(db, settings.division, scopeKey(EVERYTHING), now);
  const largest = (folder: string, most: number) =>
    db
      .prepare(`SELECT ${FEED_COLUMNS} FROM feeds WHERE kind = ? AND articles > 0 ORDER BY articles DESC, name LIMIT ?`)
      .bind(`${folder}/`, most);
  const kinds = Object.entries(SCOPE_FOLDERS).filter(([kind]) => kind !== "section");
  const found = await db.batch([
    db
      .prepare(`SELECT ${FEED_COLUMNS} FROM feeds WHERE key IN (SELECT value FROM json_each(?))`)
      .bind(JSON.stringify(publication.sections.map(({ slug }) => scopeKey({ kind: "section", slug })))),
    ...kinds.map(([, folder]) => largest(folder, MAX_LISTED)),
  ]);
  const [sections = [], ...others] = found.map((result) => rows<FeedRow>(result));
  const founded = Math.max(settings.modified, Date.parse(foundingDay(publication)));
  const list = (scope: Scope, feed: FeedRow | undefined): ListedFeed[] => {
    const head = feedHead(publication, allOf(scope), () => feed?.name);
    return head
      ? [{ scope, head, articles: feed?.articles ?? 0, modified: Math.max(founded, feed?.modified ?? 0) }]
      : [];
  };
  const bySection = new Map(sections.map((feed) => [feed.key, feed]));
  const collator = new Intl.Collator(publication.language);
  const [everything] = list(EVERYTHING, row);
  if (!everything) throw new Error("the feed of everything is always there");
  return {
    everything,
    feeds: [
      ...publication.sections.flatMap(({ slug }) => {
        const scope: Scope = { kind: "section", slug };
        return list(scope, bySection.get(scopeKey(scope)));
      }),
      ...kinds.flatMap((_, index) =>
        [...(others[index] ?? [])]
          .sort((a, b) => collator.compare(a.name, b.name))
          .flatMap((feed) => list(scopeOfKey(feed.key), feed)),
      ),
    ],
    modified: Math.max(founded, row?.changed ?? 0),
    ...(row?.next_change != null && { validUntil: row.next_change }),
  };
}

type ListedRow = {
  readonly slug: string;
  readonly modified: number;
  readonly title: string;
  readonly language: string;
  readonly published: Timestamp;
  readonly scheduledFor: Timestamp | null;
  readonly status: ArticleStatus;
};

/** What lists say of an article; its text stays in the database. */
const LISTED_COLUMNS = `a.slug, a.modified, a.document ->> 'title' AS title, a.document ->> 'language' AS language,
  a.document ->> 'published' AS published, a.document ->> 'scheduledFor' AS scheduledFor, a.document ->> 'status' AS status`;

function listed(
  { slug, modified, scheduledFor, ...article }: ListedRow,
  origin: string,
  settings: NewsroomSettings,
): ListedArticle {
  return {
    article: { ...article, url: origin + articlePath(slug), ...(scheduledFor !== null && { scheduledFor }) },
    modified: Math.max(modified, settings.modified),
  };
}

export async function recentArticles(
  db: D1Database,
  settings: NewsroomSettings,
  wanted: { readonly since: number; readonly most: number; readonly now: number; readonly origin: string },
): Promise<readonly ListedArticle[]> {
  await readFeedRow(db, settings.division, scopeKey(EVERYTHING), wanted.now);
  const { results } = await db
    .prepare(
      // Without statistics, SQLite would take the index by state and sort all that is published.
      `SELECT ${LISTED_COLUMNS} FROM articles a INDEXED BY articles_by_due
       WHERE a.state = 'published' AND a.due >= ? AND a.due <= ? ORDER BY a.due DESC, a.id LIMIT ?`,
    )
    .bind(wanted.since, wanted.now, wanted.most)
    .all<ListedRow>();
  return results.map((row) => listed(row, wanted.origin, settings));
}

export async function sitemapParts(
  db: D1Database,
  settings: NewsroomSettings,
  now: number,
): Promise<readonly SitemapPart[]> {
  await readFeedRow(db, settings.division, scopeKey(EVERYTHING), now);
  const { results } = await db.prepare("SELECT number, modified FROM sitemap_parts ORDER BY number").all<SitemapPart>();
  return results.map(({ number, modified }) => ({ number, modified: Math.max(modified, settings.modified) }));
}

export async function sitemapArticles(
  db: D1Database,
  settings: NewsroomSettings,
  { part, now, origin }: { readonly part: number; readonly now: number; readonly origin: string },
): Promise<readonly ListedArticle[] | undefined> {
  const feed = await readFeedRow(db, settings.division, scopeKey(EVERYTHING), now);
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
