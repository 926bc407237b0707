import { scopeOfKey } from "../model/scope.ts";

/**
 * The place of one article in the history of one feed. A history has a position for every article that ever entered the
 * feed, in the order of entering. The order is permanent: an article that was withdrawn or left the feed leaves its
 * position empty, so that no other moves.
 */
export type FeedPosition = {
  readonly id: string;
  /** When the article entered the feed, in milliseconds since the epoch. */
  readonly entered: number;
  readonly sequence: number;
  /** Size of the text in bytes when the article entered, from the ledger. Later edits do not change it. */
  readonly size: number;
  /** When the article left the feed, in milliseconds since the epoch; absent if it is still in it. */
  readonly left?: number;
  /** When an article that joined the feed again had left it, in milliseconds since the epoch. */
  readonly leftBefore?: number;
};

/**
 * How a history is divided into archives: a division is full at this many entries or at this many bytes, whichever is
 * reached first.
 */
export type Division = { readonly entries: number; readonly bytes: number };

/** How much longer the documents of a podcast are than those of other feeds. */
export const PODCAST_LENGTH = 4;

/**
 * How the history of the feed with this `scopeKey` is divided. Podcast apps read no archives, so a podcast has
 * `PODCAST_LENGTH` times as many entries in a document.
 */
export function divisionOf(key: string, { entries, bytes }: Division): Division {
  const times = scopeOfKey(key).kind === "podcast" ? PODCAST_LENGTH : 1;
  return { entries: times * entries, bytes: times * bytes };
}

/** The positions from index `from` (included) to index `to` (excluded). */
export type Span = { readonly from: number; readonly to: number };

export class History<Position extends FeedPosition = FeedPosition> {
  readonly positions: readonly Position[];
  /** The index at which each full division ends (excluded). Later entries never move an end. */
  readonly #ends: readonly number[];

  constructor(positions: readonly Position[], division: Division) {
    this.positions = positions.toSorted(
      (a, b) => a.entered - b.entered || a.sequence - b.sequence || (a.id < b.id ? -1 : 1),
    );
    this.#ends = endsOf(this.positions, division);
  }

  /** The number of articles that had entered by `now` (milliseconds since the epoch). */
  lengthAt(now: number): number {
    let [low, high] = [0, this.positions.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.positions[middle]?.entered ?? Number.POSITIVE_INFINITY) <= now) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /**
   * The number of divisions that were full by `now`. Each is an archive. The newest is also the first part of the
   * current document.
   */
  archivesAt(now: number): number {
    const length = this.lengthAt(now);
    const open = this.#ends.findIndex((end) => end > length);
    return open === -1 ? this.#ends.length : open;
  }

  /** The current document: the newest full division and all positions after it. */
  currentSpan(now: number): Span {
    return { from: this.startOf(this.archivesAt(now)), to: this.lengthAt(now) };
  }

  /** The division with this number. Divisions count from 1, the oldest. */
  archiveSpan(number: number): Span {
    return { from: this.startOf(number), to: this.#ends[number - 1] ?? 0 };
  }

  /** The number of all divisions. The last one need not be full. */
  get divisions(): number {
    return this.#ends.length + ((this.#ends.at(-1) ?? 0) < this.positions.length ? 1 : 0);
  }

  /** The positions of a division, full or not. */
  divisionSpan(number: number): Span {
    return { from: this.startOf(number), to: this.#ends[number - 1] ?? this.positions.length };
  }

  /** When a division becomes full, in milliseconds since the epoch. Undefined if nothing will fill it. */
  fullAt(number: number): number | undefined {
    const end = this.#ends[number - 1];
    return end === undefined ? undefined : this.positions[end - 1]?.entered;
  }

  startOf(number: number): number {
    return this.#ends[number - 2] ?? 0;
  }
}

function endsOf(positions: readonly FeedPosition[], division: Division): number[] {
  const ends: number[] = [];
  let [entries, bytes] = [0, 0];
  positions.forEach(({ size }, index) => {
    entries += 1;
    bytes += size;
    if (entries < division.entries && bytes < division.bytes) return;
    ends.push(index + 1);
    [entries, bytes] = [0, 0];
  });
  return ends;
}
