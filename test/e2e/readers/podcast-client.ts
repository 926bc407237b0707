import type { Requirement } from "../harness/installed.ts";

/** An entry as a program with enclosures stores it. */
export type ReadEpisode = {
  readonly id: string;
  readonly title: string;
  /** In UTC to the millisecond. */
  readonly published: string;
  /** The address of the sound, if the program has one. */
  readonly enclosure?: string;
  /** How long it plays, if the program knows. */
  readonly seconds?: number;
};

/** A program that is given the address of a page or of a feed, and finds out the rest. */
export type PodcastClient = {
  readonly name: string;
  readonly requirement?: Requirement;
  /** Whether it replaces an entry that changed, or keeps the first version. */
  readonly showsEdits: boolean;
  /** Subscribes in a folder of its own. A program that goes on running does so until `end`. */
  readonly subscribe: (
    address: string,
    folder: string,
  ) => Promise<{
    readonly poll: () => Promise<void>;
    readonly episodes: () => Promise<readonly ReadEpisode[]>;
    readonly end: () => Promise<void>;
  }>;
};
