import type { Document } from "../../../model/feed.ts";
import type { EntryRow, WithdrawnRow } from "./entry-row.ts";
import { FEED_COLUMNS, type FeedRow } from "./feed-row.ts";

/** The newest of so many withdrawals stand in the document to subscribe to. */
const WITHDRAWALS = 50;

/** A division that is full, as an archive document. */
export type ArchiveRow = { readonly number: number; readonly revision: number; readonly modified: number };

export async function readArchiveRow(db: D1Database, feed: number, number: number): Promise<ArchiveRow | undefined> {
  const found = db.prepare("SELECT number, revision, modified FROM archives WHERE feed = ? AND number = ?");
  return (await found.bind(feed, number).first<ArchiveRow>()) ?? undefined;
}

/** One document of a feed, as it was at one moment. */
export type StoredDocument = {
  readonly feed: FeedRow;
  readonly archive?: ArchiveRow;
  readonly entries: readonly EntryRow[];
  readonly withdrawn: readonly WithdrawnRow[];
};

/** Reads a document in one round trip and one transaction; nothing where there is no such feed or archive. Rows read: two an entry, and two. */
export async function readDocument(
  db: D1Database,
  key: string,
  document: Document,
): Promise<StoredDocument | undefined> {
  const number = document.kind === "archive" ? document.number : 0;
  const span =
    document.kind === "current"
      ? "FROM feeds f JOIN places p ON p.feed = f.number AND p.position > f.current_after"
      : "FROM feeds f JOIN archives r ON r.feed = f.number AND r.number = ?2 JOIN places p ON p.feed = f.number AND p.position BETWEEN r.first AND r.last";
  const gone =
    document.kind === "current"
      ? "FROM feeds f JOIN places p ON p.feed = f.number AND p.withdrawn_at IS NOT NULL AND p.left_at IS NULL"
      : `${span} AND p.withdrawn_at IS NOT NULL AND p.left_at IS NULL`;
  const bind = (sql: string) => (sql.includes("?2") ? db.prepare(sql).bind(key, number) : db.prepare(sql).bind(key));
  const [feeds, archives, entries, withdrawn] = await db.batch([
    bind(`SELECT ${FEED_COLUMNS} FROM feeds WHERE key = ?1`),
    bind(
      "SELECT r.number, r.revision, r.modified FROM feeds f JOIN archives r ON r.feed = f.number AND r.number = ?2 WHERE f.key = ?1",
    ),
    bind(
      `SELECT p.position, p.division, a.document, a.next_change ${span} AND p.left_at IS NULL
       JOIN articles a ON a.number = p.article AND a.state = 'published' WHERE f.key = ?1 ORDER BY p.position`,
    ),
    bind(
      `SELECT a.state, p.withdrawn_at, a.document ${gone}
       JOIN articles a ON a.number = p.article WHERE f.key = ?1 ORDER BY p.withdrawn_at DESC, a.id LIMIT ${WITHDRAWALS}`,
    ),
  ]);
  const [feed] = rows<FeedRow>(feeds);
  const [archive] = rows<ArchiveRow>(archives);
  if (!feed || (document.kind === "archive" && !archive)) return undefined;
  return {
    feed,
    ...(archive && { archive }),
    entries: rows<EntryRow>(entries),
    withdrawn: rows<WithdrawnRow>(withdrawn),
  };
}

/** What a batch gives for one of its statements; its type is what the statement selects. */
export function rows<Row>(result: D1Result | undefined): readonly Row[] {
  return (result as D1Result<Row> | undefined)?.results ?? [];
}
