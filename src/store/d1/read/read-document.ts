import type { Document } from "../../../model/feed.ts";
import { MAX_WITHDRAWALS } from "../../withdrawal.ts";
import type { NewsroomSettings } from "../newsroom-settings.ts";
import type { EntryRow, GonePlaceRow } from "./entry-row.ts";
import { type FeedRow, type NoticedFeedRow, noticedFeedColumns } from "./feed-row.ts";
import { rows } from "./reader.ts";

/** A row of the table `archives`: a full division. */
export type ArchiveRow = {
  readonly number: number;
  readonly revision: number;
  readonly modified: number;
  readonly told: number;
};

/** Reads an archive's row by the number of its feed and its own. Returns undefined if the archive does not exist. */
export async function readArchiveRow(db: D1Database, feed: number, number: number): Promise<ArchiveRow | undefined> {
  const found = db.prepare("SELECT number, revision, modified, told FROM archives WHERE feed = ? AND number = ?");
  return (await found.bind(feed, number).first<ArchiveRow>()) ?? undefined;
}

/** One document of a feed, read in one transaction. */
export type StoredDocument = {
  readonly feed: NoticedFeedRow;
  readonly archive?: ArchiveRow;
  readonly entries: readonly EntryRow[];
  readonly withdrawn: readonly GonePlaceRow[];
};

/**
 * Reads a document in one round trip and one transaction. It reads two rows an entry and two more. Returns undefined if
 * there is no such feed or archive.
 *
 * @param since `noticesSince`
 */
export async function readDocument(
  db: D1Database,
  key: string,
  document: Document,
  since: number,
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
  const bind = (sql: string) =>
    db.prepare(sql).bind(...(sql.includes("?2") ? [key, number] : sql.includes("?3") ? [key, number, since] : [key]));
  const [feeds, archives, entries, withdrawn] = await db.batch([
    bind(`SELECT ${noticedFeedColumns("feeds", "?3")} FROM feeds WHERE key = ?1`),
    bind(
      "SELECT r.number, r.revision, r.modified, r.told FROM feeds f JOIN archives r ON r.feed = f.number AND r.number = ?2 WHERE f.key = ?1",
    ),
    bind(
      `SELECT p.position, p.division, a.document, a.next_change ${span} AND p.left_at IS NULL
       JOIN articles a ON a.number = p.article AND a.state = 'published' WHERE f.key = ?1 ORDER BY p.position`,
    ),
    bind(
      `SELECT a.state, p.withdrawn_at, p.noticed_at, a.document, a.withdrawal ${gone}
       JOIN articles a ON a.number = p.article WHERE f.key = ?1 ORDER BY p.withdrawn_at DESC, a.id LIMIT ${MAX_WITHDRAWALS}`,
    ),
  ]);
  const [feed] = rows<NoticedFeedRow>(feeds);
  const [archive] = rows<ArchiveRow>(archives);
  if (!feed || (document.kind === "archive" && !archive)) return undefined;
  return {
    feed,
    ...(archive && { archive }),
    entries: rows<EntryRow>(entries),
    withdrawn: rows<GonePlaceRow>(withdrawn),
  };
}

/**
 * Identifies the state of a document permanently: its revision, the version of publication and renderer, for the
 * current document how many notices it shows, which changes with time, and for an archive, whether a next archive
 * exists to link to.
 */
export function documentTag(
  { version }: NewsroomSettings,
  { number, revision, archives, notices }: NoticedFeedRow,
  archive: ArchiveRow | undefined,
): string {
  const state = archive
    ? [archive.number, archive.revision, archive.number < archives]
    : [revision, ...(notices > 0 ? [`n${notices}`] : [])];
  return [number, ...state, version].join(".");
}

/**
 * Reads the newest `max` entries of a feed that are not after position `last`, newest first. Empty positions do not
 * count.
 */
export async function readNewest(
  db: D1Database,
  { number }: FeedRow,
  { last, max }: { readonly last: number; readonly max: number },
): Promise<readonly EntryRow[]> {
  const { results } = await db
    .prepare(
      `SELECT p.position, p.division, a.document, a.next_change
       FROM places p JOIN articles a ON a.number = p.article AND a.state = 'published'
       WHERE p.feed = ? AND p.position <= ? AND p.left_at IS NULL ORDER BY p.position DESC LIMIT ?`,
    )
    .bind(number, last, max)
    .all<EntryRow>();
  return results;
}
