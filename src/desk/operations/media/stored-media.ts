import * as z from "zod";
import { PLACEHOLDER_ORIGIN } from "../../../site/addresses.ts";
import { mediaFileOf } from "../../../store/d1/read/read-media.ts";
import type { StoredMedia } from "../../../store/newsroom.ts";

const rowSchema = z
  .object({
    path: z.string(),
    media_type: z.string(),
    length: z.number(),
    width: z.number().nullable(),
    height: z.number().nullable(),
    uploaded: z.number(),
    name: z.string().nullish(),
  })
  .transform(({ uploaded, name, ...row }): UploadedMedia => {
    const file = mediaFileOf(row, PLACEHOLDER_ORIGIN);
    return { path: row.path, file, uploaded, ...(name && { name }) };
  });

/**
 * An uploaded file. `uploaded` is in milliseconds since the epoch. `name` is a name that articles use for it, if it
 * has one now.
 */
export type UploadedMedia = StoredMedia & { readonly uploaded: number; readonly name?: string };

const COLUMNS = "media.path, media_type, length, width, height, uploaded";
const NAME = "(SELECT name FROM media_names WHERE media_names.path = media.path ORDER BY name LIMIT 1) AS name";

/** Finds the file at a path. The result has `name` if that name means the file now. */
export async function findUploaded(db: D1Database, path: string, name?: string): Promise<UploadedMedia | undefined> {
  const row = await db
    .prepare(
      `SELECT ${COLUMNS}, media_names.name FROM media LEFT JOIN media_names ON media_names.path = media.path AND media_names.name = ?
       WHERE media.path = ?`,
    )
    .bind(name ?? "", path)
    .first();
  return row ? rowSchema.parse(row) : undefined;
}

/** Lists files, newest first, after the one with the path `after`. */
export async function listUploaded(
  db: D1Database,
  { after, max }: { readonly after?: string | undefined; readonly max: number },
): Promise<readonly UploadedMedia[]> {
  const start =
    after === undefined ? "" : "WHERE (uploaded, path) < ((SELECT uploaded FROM media WHERE path = ?2), ?2)";
  const statement = db.prepare(
    `SELECT ${COLUMNS}, ${NAME} FROM media ${start} ORDER BY uploaded DESC, path DESC LIMIT ?1`,
  );
  const { results } = await (after === undefined ? statement.bind(max) : statement.bind(max, after)).all();
  return z.array(rowSchema).parse(results);
}

/**
 * The statements that store a file under its path and its name. A name means the newest file that was stored under it.
 */
export function mediaStatements(
  db: D1Database,
  { path, file, uploaded, name }: UploadedMedia,
): readonly D1PreparedStatement[] {
  const { mediaType, length = 0, width = null, height = null } = file;
  return [
    db
      .prepare(
        "INSERT INTO media (path, media_type, length, width, height, uploaded) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (path) DO NOTHING",
      )
      .bind(path, mediaType, length, width, height, uploaded),
    db
      .prepare(
        "INSERT INTO media_names (name, path) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET path = excluded.path",
      )
      .bind(name ?? "", path),
  ];
}

/** The statement that adds the upload to the audit log. */
export function auditStatement(
  db: D1Database,
  { path, name }: UploadedMedia,
  { access, now }: { readonly access: { readonly name: string }; readonly now: number },
): D1PreparedStatement {
  return db
    .prepare("INSERT INTO audit (at, actor, action, id, slug, after) VALUES (?, ?, 'uploaded', ?, ?, ?)")
    .bind(now, access.name, path, name ?? path, path.split("/")[0] ?? null);
}
