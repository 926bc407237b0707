import { formerPathKey } from "../site/former-path.ts";
import type { ContentFault } from "./content-fault.ts";
import type { ReadArticle } from "./read-article.ts";

/**
 * Reports what two articles share that each must have for itself: an id, a present or former slug, a former path. The
 * fault is at the second of the two articles.
 */
export function checkUnique(articles: readonly ReadArticle[]): readonly ContentFault[] {
  const faults: ContentFault[] = [];
  const ids = new Map<string, string>();
  const present = new Map<string, string>();
  const former = new Map<string, string>();
  const paths = new Map<string, string>();
  for (const { file, source, fields, slug } of articles) {
    if (!source) continue;
    const { id } = source.value;
    const otherId = typeof id === "string" ? ids.get(id) : undefined;
    if (otherId !== undefined) faults.push(source.faultAt(["id"], `an id of its own, but ${otherId} has this one`));
    else if (typeof id === "string") ids.set(id, file);

    const other = present.get(slug);
    if (other !== undefined)
      faults.push({
        ...source.faultAt(["slug"], `a slug of its own, but ${other} has this one`),
        found: JSON.stringify(slug),
      });
    else present.set(slug, file);
    fields?.formerSlugs.forEach((each, index) => {
      const before = former.get(each);
      if (before === undefined) former.set(each, file);
      else if (before === file) faults.push(source.faultAt(["formerSlugs", index], "each former slug once"));
      else
        faults.push(
          source.faultAt(["formerSlugs", index], `a slug that only this article had, but ${before} names it too`),
        );
    });
    fields?.formerPaths?.forEach((path, index) => {
      const key = formerPathKey(path);
      const before = paths.get(key);
      if (before === undefined) paths.set(key, file);
      else {
        const expected = before === file ? "each former path once" : `a path of its own, but ${before} names it too`;
        faults.push(source.faultAt(["formerPaths", index], expected));
      }
    });
  }
  for (const { file, source, fields } of articles)
    fields?.formerSlugs.forEach((each, index) => {
      const holder = present.get(each);
      if (source && holder !== undefined && holder !== file)
        faults.push(source.faultAt(["formerSlugs", index], `a slug that is free, but ${holder} has it now`));
    });
  return faults;
}
