import type { FeedFormat } from "../../../src/render/formats.ts";
import type { Requirement } from "../harness/installed.ts";

/** An entry as a reader holds it. Times are instants, in UTC to the millisecond. */
export type ReadEntry = {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly authors: readonly string[];
  readonly published: string;
  readonly updated: string;
  readonly summary: string;
  /** The content, byte for byte. */
  readonly content: string;
  /** What of the content a person reads: for readers that rewrite its markup. */
  readonly words: string;
};

/** One feed in a reader that was told its address. Entries come in any order. */
export type Subscription = {
  readonly poll: () => Promise<void>;
  readonly entries: () => Promise<readonly Partial<ReadEntry>[]>;
};

export type Reader = {
  readonly name: string;
  /** For one that is no npm package. */
  readonly requirement?: Requirement;
  /** The forms it can read, and which parts of an entry it then gives. */
  readonly tells: Partial<Record<FeedFormat, readonly (keyof ReadEntry)[]>>;
  /** The first poll, counted from 1, in which it sends the validators it was given. */
  readonly conditionalFrom: number;
  /** Whether it offers `A-IM: feed`, and so is sent only what is new or changed. */
  readonly takesDeltas: boolean;
  /** Whether it shows the new text of an entry it has, or leaves it at the first. */
  readonly showsEdits: boolean;
  /** Takes the feed up, in a folder of its own, without fetching it yet. */
  readonly subscribe: (address: string, folder: string) => Promise<Subscription>;
};
