import { formerPathKey } from "../site/former-path.ts";
import type { ContentFault, FieldPath } from "./content-fault.ts";
import type { FieldSource } from "./front-matter/field-source.ts";
import type { ReadArticle } from "./read-article.ts";

/** What an article must have for itself. `id` is as written. */
export type Claims = {
  readonly file: string;
  readonly id: string | undefined;
  readonly slug: string;
  readonly formerSlugs: readonly string[];
  readonly formerPaths: readonly string[];
};

/** The claims of an article. Undefined if its fields could not be read at all. */
export function claimsOf({ file, source, slug, fields }: ReadArticle): Claims | undefined {
  if (!source) return undefined;
  const { id } = source.value;
  const { formerSlugs = [], formerPaths = [] } = fields ?? {};
  return { file, id: typeof id === "string" ? id : undefined, slug, formerSlugs, formerPaths };
}

/**
 * Reports what two articles share that each must have for itself: an id, a present or former slug, a former path. The
 * fault is at the second of the two articles.
 *
 * @param sourceOf reads the fields of a file again, to say where the fault is
 */
export function checkUnique(
  articles: readonly Claims[],
  sourceOf: (file: string) => FieldSource | undefined,
): readonly ContentFault[] {
  const faults: ContentFault[] = [];
  const ids = new Map<string, string>();
  const present = new Map<string, string>();
  const former = new Map<string, string>();
  const paths = new Map<string, string>();
  const fault = (file: string, path: FieldPath, expected: string, found?: string) => {
    const at = sourceOf(file)?.faultAt(path, expected);
    if (at) faults.push(found === undefined ? at : { ...at, found });
  };
  for (const { file, id, slug, formerSlugs, formerPaths } of articles) {
    const otherId = id === undefined ? undefined : ids.get(id);
    if (otherId !== undefined) fault(file, ["id"], `an id of its own, but ${otherId} has this one`);
    else if (id !== undefined) ids.set(id, file);

    const other = present.get(slug);
    if (other !== undefined)
      fault(file, ["slug"], `a slug of its own, but ${other} has this one`, JSON.stringify(slug));
    else present.set(slug, file);
    formerSlugs.forEach((each, index) => {
      const before = former.get(each);
      const path = ["formerSlugs", index];
      if (before === undefined) former.set(each, file);
      else if (before === file) fault(file, path, "each former slug once");
      else fault(file, path, `a slug that only this article had, but ${before} names it too`);
    });
    formerPaths.forEach((written, index) => {
      const key = formerPathKey(written);
      const before = paths.get(key);
      const path = ["formerPaths", index];
      if (before === undefined) paths.set(key, file);
      else if (before === file) fault(file, path, "each former path once");
      else fault(file, path, `a path of its own, but ${before} names it too`);
    });
  }
  for (const { file, formerSlugs } of articles)
    formerSlugs.forEach((each, index) => {
      const holder = present.get(each);
      if (holder !== undefined && holder !== file)
        fault(file, ["formerSlugs", index], `a slug that is free, but ${holder} has it now`);
    });
  return faults;
}
