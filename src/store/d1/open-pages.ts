import type { Page } from "../../model/page.ts";
import { pagePath } from "../../site/addresses.ts";
import { formerPathKey } from "../../site/former-path.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import type { PageError, PageSource, Pages, PageWriting, SavedPage, StoredPage } from "../pages.ts";
import { visibleSlugs, visibleSlugsOf } from "./read/read-articles.ts";
import { storedMedia, storedMediaOf } from "./read/read-media.ts";
import { rows } from "./read/reader.ts";
import { isConflict } from "./write/conflict.ts";
import { deletePageStatements, PAGE_COLUMNS, type PageRow, pageStatements, rowOfPage } from "./write/write-page.ts";

/** How often a change is tried if other writers come first. */
const MAX_TRIES = 5;

/** Opens the pages of a newsroom over its database. */
export function openPages(db: D1Database): Pages {
  const pageAt = (slug: string) => db.prepare(`SELECT ${PAGE_COLUMNS} FROM pages WHERE slug = ?`).bind(slug);

  /** Writes what `plan` makes of the row that is there. If another writer was first, reads again and tries again. */
  const attempt = async (
    slug: string,
    writing: PageWriting,
    plan: (before: PageRow | undefined) => Promise<Result<PlannedPage, PageError>>,
  ): Promise<Result<SavedPage, PageError>> => {
    for (let tries = 0; tries < MAX_TRIES; tries += 1) {
      const before = (await pageAt(slug).first<PageRow>()) ?? undefined;
      if (writing.expected !== undefined && writing.expected !== (before?.revision ?? 0))
        return err({ kind: "lost-update" });
      const planned = await plan(before);
      if (!planned.ok) return planned;
      const { outcome, statements } = planned.value;
      const all = [...statements, ...(writing.extraStatements?.(outcome) ?? [])];
      try {
        if (all.length > 0) await db.batch(all);
        return ok(outcome);
      } catch (error) {
        if (!isConflict(error)) throw error;
      }
    }
    return err({ kind: "busy" });
  };

  return {
    list: async ({ after = "", most }) => {
      const { results } = await db
        .prepare(`SELECT ${PAGE_COLUMNS} FROM pages WHERE slug > ? ORDER BY slug LIMIT ?`)
        .bind(after, most + 1)
        .all<PageRow>();
      const items = results.slice(0, most);
      const last = items.at(-1);
      return { items: items.map(stored), ...(results.length > most && last && { next: last.slug }) };
    },
    read: async (slug) => {
      const row = await pageAt(slug).first<PageRow>();
      return row ? stored(row) : undefined;
    },
    lookUp: async (slug, { media, articles }) => {
      const [found, files, visible] = await db.batch([
        pageAt(slug),
        storedMedia(db, media),
        visibleSlugs(db, articles),
      ]);
      const [row] = rows<PageRow>(found);
      return { known: row && stored(row), media: storedMediaOf(files), visible: visibleSlugsOf(visible) };
    },
    save: (page, source, writing) =>
      attempt(page.slug, writing, async (before) => {
        const taken = await takenPath(db, page);
        if (taken) return err(taken);
        const row = rowOfPage(before, page, source, writing.now);
        if (before && row.hash === before.hash && (!source || isSameSource(source, before)))
          return ok({ outcome: { kind: "unchanged", kept: stored(before) }, statements: [] });
        const kind = before ? "changed" : "created";
        return ok({
          outcome: { kind, kept: stored(row) },
          statements: pageStatements(db, before, row, { actor: writing.actor, action: kind }),
        });
      }),
    delete: (slug, writing) =>
      attempt(slug, writing, async (before) => {
        if (!before) return err({ kind: "unknown" });
        return ok({
          outcome: { kind: "deleted", kept: stored(before) },
          statements: deletePageStatements(db, before, { actor: writing.actor, action: "deleted" }, writing.now),
        });
      }),
  };
}

type PlannedPage = { readonly outcome: SavedPage; readonly statements: readonly D1PreparedStatement[] };

function stored({ document, revision, hash, saved, media_type, source }: PageRow): StoredPage {
  const page: Page = JSON.parse(document);
  const text = media_type !== null && source !== null ? { source: { mediaType: media_type, text: source } } : {};
  return { page, revision, hash, saved, ...text };
}

function isSameSource({ mediaType, text }: PageSource, { media_type, source }: PageRow): boolean {
  return mediaType === media_type && text === source;
}

/** The first path of a page that leads to an article or to another page. */
async function takenPath(db: D1Database, { slug, formerPaths = [] }: Page): Promise<PageError | undefined> {
  const keys = JSON.stringify([pagePath(slug), ...formerPaths].map(formerPathKey));
  const found = await db
    .prepare(
      `SELECT f.path, a.id AS holder FROM former_paths f JOIN articles a ON a.number = f.article
         WHERE f.path IN (SELECT value FROM json_each(?1))
       UNION ALL
       SELECT path, 'page ' || page FROM page_paths WHERE path IN (SELECT value FROM json_each(?1)) AND page <> ?2
       LIMIT 1`,
    )
    .bind(keys, slug)
    .first<{ readonly path: string; readonly holder: string }>();
  return found ? { kind: "path-taken", ...found } : undefined;
}
