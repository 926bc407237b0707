import { nameSlug } from "../../model/scope.ts";
import type { ContentFault } from "../content-fault.ts";
import type { FieldSource } from "../front-matter/field-source.ts";

/** An author who is described twice: the two names have the same page. */
export function authorFaults(
  authors: readonly { readonly name: string }[] | undefined,
  source: FieldSource,
): readonly ContentFault[] {
  const slugs = (authors ?? []).map(({ name }) => nameSlug(name));
  return slugs.flatMap((slug, index) =>
    slugs.indexOf(slug) < index ? [source.faultAt(["authors", index, "name"], "each author once")] : [],
  );
}
