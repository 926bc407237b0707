/** In bytes: the bodies of some dozen feeds, a small part of the 128 MB of an isolate. */
const MAX_REMEMBERED_BYTES = 8_000_000;

/**
 * The snapshots that this isolate has written or read last. Every page of a fan-out sends the same body, and a bucket
 * that is asked for it at each page costs more than the database. The body below a key never changes, so what is
 * remembered is never out of date. If there is no room, the snapshot that was used longest ago is dropped.
 */
export class SnapshotMemory {
  readonly #snapshots = new Map<string, Uint8Array>();
  readonly #maxBytes: number;
  #bytes = 0;

  /** @param maxBytes a longer snapshot is not remembered */
  constructor(maxBytes = MAX_REMEMBERED_BYTES) {
    this.#maxBytes = maxBytes;
  }

  get(key: string): Uint8Array | undefined {
    const bytes = this.#snapshots.get(key);
    if (bytes) this.#place(key, bytes);
    return bytes;
  }

  set(key: string, bytes: Uint8Array): void {
    if (bytes.length > this.#maxBytes) return;
    this.#bytes += bytes.length - (this.#snapshots.get(key)?.length ?? 0);
    this.#place(key, bytes);
    for (const [oldest, { length }] of this.#snapshots) {
      if (this.#bytes <= this.#maxBytes) return;
      this.#snapshots.delete(oldest);
      this.#bytes -= length;
    }
  }

  /** Makes it the one that was used last. */
  #place(key: string, bytes: Uint8Array): void {
    this.#snapshots.delete(key);
    this.#snapshots.set(key, bytes);
  }
}
