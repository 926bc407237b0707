import type { Article } from "../../../model/article.ts";
import { articlePath } from "../../../site/addresses.ts";
import { formerPathKey } from "../../../site/former-path.ts";
import type { ArticleSource, SaveError, StoredMedia } from "../../newsroom.ts";
import {
  ARTICLE_COLUMNS,
  type ArticleRecord,
  type ArticleRow,
  articleRecord,
  type HeldPlace,
  heldPlaces,
} from "../article-row.ts";
import { visibleSlugs, visibleSlugsOf } from "../read/read-articles.ts";
import { storedMedia, storedMediaOf } from "../read/read-media.ts";
import { rows } from "../read/reader.ts";
import { formerPathsOf } from "./write-companions.ts";

/**
 * What a snapshot is of. `article` has the addresses that the article is to have; `media` and `articles` are names and
 * slugs to look up.
 */
export type SnapshotQuery = {
  readonly id?: string | undefined;
  readonly slug?: string | undefined;
  readonly article?: Addresses | undefined;
  readonly media?: readonly string[] | undefined;
  readonly articles?: readonly string[] | undefined;
  /** Milliseconds since the epoch. If given, the snapshot tells whether a change is due by then. */
  readonly now?: number | undefined;
};

type Addresses = Pick<Article, "slug" | "formerSlugs" | "formerPaths">;

/** A stored article with the text it was written as. */
export type SourcedRecord = ArticleRecord & { readonly source: ArticleSource | undefined };

/** The state of the database at one moment, as far as the query asks for it. */
export type ArticleSnapshot = {
  readonly isDue: boolean;
  /** The articles with the id and with the slug of the query: none, one or two. */
  readonly records: readonly SourcedRecord[];
  /** The former paths of the query that lead to an article or a page now, with its id, or `page` and its slug. */
  readonly formerPaths: readonly { readonly path: string; readonly id: string }[];
  readonly media: ReadonlyMap<string, StoredMedia>;
  /** Those of the slugs that belong to published articles. */
  readonly visible: ReadonlySet<string>;
};

/** Reads a snapshot in one round trip. */
export async function readArticleSnapshot(db: D1Database, query: SnapshotQuery): Promise<ArticleSnapshot> {
  const { id = null, slug = null, article, media = [], articles = [], now } = query;
  const isMeant = "id = ?1 OR slug = ?2";
  const numbers = `(SELECT number FROM articles WHERE ${isMeant})`;
  const paths = article ? [formerPathKey(articlePath(article.slug)), ...formerPathsOf(article)] : [];
  const statement = (sql: string) => db.prepare(sql).bind(id, slug);
  const [found, places, sources, former, due, files, visible] = await db.batch([
    statement(`SELECT ${ARTICLE_COLUMNS} FROM articles WHERE ${isMeant}`),
    statement(heldPlaces(numbers)),
    statement(`SELECT article, media_type, text FROM sources WHERE article IN ${numbers}`),
    db
      .prepare(
        `SELECT f.path, a.id FROM former_paths f JOIN articles a ON a.number = f.article
         WHERE f.path IN (SELECT value FROM json_each(?1))
         UNION ALL SELECT path, 'page ' || page FROM page_paths WHERE path IN (SELECT value FROM json_each(?1))`,
      )
      .bind(JSON.stringify(paths)),
    db.prepare("SELECT 1 FROM articles WHERE next_change <= ? LIMIT 1").bind(now ?? null),
    storedMedia(db, media),
    visibleSlugs(db, articles),
  ]);
  const held = rows<HeldPlace>(places);
  const texts = rows<SourceRow>(sources);
  return {
    isDue: rows(due).length > 0,
    records: rows<ArticleRow>(found).map((row) => {
      const text = texts.find((each) => each.article === row.number);
      const own = held.filter((place) => place.article === row.number);
      return { ...articleRecord(row, own), source: text && { mediaType: text.media_type, text: text.text } };
    }),
    formerPaths: rows(former),
    media: storedMediaOf(files),
    visible: visibleSlugsOf(visible),
  };
}

type SourceRow = {
  readonly article: number;
  readonly media_type: ArticleSource["mediaType"];
  readonly text: string;
};

/**
 * Returns the conflict if another article has the slug, or another article or a page is at one of the paths that the article is to have.
 */
export function takenAddress(
  { id, slug }: Pick<Article, "id" | "slug">,
  { records, formerPaths }: ArticleSnapshot,
): SaveError | undefined {
  const holder = records.find(({ row }) => row.slug === slug);
  if (holder && holder.row.id !== id) return { kind: "slug-taken", slug, id: holder.row.id };
  const path = formerPaths.find((each) => each.id !== id);
  return path && { kind: "path-taken", ...path };
}
