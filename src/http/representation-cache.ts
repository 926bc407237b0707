import type { Representation } from "./representation.ts";

/** Bytes of rendered text kept in an isolate, which has 128 MB in all; compressed forms add about a third. */
const CAPACITY = 24_000_000;

/**
 * Representations by key, the least recently used dropped first. An entry is good until its `validUntil`.
 *
 * Results are kept, never promises: a promise belongs to the request that made it, and another request that awaits it hangs when the
 * first is cancelled. Two requests that arrive before the first rendering is done both render; that is the smaller evil.
 */
export class RepresentationCache {
  readonly #entries = new Map<string, Representation>();
  #bytes = 0;

  get(key: string, now: number): Representation | undefined {
    const found = this.#entries.get(key);
    if (!found) return undefined;
    this.#drop(key, found);
    if (found.validUntil <= now) return undefined;
    this.#add(key, found);
    return found;
  }

  keep(key: string, representation: Representation): void {
    const previous = this.#entries.get(key);
    if (previous) this.#drop(key, previous);
    this.#add(key, representation);
    for (const [oldestKey, oldest] of this.#entries) {
      if (this.#bytes <= CAPACITY || oldestKey === key) break;
      this.#drop(oldestKey, oldest);
    }
  }

  #add(key: string, representation: Representation): void {
    this.#entries.set(key, representation);
    this.#bytes += representation.bytes.length;
  }

  #drop(key: string, representation: Representation): void {
    this.#entries.delete(key);
    this.#bytes -= representation.bytes.length;
  }
}
