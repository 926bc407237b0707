import type { Division } from "../history.ts";
import { type ServedShelf, shelfByAddress } from "../site-by-address.ts";
import type { ContentArtifact } from "./content-artifact.ts";
import { openContentStore } from "./content-store.ts";

/** The shelf that a build compiled into the Worker. */
export function openShelves(artifactText: string, division: Division): (requestAddress: string) => ServedShelf {
  const { mode, publication }: ContentArtifact = JSON.parse(artifactText);
  return shelfByAddress(mode, publication.address, (origin) => openContentStore(artifactText, origin, division));
}
