import type { Article } from "../../../model/article.ts";
import { articlePath } from "../../../site/addresses.ts";
import { formerPathKey } from "../../../site/former-path.ts";
import type { ArticleSource, SaveError } from "../../newsroom.ts";
import {
  ARTICLE_COLUMNS,
  type ArticleRecord,
  type ArticleRow,
  articleRecord,
  type HeldPlace,
  heldPlaces,
} from "../article-row.ts";
import { rows } from "../read/reader.ts";
import { formerPathsOf } from "./write-companions.ts";

/**
 * Where an article stands before it is written: as it is kept, and whether another holds an address it wants. `holder` is what has the slug now,
 * which may be another article.
 */
export type ArticleSnapshot = {
  readonly before: ArticleRecord | undefined;
  readonly source: ArticleSource | undefined;
  readonly holder: { readonly id: string; readonly revision: number } | undefined;
  readonly taken: SaveError | undefined;
};

/** Reads it in one round trip: by id, or by slug where no id is given. */
export async function readArticleSnapshot(
  db: D1Database,
  { id, slug, article }: { readonly id?: string; readonly slug?: string; readonly article?: Article },
): Promise<ArticleSnapshot> {
  const [column, value] = id === undefined ? ["slug", slug ?? ""] : ["id", id];
  const number = `(SELECT number FROM articles WHERE ${column} = ?)`;
  const paths = article ? [formerPathKey(articlePath(article.slug)), ...formerPathsOf(article)] : [];
  const [found, places, sources, holders, former] = await db.batch([
    db.prepare(`SELECT ${ARTICLE_COLUMNS} FROM articles WHERE ${column} = ?`).bind(value),
    db.prepare(heldPlaces(number)).bind(value),
    db.prepare(`SELECT media_type, text FROM sources WHERE article = ${number}`).bind(value),
    db.prepare("SELECT id, revision FROM articles WHERE slug = ?").bind(slug ?? null),
    db
      .prepare(
        `SELECT f.path, a.id FROM former_paths f JOIN articles a ON a.number = f.article
         WHERE f.path IN (SELECT value FROM json_each(?)) AND a.id <> ?`,
      )
      .bind(JSON.stringify(paths), id ?? ""),
  ]);
  const before = articleRecord(rows<ArticleRow>(found)[0], rows<HeldPlace>(places));
  const [source] = rows<{ media_type: ArticleSource["mediaType"]; text: string }>(sources);
  const [holder] = rows<{ id: string; revision: number }>(holders);
  const [path] = rows<{ path: string; id: string }>(former);
  return {
    before,
    source: source && { mediaType: source.media_type, text: source.text },
    holder,
    taken: takenAddress(id, slug, holder, path),
  };
}

function takenAddress(
  id: string | undefined,
  slug: string | undefined,
  holder: ArticleSnapshot["holder"],
  path: { readonly path: string; readonly id: string } | undefined,
): SaveError | undefined {
  if (slug !== undefined && holder && holder.id !== id) return { kind: "slug-taken", slug, id: holder.id };
  return path && { kind: "path-taken", ...path };
}
