import type { ArticleState } from "../../../model/article-state.ts";
import { articlePath } from "../../../site/addresses.ts";
import { formerPathKey } from "../../../site/former-path.ts";
import type { ArticleLookup } from "../../article-store.ts";
import { ARTICLE_COLUMNS, type ArticleRow } from "../article-row.ts";
import { publicArticle, publicWithdrawal, withdrawnEntry } from "./entry-row.ts";
import type { Reader } from "./reader.ts";

type Wanted = { readonly slug: string; readonly origin: string; readonly now: number };

/** Finds what a slug leads to. It reads one row, and two more if the slug is a former one. */
export async function lookUpArticle(reader: Reader, { slug, origin, now }: Wanted): Promise<ArticleLookup> {
  const { settings } = reader;
  const row = await readRow(reader, slug, now);
  if (!row) {
    const present = await lookUpFormerPath(reader, articlePath(slug), now);
    return present === undefined ? { kind: "unknown" } : { kind: "moved", slug: present };
  }
  switch (readersSee(row)) {
    case "nothing":
      return { kind: "unknown" };
    case "a withdrawal": {
      const withdrawn = { ...row, withdrawn_at: row.modified };
      const { time, reason, language } = publicWithdrawal(withdrawn, origin);
      const { title } = withdrawnEntry(withdrawn, origin);
      return {
        kind: "withdrawn",
        time,
        language,
        ...(title !== undefined && { title }),
        ...(reason !== undefined && { retraction: { time, reason } }),
      };
    }
    case "the article":
      return {
        kind: "found",
        article: publicArticle(row.document, origin),
        version: String(row.revision),
        modified: Math.max(row.modified, settings.modified),
        ...(row.next_change !== null && { validUntil: row.next_change }),
      };
  }
}

async function readRow({ db, applyDueChanges }: Reader, slug: string, now: number): Promise<ArticleRow | null> {
  const read = () =>
    db.prepare(`SELECT ${ARTICLE_COLUMNS} FROM articles WHERE slug = ?`).bind(slug).first<ArticleRow>();
  const row = await read();
  if (row === null || row.next_change === null || row.next_change > now) return row;
  await applyDueChanges(now);
  return read();
}

/**
 * What readers see of an article. A draft that was published before is withdrawn; an article that is scheduled again is
 * unknown.
 */
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

/**
 * Finds the slug of the article whose former path this is. Returns undefined if there is none or readers may not know
 * of it.
 */
export async function lookUpFormerPath(
  { db, applyDueChanges }: Reader,
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
    await applyDueChanges(now);
    row = await read();
  }
  return row && readersSee(row) !== "nothing" ? row.slug : undefined;
}
