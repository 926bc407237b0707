import type { FeedFormat } from "../../../src/render/formats.ts";
import type { Requirement } from "../harness/installed.ts";

/** An entry as a reader stores it. Times are in UTC to the millisecond. */
export type ReadEntry = {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly authors: readonly string[];
  readonly published: string;
  readonly updated: string;
  readonly summary: string;
  /** The content byte for byte. */
  readonly content: string;
  /** The words of the content, for readers that rewrite its markup. */
  readonly words: string;
};

/** One subscription of a reader. Entries may be in any order. */
export type Subscription = {
  readonly poll: () => Promise<void>;
  readonly entries: () => Promise<readonly Partial<ReadEntry>[]>;
};

export type Reader = {
  readonly name: string;
  /** For a reader that is not an npm package. */
  readonly requirement?: Requirement;
  /** The forms it can read, and the parts of an entry that it has for each. */
  readonly tells: Partial<Record<FeedFormat, readonly (keyof ReadEntry)[]>>;
  /** The first poll, counted from 1, in which it sends the validators it was given. */
  readonly conditionalFrom: number;
  /** Whether it sends `A-IM: feed`, and so receives only new or changed entries. */
  readonly takesDeltas: boolean;
  /** Whether it replaces the text of an entry that changed, or keeps the first. */
  readonly showsEdits: boolean;
  /** Subscribes in a folder of its own without fetching the feed yet. */
  readonly subscribe: (address: string, folder: string) => Promise<Subscription>;
};
