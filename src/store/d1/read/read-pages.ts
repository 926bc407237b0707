import type { NavigationLink } from "../../../model/navigation.ts";
import type { Page } from "../../../model/page.ts";
import { pagePath } from "../../../site/addresses.ts";
import { formerPathKey } from "../../../site/former-path.ts";
import { textWithPublicOrigin } from "../../../site/public-origin.ts";
import type { FoundPage, ListedPage, PageFacts } from "../../article-store.ts";
import type { Reader } from "./reader.ts";

type NavigationRow = {
  readonly links: string;
  readonly revision: number;
  readonly modified: number;
  readonly page_revision: number;
};

/** Reads the links to pages, and adds them to the facts that were deployed: one row. */
export async function readPageFacts({ db, settings }: Reader, now: number): Promise<PageFacts> {
  const row = await db
    .prepare("SELECT links, revision, modified, page_revision FROM navigation WHERE number = 1")
    .first<NavigationRow>();
  const { links = NO_LINKS, revision = 0, modified = 0, page_revision = 0 } = row ?? {};
  const { header, footer }: Record<"header" | "footer", readonly LinkRow[]> = JSON.parse(links);
  return {
    key: settings.pages + (revision === 0 ? "" : `.${revision}`),
    modified: Math.min(now, Math.max(settings.pagesModified, modified)),
    listKey: String(page_revision),
    navigation: { header: header.map(linkOf), footer: footer.map(linkOf) },
  };
}

const NO_LINKS = '{"header":[],"footer":[]}';

type LinkRow = Pick<Page, "slug" | "title" | "language">;

function linkOf({ slug, title, language }: LinkRow): NavigationLink {
  return { title, path: pagePath(slug), language };
}

/** Reads a page that readers can see: one row. */
export async function lookUpPage(
  { db, settings }: Reader,
  { slug, origin }: { readonly slug: string; readonly origin: string },
): Promise<FoundPage | undefined> {
  const row = await db
    .prepare("SELECT hash, modified, document FROM pages WHERE slug = ? AND state = 'published'")
    .bind(slug)
    .first<{ readonly hash: string; readonly modified: number; readonly document: string }>();
  if (!row) return undefined;
  const page: Page = JSON.parse(textWithPublicOrigin(row.document, origin));
  return { page, version: row.hash, modified: Math.max(row.modified, settings.modified) };
}

/** The published pages, for the sitemap. */
export async function listedPages({ db, settings }: Reader): Promise<readonly ListedPage[]> {
  const { results } = await db
    .prepare("SELECT slug, modified FROM pages WHERE state = 'published' ORDER BY slug")
    .all<{ readonly slug: string; readonly modified: number }>();
  return results.map(({ slug, modified }) => ({
    path: pagePath(slug),
    modified: Math.max(modified, settings.modified),
  }));
}

/** Finds the path of the page whose former path this is. */
export async function lookUpFormerPathOfPage({ db }: Reader, path: string): Promise<string | undefined> {
  const slug = await db
    .prepare(
      `SELECT p.slug FROM page_paths f JOIN pages p ON p.slug = f.page
       WHERE f.path = ? AND f.own = 0 AND p.state = 'published'`,
    )
    .bind(formerPathKey(path))
    .first<string>("slug");
  return slug === null ? undefined : pagePath(slug);
}
