import type { ArticleState } from "../../../model/article-state.ts";
import type { AuditRecord, Page, StoredArticleSummary } from "../../newsroom.ts";
import { rows } from "./reader.ts";

/**
 * Lists stored articles, newest first by the order of creation, which the index by state also has. `after` is the
 * `next` of the page before.
 */
export async function listStoredArticles(
  db: D1Database,
  { state, after, most: max }: { readonly state?: ArticleState; readonly after?: number; readonly most: number },
): Promise<Page<StoredArticleSummary>> {
  const { results } = await db
    .prepare(
      `SELECT number, id, slug, document ->> 'title' AS title, document ->> 'updated' AS updated, state, revision, hash, saved, due FROM articles
       WHERE ${state === undefined ? "?1 IS NULL" : "state = ?1"} AND number < ?2 ORDER BY number DESC LIMIT ?3`,
    )
    .bind(state ?? null, after ?? Number.MAX_SAFE_INTEGER, max + 1)
    .all<StoredArticleSummary & { readonly number: number }>();
  return paged(results, max);
}

/** Lists audit records, newest first. `after` is the `next` of the page before. */
export async function listAudit(
  db: D1Database,
  { after, most: max }: { readonly after?: number; readonly most: number },
): Promise<Page<AuditRecord>> {
  const { results } = await db
    .prepare(
      "SELECT number, at, actor, action, id, slug, before, after FROM audit WHERE number < ? ORDER BY number DESC LIMIT ?",
    )
    .bind(after ?? Number.MAX_SAFE_INTEGER, max + 1)
    .all<{ [Key in keyof AuditRecord]-?: AuditRecord[Key] | null } & { readonly number: number }>();
  const { items, next } = paged(results, max);
  const records = items.map(
    (row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as AuditRecord,
  );
  return { items: records, ...(next !== undefined && { next }) };
}

/** Cuts a page out of `max + 1` rows: the last row only tells that another page follows. */
function paged<Item extends { readonly number: number }>(found: readonly Item[], max: number): Page<Item> {
  const items = found.slice(0, max);
  const last = items.at(-1);
  return { items, ...(found.length > max && last && { next: last.number }) };
}

/**
 * Selects those of the slugs that belong to published articles. CROSS JOIN keeps SQLite from reading all published
 * articles by the index of states.
 */
export function visibleSlugs(db: D1Database, slugs: readonly string[]): D1PreparedStatement {
  return db
    .prepare(`SELECT a.slug FROM json_each(?) n CROSS JOIN articles a ON a.slug = n.value WHERE a.state = 'published'`)
    .bind(JSON.stringify(slugs));
}

/** The slugs that `visibleSlugs` selected. */
export function visibleSlugsOf(result: D1Result | undefined): ReadonlySet<string> {
  return new Set(rows<{ slug: string }>(result).map(({ slug }) => slug));
}
