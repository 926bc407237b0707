import type { ArticleStore, CatalogueVersion } from "../store/article-store.ts";
import type { Rendered } from "./representation.ts";

/** What lists are made of. `file` is the number in the address, counted from 1; `version` is of all that can be listed. */
export type ListingSource = {
  readonly store: ArticleStore;
  readonly version: CatalogueVersion;
  readonly now: number;
  readonly file: number;
};

/** A list, which changes with anything that is listed where it says nothing else. */
export type Listed = Partial<Rendered> & Pick<Rendered, "text" | "mediaType">;

/** Loads what a list needs and renders it; nothing where there is no such list. */
export type Listing = (source: ListingSource) => Promise<Listed | undefined>;
