import type { Podcast } from "../../model/podcast.ts";

/** What a feed says of its podcast, by the names of the fields of publication.yaml. */
export type PodcastHead = Omit<{ -readonly [Fact in keyof Podcast]: Podcast[Fact] }, "image">;
