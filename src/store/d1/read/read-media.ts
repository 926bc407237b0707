import type { MediaFile } from "../../../model/media-file.ts";
import { MEDIA_PREFIX, PLACEHOLDER_ORIGIN } from "../../../site/addresses.ts";
import type { StoredMedia } from "../../newsroom.ts";
import { type Reader, rows } from "./reader.ts";

/**
 * A row of the table `media`: a file in the bucket. `path` is `<hash>/<name>`, `length` is in bytes, `width` and
 * `height` are in pixels.
 */
export type MediaRow = {
  readonly path: string;
  readonly media_type: string;
  readonly length: number;
  readonly width: number | null;
  readonly height: number | null;
};

/** Describes a file with its address below `origin`. */
export function mediaFileOf({ path, media_type, length, width, height }: MediaRow, origin: string): MediaFile {
  const [hash = "", name = ""] = path.split("/");
  return {
    url: `${origin}${MEDIA_PREFIX}${hash}/${encodeURIComponent(name)}`,
    mediaType: media_type,
    length,
    ...(width !== null && height !== null && { width, height }),
  };
}

/** Finds a file by its path. Returns undefined unless a published article or page uses it. */
export async function findMediaFile(
  { db, applyDueChanges }: Reader,
  { path, origin, now }: { readonly path: string; readonly origin: string; readonly now: number },
): Promise<MediaFile | undefined> {
  const uses = "SELECT 1 FROM media_uses u JOIN articles a ON a.number = u.article WHERE u.path = m.path";
  const pages = "SELECT 1 FROM page_media u JOIN pages p ON p.slug = u.page WHERE u.path = m.path";
  const read = () =>
    db
      .prepare(
        `SELECT path, media_type, length, width, height FROM media m WHERE path = ?
         AND (EXISTS (${uses} AND a.state = 'published') OR EXISTS (${pages} AND p.state = 'published'))`,
      )
      .bind(path)
      .first<MediaRow>();
  const isDue = await db
    .prepare(`SELECT 1 FROM media m WHERE path = ? AND EXISTS (${uses} AND a.next_change <= ?)`)
    .bind(path, now)
    .first();
  if (isDue !== null) await applyDueChanges(now);
  const row = await read();
  return row === null ? undefined : mediaFileOf(row, origin);
}

/** Selects files by the names that articles use for them (the newest file of that name) or by their paths. */
export function storedMedia(db: D1Database, names: readonly string[]): D1PreparedStatement {
  return db
    .prepare(
      `SELECT n.value AS asked, m.path, m.media_type, m.length, m.width, m.height FROM json_each(?) n
       LEFT JOIN media_names s ON s.name = n.value JOIN media m ON m.path = coalesce(s.path, n.value)`,
    )
    .bind(JSON.stringify(names));
}

/** The files that `storedMedia` selected. The keys are the names that were asked for. */
export function storedMediaOf(result: D1Result | undefined): ReadonlyMap<string, StoredMedia> {
  return new Map(
    rows<MediaRow & { readonly asked: string }>(result).map(({ asked, ...row }) => [
      asked,
      { path: row.path, file: mediaFileOf(row, PLACEHOLDER_ORIGIN) },
    ]),
  );
}
