import type { Publication } from "../../../model/publication.ts";

/** A link to a page of the publication itself. `path` is below its address. */
export type NavigationLink = { readonly title: string; readonly path: string };

/** The pages that the header and the footer of every page link to, in order. */
export type Navigation = { readonly header: readonly NavigationLink[]; readonly footer: readonly NavigationLink[] };

const NONE: Navigation = { header: [], footer: [] };

/** The navigation of a publication. Nothing fills it yet. */
export function navigationOf(_publication: Publication): Navigation {
  return NONE;
}
