import type { MediaFile } from "../../model/media-file.ts";
import type { Publication } from "../../model/publication.ts";
import { instantOf } from "../../model/timestamp.ts";
import type { ContentArtifact } from "../files/content-artifact.ts";
import type { Division } from "../history.ts";

/**
 * The settings in a newsroom's bundle: the publication's facts, which are deployed with the code. The service's own
 * addresses have `PLACEHOLDER_ORIGIN`.
 *
 * - `version` changes whenever unchanged articles would be rendered to other bytes: with the publication's facts and
 *   with the renderer.
 * - `pages` changes whenever facts change that only pages show, and `pagesModified` is when they or `version` last did.
 * - `modified` is when `version` last changed, in milliseconds since the epoch.
 */
export type NewsroomSettings = {
  readonly mode: ContentArtifact["mode"];
  readonly publication: Publication;
  readonly media: ReadonlyMap<string, MediaFile>;
  readonly version: string;
  readonly modified: number;
  readonly pages: string;
  readonly pagesModified: number;
  readonly division: Division;
};

/** Reads what `npm run build -- --newsroom` wrote. */
export function readSettings(artifactText: string, division: Division): NewsroomSettings {
  const { mode, publication, media, ledger }: ContentArtifact = JSON.parse(artifactText);
  const modified = Math.max(instantOf(ledger.publication.modified), instantOf(ledger.renderer.modified));
  return {
    mode,
    publication,
    media: new Map(media.filter(({ ofPublication }) => ofPublication).map(({ path, file }) => [path, file])),
    version: `${ledger.publication.hash}${ledger.renderer.hash}`,
    modified,
    pages: ledger.pages?.hash ?? "",
    pagesModified: Math.max(modified, ledger.pages ? instantOf(ledger.pages.modified) : 0),
    division,
  };
}
