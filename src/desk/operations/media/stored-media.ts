import * as z from "zod";
import { mediaPath, PLACEHOLDER_ORIGIN } from "../../../site/addresses.ts";
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
  .transform(({ path, media_type, length, width, height, uploaded, name }): UploadedMedia => {
    const size = width === null || height === null ? {} : { width, height };
    const url = PLACEHOLDER_ORIGIN + addressPath(path);
    return { path, file: { url, mediaType: media_type, length, ...size }, uploaded, ...(name && { name }) };
  });

/** A file that was uploaded, when (milliseconds since the epoch), and a name that means it now, where there is one. */
export type UploadedMedia = StoredMedia & { readonly uploaded: number; readonly name?: string };

const COLUMNS = "media.path, media_type, length, width, height, uploaded";
const NAME = "(SELECT name FROM media_names WHERE media_names.path = media.path ORDER BY name LIMIT 1) AS name";

/** The file at a path, and whether `name` means it. */
export async function findUploaded(
  database: D1Database,
  path: string,
  name?: string,
): Promise<UploadedMedia | undefined> {
  const row = await database
    .prepare(
      `SELECT ${COLUMNS}, media_names.name FROM media LEFT JOIN media_names ON media_names.path = media.path AND media_names.name = ?
       WHERE media.path = ?`,
    )
    .bind(name ?? "", path)
    .first();
  return row ? rowSchema.parse(row) : undefined;
}

/** The files there are, the newest first, from behind the one at the path `after`; one more than `most` where there are more. */
export async function listUploaded(
  database: D1Database,
  { after, most }: { readonly after?: string | undefined; readonly most: number },
): Promise<readonly UploadedMedia[]> {
  const behind =
    after === undefined ? "" : "WHERE (uploaded, path) < ((SELECT uploaded FROM media WHERE path = ?2), ?2)";
  const statement = database.prepare(
    `SELECT ${COLUMNS}, ${NAME} FROM media ${behind} ORDER BY uploaded DESC, path DESC LIMIT ?1`,
  );
  const { results } = await (after === undefined ? statement.bind(most + 1) : statement.bind(most + 1, after)).all();
  return z.array(rowSchema).parse(results);
}

/** What makes a file known under its path and its name: the newest under each name counts. */
export function mediaStatements(
  database: D1Database,
  { path, file, uploaded, name }: UploadedMedia,
): readonly D1PreparedStatement[] {
  const { mediaType, length = 0, width = null, height = null } = file;
  return [
    database
      .prepare(
        "INSERT INTO media (path, media_type, length, width, height, uploaded) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (path) DO NOTHING",
      )
      .bind(path, mediaType, length, width, height, uploaded),
    database
      .prepare(
        "INSERT INTO media_names (name, path) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET path = excluded.path",
      )
      .bind(name ?? "", path),
  ];
}

/** That it was uploaded, and by whom. Its hash stands in its path. */
export function auditStatement(
  database: D1Database,
  { path, name }: UploadedMedia,
  { access, now }: { readonly access: { readonly name: string }; readonly now: number },
): D1PreparedStatement {
  return database
    .prepare("INSERT INTO audit (at, actor, action, id, slug, after) VALUES (?, ?, 'uploaded', ?, ?, ?)")
    .bind(now, access.name, path, name ?? path, path.split("/")[0] ?? null);
}

function addressPath(path: string): string {
  const [hash = "", name = ""] = path.split("/");
  return mediaPath(hash, name);
}
