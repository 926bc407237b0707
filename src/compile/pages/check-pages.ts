import { pagePath } from "../../site/addresses.ts";
import { formerPathKey } from "../../site/former-path.ts";
import type { Claims } from "../check-unique.ts";
import type { ContentFault, FieldPath } from "../content-fault.ts";
import type { ReadPage } from "./read-page.ts";

/**
 * Reports the addresses that a page shares with another page, or with a former path of a page or an article. The fault
 * is at the page, at the second one of two, and names the other file.
 *
 * @param pages in the order of their files
 */
export function checkPages(
  pages: readonly ReadPage[],
  articles: readonly Pick<Claims, "file" | "formerPaths">[],
): readonly ContentFault[] {
  const faults: ContentFault[] = [];
  const former = new Map<string, string>();
  for (const { file, formerPaths } of articles) for (const path of formerPaths) former.set(formerPathKey(path), file);
  const present = new Map<string, string>();
  const fault = ({ source }: ReadPage, path: FieldPath, expected: string, found?: string) => {
    const at = source?.faultAt(path, expected);
    if (at) faults.push(found === undefined ? at : { ...at, found });
  };
  for (const page of pages) {
    const key = formerPathKey(pagePath(page.slug.toWellFormed()));
    const found = JSON.stringify(page.slug);
    const other = present.get(key);
    if (other !== undefined) fault(page, ["slug"], `a slug of its own, but ${other} has this one`, found);
    else present.set(key, page.file);
    const before = former.get(key);
    if (before !== undefined)
      fault(
        page,
        ["slug"],
        `an address that is free, but ${before} names ${pagePath(page.slug)} as a former path`,
        found,
      );
  }
  for (const page of pages)
    (page.fields?.formerPaths ?? []).forEach((written, index) => {
      const key = formerPathKey(written);
      const place = ["formerPaths", index];
      const holder = present.get(key);
      const before = former.get(key);
      // The present path of the page itself is a fault of the page alone.
      if (holder === page.file) return;
      if (holder !== undefined) fault(page, place, `a path that is free, but ${holder} is there now`);
      else if (before === page.file) fault(page, place, "each former path once");
      else if (before !== undefined) fault(page, place, `a path of its own, but ${before} names it too`);
      else former.set(key, page.file);
    });
  return faults;
}
