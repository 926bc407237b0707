/** The limits of all documents of one import together. Milliseconds and bytes. */
export type TransferLimits = {
  /** The longest wait for the next bytes. */
  readonly timeoutMs: number;
  /** What the documents may take together, beside the time that their bytes are given. */
  readonly maxTimeMs: number;
  /** Once decompressed. */
  readonly maxBytes: number;
};

/** Slower than this on average is no download of an export: a gigabyte would take more than a day. */
export const MIN_BYTES_PER_SECOND = 10_000;
/** What each finished document is given, for a server that takes its time to answer. */
const MS_A_DOCUMENT = 5_000;
/** A document that is this many times as long as its compressed form was made to fill a disk. */
const MAX_EXPANSION = 200;
const HARMLESS_EXPANSION_BYTES = 50_000_000;

/**
 * Counts the time and the bytes that an import has taken from the web. An import ends if a server
 * sends its bytes too slowly, or always names one more archive.
 */
export class Transfer {
  readonly #limits: TransferLimits;
  readonly #now: () => number;
  #bytes = 0;
  #documents = 0;
  #spentMs = 0;
  #since: number | undefined;

  constructor(limits: TransferLimits, now: () => number = Date.now) {
    this.#limits = limits;
    this.#now = now;
  }

  get timeoutMs(): number {
    return this.#limits.timeoutMs;
  }

  start(): void {
    this.#since = this.#now();
  }

  /** Call it at the end of each document, whatever its outcome. */
  end(): void {
    this.#spentMs += this.#running();
    this.#since = undefined;
    this.#documents += 1;
  }

  /** Returns why the transfer has to end, or undefined. `wire` and `decoded` are the bytes of this document so far. */
  take(bytes: number, { wire, decoded }: { readonly wire: number; readonly decoded: number }): string | undefined {
    this.#bytes += bytes;
    const { maxBytes } = this.#limits;
    if (this.#bytes > maxBytes) return `more than ${maxBytes} bytes; --max-bytes sets the limit`;
    if (decoded > HARMLESS_EXPANSION_BYTES && decoded > wire * MAX_EXPANSION)
      return `${wire} bytes that decompress to more than ${decoded}; expected at most ${MAX_EXPANSION} times as many`;
    return this.late();
  }

  /** Returns why the transfer has to end if the time is up, or undefined. */
  late(): string | undefined {
    return this.leftMs() > 0
      ? undefined
      : `less than ${MIN_BYTES_PER_SECOND} bytes a second in more than ${this.#limits.maxTimeMs / 1_000} s; --max-time sets the limit`;
  }

  /** How long the server may send nothing more. */
  leftMs(): number {
    const given = (this.#bytes / MIN_BYTES_PER_SECOND) * 1_000 + this.#documents * MS_A_DOCUMENT;
    return this.#limits.maxTimeMs + given - this.#spentMs - this.#running();
  }

  #running(): number {
    return this.#since === undefined ? 0 : this.#now() - this.#since;
  }
}
