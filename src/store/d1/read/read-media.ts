import type { MediaFile } from "../../../model/media-file.ts";
import { MEDIA_PREFIX } from "../../../site/addresses.ts";
import type { NewsroomSettings } from "../newsroom-settings.ts";
import { applyDueChanges } from "../write/apply-due-changes.ts";

/** A file of the bucket; `path` is `<hash>/<name>`. */
export type MediaRow = {
  readonly path: string;
  readonly media_type: string;
  readonly length: number;
  readonly width: number | null;
  readonly height: number | null;
};

/** The file, its address below `origin`. */
export function mediaFileOf({ path, media_type, length, width, height }: MediaRow, origin: string): MediaFile {
  const [hash = "", name = ""] = path.split("/");
  return {
    url: `${origin}${MEDIA_PREFIX}${hash}/${encodeURIComponent(name)}`,
    mediaType: media_type,
    length,
    ...(width !== null && height !== null && { width, height }),
  };
}

/** A file that an article uses which is out. */
export async function findMediaFile(
  db: D1Database,
  { division }: NewsroomSettings,
  { path, origin, now }: { readonly path: string; readonly origin: string; readonly now: number },
): Promise<MediaFile | undefined> {
  const uses = "SELECT 1 FROM media_uses u JOIN articles a ON a.number = u.article WHERE u.path = m.path";
  const read = () =>
    db
      .prepare(
        `SELECT path, media_type, length, width, height FROM media m WHERE path = ? AND EXISTS (${uses} AND a.state = 'published')`,
      )
      .bind(path)
      .first<MediaRow>();
  const isDue = await db
    .prepare(`SELECT 1 FROM media m WHERE path = ? AND EXISTS (${uses} AND a.next_change <= ?)`)
    .bind(path, now)
    .first();
  if (isDue !== null) await applyDueChanges(db, division, now);
  const row = await read();
  return row === null ? undefined : mediaFileOf(row, origin);
}
