import type { Division } from "../history.ts";
import { type Site, siteByAddress } from "../site-by-address.ts";
import type { ContentArtifact } from "./content-artifact.ts";
import { openContentStore } from "./content-store.ts";

/** The shelf that a build compiled into the Worker. */
export function openFileSites(artifactText: string, division: Division): (requestAddress: string) => Site {
  const { mode, publication }: ContentArtifact = JSON.parse(artifactText);
  return siteByAddress(mode, publication.address, (origin) => openContentStore(artifactText, origin, division));
}
