import type { ArticleState } from "../../../model/article-state.ts";
import { articlePath } from "../../../site/addresses.ts";
import { formerPathKey } from "../../../site/former-path.ts";
import type { ArticleLookup } from "../../article-store.ts";
import { ARTICLE_COLUMNS, type ArticleRow } from "../article-row.ts";
import type { NewsroomSettings } from "../newsroom-settings.ts";
import { applyDueChanges } from "../write/apply-due-changes.ts";
import { placedArticle, placedWithdrawal } from "./entry-row.ts";

type Wanted = { readonly slug: string; readonly origin: string; readonly now: number };

/** What stands behind a slug: one row, or two more for one that it had before. */
export async function lookUpArticle(
  db: D1Database,
  settings: NewsroomSettings,
  { slug, origin, now }: Wanted,
): Promise<ArticleLookup> {
  const row = await readRow(db, settings, slug, now);
  if (!row) {
    const present = await lookUpFormerPath(db, settings, articlePath(slug), now);
    return present === undefined ? { kind: "unknown" } : { kind: "moved", slug: present };
  }
  switch (readersSee(row)) {
    case "nothing":
      return { kind: "unknown" };
    case "a withdrawal": {
      const { state, document, modified } = row;
      const { time, reason } = placedWithdrawal({ state, document, withdrawn_at: modified }, origin);
      return { kind: "withdrawn", ...(reason !== undefined && { retraction: { time, reason } }) };
    }
    case "the article":
      return {
        kind: "found",
        article: placedArticle(row.document, origin),
        version: String(row.revision),
        modified: Math.max(row.modified, settings.modified),
        ...(row.next_change !== null && { validUntil: row.next_change }),
      };
  }
}

async function readRow(
  db: D1Database,
  { division }: NewsroomSettings,
  slug: string,
  now: number,
): Promise<ArticleRow | null> {
  const read = () =>
    db.prepare(`SELECT ${ARTICLE_COLUMNS} FROM articles WHERE slug = ?`).bind(slug).first<ArticleRow>();
  const row = await read();
  if (row === null || row.next_change === null || row.next_change > now) return row;
  await applyDueChanges(db, division, now);
  return read();
}

/** An article that was shown and is a draft again is gone for readers; one that is scheduled anew never was there. */
function readersSee({ state, position }: Pick<ArticleRow, "state" | "position">) {
  const seen: Record<ArticleState, "the article" | "a withdrawal" | "nothing"> = {
    draft: position === null ? "nothing" : "a withdrawal",
    scheduled: "nothing",
    published: "the article",
    retracted: "a withdrawal",
    unpublished: "a withdrawal",
  };
  return seen[state];
}

/** The slug of the article that was found at a path before, unless readers may not know of it. */
export async function lookUpFormerPath(
  db: D1Database,
  { division }: NewsroomSettings,
  path: string,
  now: number,
): Promise<string | undefined> {
  const read = () =>
    db
      .prepare(
        `SELECT a.slug, a.state, a.position, a.next_change FROM former_paths f JOIN articles a ON a.number = f.article
         WHERE f.path = ?`,
      )
      .bind(formerPathKey(path))
      .first<Pick<ArticleRow, "slug" | "state" | "position" | "next_change">>();
  let row = await read();
  if (row && row.next_change !== null && row.next_change <= now) {
    await applyDueChanges(db, division, now);
    row = await read();
  }
  return row && readersSee(row) !== "nothing" ? row.slug : undefined;
}
