import type { InspectedMedia } from "./media/inspect-media.ts";

/** A file as it lies on disk. `file` is its path from the repository's root, with slashes. */
export type ContentFile = { readonly file: string; readonly bytes: Uint8Array };

/** All that a build reads. */
export type ContentSources = {
  readonly publication: ContentFile | undefined;
  readonly articles: readonly ContentFile[];
  readonly media: readonly InspectedMedia[];
};

/** An article's file is Markdown or HTML; what stands before the extension is its slug, where no field says another. */
export const ARTICLE_FILE = /\.(?:md|html)$/;

/** Where the publication stands. */
export const PUBLICATION_FILE = "content/publication.yaml";
