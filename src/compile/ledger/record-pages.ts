import type { Ledger, RecordedVersion } from "../../model/ledger.ts";
import { linksOf } from "../../model/navigation.ts";
import type { Page } from "../../model/page.ts";
import type { Publication } from "../../model/publication.ts";
import type { Timestamp } from "../../model/timestamp.ts";
import { pagePath } from "../../site/addresses.ts";
import { hashOfText } from "./article-facts.ts";

export type RecordedPages = Pick<Ledger, "navigation" | "pageTexts">;

/** A difference from the ledger: the slug of a page, or none for the navigation. */
export type PageChange = { readonly kind: "page" | "navigation"; readonly name: string };

/**
 * Brings what the ledger says of pages up to date. Drafts are not recorded. Both members are missing if there never was
 * a page.
 *
 * @param changed the time of a change
 */
export function recordPages(
  known: RecordedPages,
  pages: readonly Page[],
  changed: () => Timestamp,
): { readonly recorded: RecordedPages; readonly changes: readonly PageChange[] } {
  const published = pages.filter(({ status }) => status === "published");
  if (published.length === 0 && known.navigation === undefined) return { recorded: {}, changes: [] };
  const changes: PageChange[] = [];
  const versionOf = (before: RecordedVersion | undefined, text: string, change: PageChange): RecordedVersion => {
    const hash = hashOfText(text);
    if (before?.hash === hash) return before;
    changes.push(change);
    return { hash, modified: changed() };
  };
  const sorted = published.toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
  const versions = sorted.map((page): [string, RecordedVersion] => {
    const { slug } = page;
    return [slug, versionOf(known.pageTexts?.[slug], JSON.stringify(page), { kind: "page", name: slug })];
  });
  const slugs = new Set(sorted.map(({ slug }) => slug));
  for (const slug of Object.keys(known.pageTexts ?? {}))
    if (!slugs.has(slug)) changes.push({ kind: "page", name: slug });
  const links = JSON.stringify([linksOf(sorted, pagePath), [...slugs]]);
  const navigation = versionOf(known.navigation, links, { kind: "navigation", name: "navigation" });
  return { recorded: { navigation, pageTexts: Object.fromEntries(versions) }, changes };
}

/** The publication with the links to its pages, drafts included, which only a development build has. */
export function withNavigation(publication: Publication, pages: readonly Page[]): Publication {
  return { ...publication, navigation: linksOf(pages, pagePath) };
}
