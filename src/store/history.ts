/**
 * The history of one feed: a place for every article that entered it, in the order of entering, which is kept for good. An article that was
 * withdrawn or left the feed leaves its place empty, so that no other moves.
 */
export type Slot = {
  readonly id: string;
  /** When the article entered the feed, in milliseconds since the epoch. */
  readonly entered: number;
  readonly sequence: number;
  /** Bytes of text, as the ledger fixed them. */
  readonly size: number;
  /** When it left the feed again. */
  readonly left?: number;
};

/** How a history is divided: a division is full at so many places, or at so many bytes. */
export type Division = { readonly entries: number; readonly bytes: number };

/** Places from `from`, up to `to`, which is not included. */
export type Span = { readonly from: number; readonly to: number };

export class History {
  readonly slots: readonly Slot[];
  /** Where each full division ends. Later entries never move an end. */
  readonly #ends: readonly number[];

  constructor(slots: readonly Slot[], division: Division) {
    this.slots = slots.toSorted((a, b) => a.entered - b.entered || a.sequence - b.sequence || (a.id < b.id ? -1 : 1));
    this.#ends = endsOf(this.slots, division);
  }

  /** How many articles had entered by `now`. */
  lengthAt(now: number): number {
    let [low, high] = [0, this.slots.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.slots[middle]?.entered ?? Number.POSITIVE_INFINITY) <= now) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** How many divisions were full by `now`. Each is an archive; the last of them is part of the current document as well. */
  archivesAt(now: number): number {
    const length = this.lengthAt(now);
    const open = this.#ends.findIndex((end) => end > length);
    return open === -1 ? this.#ends.length : open;
  }

  /** The document to subscribe to: the last full division and what came after it. */
  currentSpan(now: number): Span {
    return { from: this.startOf(this.archivesAt(now)), to: this.lengthAt(now) };
  }

  /** The division with this number, counted from 1, the oldest. */
  archiveSpan(number: number): Span {
    return { from: this.startOf(number), to: this.#ends[number - 1] ?? 0 };
  }

  startOf(number: number): number {
    return this.#ends[number - 2] ?? 0;
  }
}

function endsOf(slots: readonly Slot[], division: Division): number[] {
  const ends: number[] = [];
  let [entries, bytes] = [0, 0];
  slots.forEach(({ size }, index) => {
    entries += 1;
    bytes += size;
    if (entries < division.entries && bytes < division.bytes) return;
    ends.push(index + 1);
    [entries, bytes] = [0, 0];
  });
  return ends;
}
