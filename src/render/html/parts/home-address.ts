import type { Publication } from "../../../model/publication.ts";
import { FRONT_PATH } from "../../../site/addresses.ts";

/** The front page's address; only its path where the publication is not known. */
export function homeAddress(publication: Publication | undefined): string {
  return (publication?.address ?? "") + FRONT_PATH;
}
