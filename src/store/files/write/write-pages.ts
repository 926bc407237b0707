import type { Ledger } from "../../../model/ledger.ts";
import type { Page } from "../../../model/page.ts";
import { instantOf } from "../../../model/timestamp.ts";
import { formerPathKey } from "../../../site/former-path.ts";
import type { HeadPage, Signpost } from "../data-files.ts";

/** What the head says of pages, by slug. A draft, which only a development build has, is not in the ledger. */
export function headPages(pages: readonly Page[], { pageTexts: recorded = {} }: Pick<Ledger, "pageTexts">): HeadPage[] {
  return pages
    .map(({ slug, status }) => {
      const version = recorded[slug];
      return { slug, status, modified: version ? instantOf(version.modified) : 0 };
    })
    .toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
}

/** What the former paths of pages lead to, by `formerPathKey`. */
export function pageSignposts(pages: readonly Page[]): ReadonlyMap<string, Signpost> {
  return new Map(
    pages.flatMap(({ slug, formerPaths = [] }) =>
      formerPaths.map((path): [string, Signpost] => [formerPathKey(path), { kind: "page", slug }]),
    ),
  );
}
