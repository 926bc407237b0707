import { env } from "cloudflare:workers";
import type { Article } from "../../src/model/article.ts";
import { withStoredOrigin } from "../../src/site/public-origin.ts";
import type { ArticleStore } from "../../src/store/article-store.ts";
import { openD1Store, openReader } from "../../src/store/d1/d1-store.ts";
import { readSettings } from "../../src/store/d1/newsroom-settings.ts";
import { openNewsroom } from "../../src/store/d1/open-newsroom.ts";
import type { ContentArtifact } from "../../src/store/files/content-artifact.ts";
import type { Division } from "../../src/store/history.ts";
import type { Newsroom } from "../../src/store/newsroom.ts";
import { artifactOf } from "../fixtures/file-content.ts";
import { ORIGIN } from "../fixtures/full-article.ts";

export const DIVISION: Division = { entries: 50, bytes: 500_000 };

type Opened = {
  readonly store: ArticleStore;
  readonly newsroom: Newsroom;
  readonly db: D1Database;
  readonly woken: { times: number };
};

/** A newsroom of the fixtures' publication, over the test's own database or over the given one. */
export function open({
  division = DIVISION,
  artifact = {},
  db = env.DB,
}: {
  readonly division?: Division;
  readonly artifact?: Partial<ContentArtifact>;
  readonly db?: D1Database;
} = {}): Opened {
  const settings = readSettings(artifactOf([], artifact), division);
  const woken = { times: 0 };
  const newsroom = openNewsroom(db, settings, async () => {
    woken.times += 1;
  });
  return { store: openD1Store(openReader(db, settings), ORIGIN), newsroom, db, woken };
}

/** An article of the fixtures as it is stored: with the placeholder origin in its own addresses. */
export function asStored(article: Article): Article {
  return withStoredOrigin(article, ORIGIN);
}

/** What came of a change: the kind of the outcome or of the error. */
export function kindOf(result: Awaited<ReturnType<Newsroom["save"]>>): string {
  return result.ok ? result.value.kind : result.error.kind;
}

export const TABLES = [
  "articles",
  "sources",
  "former_paths",
  "places",
  "archives",
  "pending",
  "sitemap_parts",
  "outbox",
  "audit",
  "media",
  "media_names",
  "media_uses",
  "pages",
  "page_paths",
  "page_media",
] as const;

/** Empties every table, for a file whose tests each start from an empty newsroom. */
export async function empty(db: D1Database = env.DB): Promise<void> {
  await db.batch([
    ...TABLES.map((table) => db.prepare(`DELETE FROM ${table}`)),
    db.prepare("DELETE FROM entry_words"),
    db.prepare(
      "UPDATE navigation SET links = '{\"header\":[],\"footer\":[]}', slugs = '[]', revision = 0, modified = 0, page_revision = 0, page_modified = 0",
    ),
    db.prepare("DELETE FROM feeds WHERE number > 1"),
    db.prepare(
      `UPDATE feeds SET revision = 0, modified = 0, changed = 0, next_change = NULL, length = 0, archives = 0,
       current_after = 0, open_after = 0, open_bytes = 0, articles = 0, told = 0, noticed = NULL`,
    ),
  ]);
}
