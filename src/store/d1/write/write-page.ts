import { createHash } from "node:crypto";
import type { Page } from "../../../model/page.ts";
import { pagePath } from "../../../site/addresses.ts";
import { formerPathKey } from "../../../site/former-path.ts";
import type { PageSource } from "../../pages.ts";
import type { Run } from "../statement.ts";
import type { ChangeRecord } from "./write-change.ts";
import { mediaOf } from "./write-companions.ts";

/** A row of the table `pages`. */
export type PageRow = {
  readonly slug: string;
  readonly state: Page["status"];
  readonly revision: number;
  readonly modified: number;
  readonly saved: number;
  readonly hash: string;
  readonly document: string;
  readonly media_type: PageSource["mediaType"] | null;
  readonly source: string | null;
};

export const PAGE_COLUMNS = "slug, state, revision, modified, saved, hash, document, media_type, source";

/**
 * Returns the row of a page that is saved at `at` (milliseconds since the epoch). `modified` is a whole second, as that
 * of an article (decisions/0019).
 */
export function rowOfPage(
  before: PageRow | undefined,
  page: Page,
  source: PageSource | undefined,
  at: number,
): PageRow {
  const document = JSON.stringify(page);
  const hash = hashOfPage(document);
  return {
    slug: page.slug,
    state: page.status,
    revision: (before?.revision ?? 0) + 1,
    modified: before?.hash === hash ? before.modified : wholeSecond(at),
    saved: at,
    hash,
    document,
    media_type: source?.mediaType ?? null,
    source: source?.text ?? null,
  };
}

function wholeSecond(at: number): number {
  return Math.ceil(at / 1_000) * 1_000;
}

/** @param document the page as JSON, with the stored origin */
export function hashOfPage(document: string): string {
  return createHash("sha256").update(document).digest("hex").slice(0, 16);
}

/**
 * Returns the statements that write a page, for one batch. If another writer was first, the batch fails at the step of
 * the revision, at the slug or at a path (`isConflict`).
 */
export function pageStatements(
  db: D1Database,
  before: PageRow | undefined,
  row: PageRow,
  record: ChangeRecord,
): D1PreparedStatement[] {
  const run: Run = (sql, ...values) => db.prepare(sql).bind(...values);
  const { slug, state, revision, modified, saved, hash, document, media_type, source } = row;
  const values = [state, revision, modified, saved, hash, document, media_type, source, slug];
  return [
    before
      ? run(
          `UPDATE pages SET state = ?, revision = ?, modified = ?, saved = ?, hash = ?, document = ?, media_type = ?,
           source = ? WHERE slug = ?`,
          ...values,
        )
      : run(
          `INSERT INTO pages (state, revision, modified, saved, hash, document, media_type, source, slug)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
          ...values,
        ),
    ...removed(slug, run),
    run(
      "INSERT INTO page_paths (path, page, own) SELECT value ->> 0, ?, value ->> 1 FROM json_each(?)",
      slug,
      JSON.stringify(pathsOf(JSON.parse(document))),
    ),
    run(
      "INSERT INTO page_media (path, page) SELECT value, ? FROM json_each(?)",
      slug,
      JSON.stringify(mediaOf(document)),
    ),
    ...linking(saved, run),
    audited(slug, revision, { before: before?.hash ?? null, after: hash, at: saved }, record, run),
  ];
}

/** Returns the statements that delete a page, for one batch. Nothing of it is left but the audit. */
export function deletePageStatements(
  db: D1Database,
  { slug, revision, hash }: PageRow,
  record: ChangeRecord,
  at: number,
): D1PreparedStatement[] {
  const run: Run = (sql, ...values) => db.prepare(sql).bind(...values);
  return [
    audited(slug, revision, { before: hash, after: null, at }, record, run),
    run("DELETE FROM pages WHERE slug = ?", slug),
    ...removed(slug, run),
    ...linking(at, run),
  ];
}

function removed(slug: string, run: Run): D1PreparedStatement[] {
  return [run("DELETE FROM page_paths WHERE page = ?", slug), run("DELETE FROM page_media WHERE page = ?", slug)];
}

/** The keys of the paths of a page (`formerPathKey`), and whether each is its own. */
function pathsOf({ slug, formerPaths = [] }: Page): readonly (readonly [key: string, own: 0 | 1])[] {
  const former = new Set(formerPaths.map(formerPathKey));
  const own = formerPathKey(pagePath(slug));
  former.delete(own);
  return [[own, 1], ...[...former].map((key) => [key, 0] as const)];
}

/**
 * SQL reads the links from the pages, since another writer may have changed another page meanwhile. They are in the
 * order of `linksOf`.
 */
function linking(at: number, run: Run): D1PreparedStatement[] {
  const published = "SELECT slug, document FROM pages WHERE state = 'published'";
  const link = "json_object('slug', slug, 'title', document ->> 'title', 'language', document ->> 'language')";
  const order = "document ->> 'order' IS NULL, document ->> 'order', document ->> 'title', slug";
  const linksIn = (place: string) =>
    `(SELECT json_group_array(json(${link})) FROM (${published} AND document ->> 'navigation' = '${place}' ORDER BY ${order}))`;
  return [
    run(
      "UPDATE navigation SET page_revision = page_revision + 1, page_modified = max(page_modified, ?)",
      wholeSecond(at),
    ),
    run(
      `UPDATE navigation SET links = n.links, slugs = n.slugs, revision = revision + 1, modified = max(modified, ?)
       FROM (SELECT
         json_object('header', ${linksIn("header")}, 'footer', ${linksIn("footer")}) AS links,
         (SELECT json_group_array(slug) FROM (${published} ORDER BY slug)) AS slugs) n
       WHERE navigation.links <> n.links OR navigation.slugs <> n.slugs`,
      wholeSecond(at),
    ),
  ];
}

/** The statement fails if the page is gone or has another revision: the column `id` takes no null. */
function audited(
  slug: string,
  revision: number,
  { before, after, at }: { readonly before: string | null; readonly after: string | null; readonly at: number },
  { actor, action }: ChangeRecord,
  run: Run,
): D1PreparedStatement {
  return run(
    `INSERT INTO audit (at, actor, action, id, slug, before, after)
     VALUES (?, ?, ?, (SELECT 'page' FROM pages WHERE slug = ? AND revision = ?), ?, ?, ?)`,
    at,
    actor,
    action,
    slug,
    revision,
    slug,
    before,
    after,
  );
}
