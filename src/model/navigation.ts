import * as z from "zod";
import type { Page } from "./page.ts";
import { languageTag, line } from "./schema.ts";

/** A link to a page. `path` begins with a slash, and `language` is that of the title. */
const navigationLinkSchema = z.strictObject({ title: line, path: z.string(), language: languageTag });
export type NavigationLink = z.infer<typeof navigationLinkSchema>;

/** The links to pages that every HTML page has in its header and its footer. */
export const navigationSchema = z.strictObject({
  header: z.array(navigationLinkSchema),
  footer: z.array(navigationLinkSchema),
});
export type Navigation = z.infer<typeof navigationSchema>;

export const NO_NAVIGATION: Navigation = { header: [], footer: [] };

/** The facts of a page that its links need. */
export type LinkedPage = Pick<Page, "slug" | "title" | "language" | "navigation" | "order">;

/**
 * The links to pages in their order. Titles are compared by code units, as SQLite compares them, so that the order does
 * not depend on the store.
 *
 * @param pathOf the path of a page by its slug
 */
export function linksOf(pages: readonly LinkedPage[], pathOf: (slug: string) => string): Navigation {
  const last = Number.POSITIVE_INFINITY;
  const sorted = pages.toSorted(
    (a, b) => (a.order ?? last) - (b.order ?? last) || compare(a.title, b.title) || compare(a.slug, b.slug),
  );
  const linksIn = (place: "header" | "footer") =>
    sorted
      .filter(({ navigation }) => navigation === place)
      .map(({ slug, title, language }) => ({ title, path: pathOf(slug), language }));
  return { header: linksIn("header"), footer: linksIn("footer") };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
