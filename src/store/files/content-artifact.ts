import type { Article } from "../../model/article.ts";
import type { Ledger } from "../../model/ledger.ts";
import type { MediaFile } from "../../model/media-file.ts";
import type { Page } from "../../model/page.ts";
import type { Publication } from "../../model/publication.ts";

/**
 * Content as one JSON value. The bundle of a newsroom's Worker has one without articles, in
 * `.dateline/newsroom/content.js`; tests have all content in one. The service's own addresses have
 * `PLACEHOLDER_ORIGIN`, except `publication.address`, which is the configured address.
 *
 * A development build also contains drafts, answers under the loopback address of each request, and its ledger includes
 * articles that `npm run record` has not recorded yet. A production build does none of that.
 */
export type ContentArtifact = {
  readonly mode: "development" | "production";
  readonly publication: Publication;
  readonly articles: readonly Article[];
  readonly pages: readonly Page[];
  readonly media: readonly BundledMedia[];
  readonly ledger: Ledger;
};

/**
 * A file below `.dateline/assets/media`. It is served while one of `articles` (ids) is published, or always if the
 * publication uses it.
 */
export type BundledMedia = {
  readonly path: string;
  readonly file: MediaFile;
  readonly articles: readonly string[];
  readonly ofPublication: boolean;
};
