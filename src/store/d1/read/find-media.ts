import { PLACEHOLDER_ORIGIN } from "../../../site/addresses.ts";
import type { StoredMedia } from "../../newsroom.ts";
import { type MediaRow, mediaFileOf } from "./read-media.ts";

/** Files by the names that articles give them, which stand for the latest file of that name, and by their paths, which stand for themselves. */
export async function findStoredMedia(
  db: D1Database,
  names: readonly string[],
): Promise<ReadonlyMap<string, StoredMedia>> {
  const { results } = await db
    .prepare(
      `SELECT n.value AS asked, m.path, m.media_type, m.length, m.width, m.height FROM json_each(?) n
       LEFT JOIN media_names s ON s.name = n.value JOIN media m ON m.path = coalesce(s.path, n.value)`,
    )
    .bind(JSON.stringify(names))
    .all<MediaRow & { readonly asked: string }>();
  return new Map(
    results.map(({ asked, ...row }) => [asked, { path: row.path, file: mediaFileOf(row, PLACEHOLDER_ORIGIN) }]),
  );
}
