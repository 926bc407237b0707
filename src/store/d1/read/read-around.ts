import { type Around, aroundArticle } from "../../../model/around.ts";
import type { ArticleHead } from "../../../model/article.ts";
import { textWithPublicOrigin } from "../../../site/public-origin.ts";
import type { Reader } from "./reader.ts";

type Spot = {
  readonly id: string;
  readonly position: number;
  readonly archives: number;
  readonly current_after: number;
  readonly division: number;
  readonly last: number | null;
};

type AroundRow = {
  readonly next_change: number | null;
  /** The article as JSON without its text. Null if it is not published. */
  readonly document: string | null;
};

/** Reads what is around an article: two queries, and as many rows as a feed has entries. */
export async function readAround(
  { db }: Reader,
  { slug, origin }: { readonly slug: string; readonly origin: string },
): Promise<Around> {
  const spot = await db
    .prepare(
      `SELECT a.id, a.position, f.archives, f.current_after, p.division,
         (SELECT last FROM archives r WHERE r.feed = 1 AND r.number = p.division) AS last
       FROM articles a JOIN places p ON p.feed = 1 AND p.position = a.position JOIN feeds f ON f.number = 1
       WHERE a.slug = ?`,
    )
    .bind(slug)
    .first<Spot>();
  if (!spot) return { candidates: [] };
  const isCurrent = spot.position > spot.current_after || spot.last === null;
  const division = isCurrent ? Math.max(1, spot.archives) : spot.division;
  const { results } = await db
    .prepare(
      `SELECT a.next_change,
         CASE WHEN a.state = 'published' AND p.left_at IS NULL THEN json_remove(a.document, '$.body') END AS document
       FROM places p JOIN articles a ON a.number = p.article
       WHERE p.feed = 1 AND p.position > ${isCurrent ? "?1" : "coalesce((SELECT first FROM archives WHERE feed = 1 AND number = ?1), 1) - 1"}
         AND p.position <= ?2 ORDER BY p.position`,
    )
    .bind(isCurrent ? spot.current_after : division, isCurrent ? Number.MAX_SAFE_INTEGER : spot.last)
    .all<AroundRow>();
  const articles = results.flatMap(({ document }): ArticleHead[] =>
    document === null ? [] : [JSON.parse(textWithPublicOrigin(document, origin))],
  );
  const next = Math.min(...results.flatMap(({ next_change }) => next_change ?? []));
  return {
    ...aroundArticle(articles, spot.id, {
      older: division > 1 ? division - 1 : undefined,
      newer: isCurrent ? undefined : division + 1,
    }),
    ...(Number.isFinite(next) && { validUntil: next }),
  };
}
