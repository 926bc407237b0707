import type { ContentFault } from "./content-fault.ts";
import type { InspectedMedia } from "./media/inspect-media.ts";

/** A file as it is on disk. `file` is its path from the repository's root, with slashes. */
export type ContentFile = { readonly file: string; readonly bytes: Uint8Array };

/** Everything that a build reads. */
export type ContentSources = {
  readonly publication: ContentFile | undefined;
  readonly articles: readonly ContentFile[];
  /** Missing if there are none. */
  readonly pages?: readonly ContentFile[];
  readonly media: readonly InspectedMedia[];
  /** Files that could not be read. */
  readonly faults?: readonly ContentFault[];
  /** Files that are not read because they are of another kind or in another folder. */
  readonly warnings?: readonly ContentFault[];
};

/** The file of an article or a page is Markdown or HTML. The name before the extension is its slug, unless a field says another. */
export const ARTICLE_FILE = /\.(?:md|html)$/;

/** The path of the publication's file. */
export const PUBLICATION_FILE = "content/publication.yaml";
