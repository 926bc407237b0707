import type { Podcast } from "./podcast.ts";
import type { Publication } from "./publication.ts";

/** The owner of a podcast, to whom directories write. */
export type PodcastOwner = { readonly name: string; readonly email: string };

/** The owner that the podcast names, or else the first person of the publication who has an e-mail address. */
export function ownerOf({ owner }: Podcast, { people }: Pick<Publication, "people">): PodcastOwner | undefined {
  return owner ?? people.flatMap(({ name, email }) => (email === undefined ? [] : [{ name, email }]))[0];
}
