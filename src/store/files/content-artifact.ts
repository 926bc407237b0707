import type { Article } from "../../model/article.ts";
import type { Ledger } from "../../model/ledger.ts";
import type { MediaFile } from "../../model/media-file.ts";
import type { Publication } from "../../model/publication.ts";

/**
 * What `npm run build` writes to `.dateline/content.js` and the Worker carries: the whole shelf as one JSON text, with every address of our
 * own below `PLACEHOLDER_ORIGIN`. `publication.address` alone is the configured one.
 *
 * A development build also holds drafts, and serves under whatever loopback address it is asked at; a production build does neither. Its
 * ledger also has what was not recorded yet.
 */
export type ContentArtifact = {
  readonly mode: "development" | "production";
  readonly publication: Publication;
  readonly articles: readonly Article[];
  readonly media: readonly BundledMedia[];
  readonly ledger: Ledger;
};

/** A file below `.dateline/media`. Served only while one of `articles` (ids) is out, or always when the publication itself uses it. */
export type BundledMedia = {
  readonly path: string;
  readonly file: MediaFile;
  readonly articles: readonly string[];
  readonly ofPublication: boolean;
};
