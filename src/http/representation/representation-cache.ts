import { createRepresentation, type Rendered, type Representation } from "./representation.ts";

/**
 * Bytes of rendered text in the memory of an isolate, which has 128 MB in all. The compressed forms, which are not
 * counted, add about a third.
 */
const MAX_CACHED_BYTES = 24_000_000;

/**
 * Representations by key. If there is no room, the least recently used is dropped. An entry is valid until its
 * `validUntil`.
 *
 * The cache stores results and never promises. A promise belongs to the request that made it: if the client cancels
 * that request, another request that awaits the promise hangs. So two requests that arrive before the first rendering
 * is done both render, which costs less.
 */
export class RepresentationCache {
  readonly #entries = new Map<string, Representation>();
  #bytes = 0;
  /** The key that was used last, which needs no new place. */
  #newest: string | undefined;

  /** @param now milliseconds since the epoch */
  get(key: string, now: number): Representation | undefined {
    const found = this.#entries.get(key);
    if (!found) return undefined;
    if (key === this.#newest && found.validUntil > now) return found;
    this.#drop(key, found);
    if (found.validUntil <= now) return undefined;
    this.#add(key, found);
    return found;
  }

  set(key: string, representation: Representation): void {
    const previous = this.#entries.get(key);
    if (previous) this.#drop(key, previous);
    this.#add(key, representation);
    for (const [oldestKey, oldest] of this.#entries) {
      if (this.#bytes <= MAX_CACHED_BYTES || oldestKey === key) break;
      this.#drop(oldestKey, oldest);
    }
  }

  #add(key: string, representation: Representation): void {
    this.#entries.set(key, representation);
    this.#newest = key;
    this.#bytes += representation.length;
  }

  #drop(key: string, representation: Representation): void {
    this.#entries.delete(key);
    this.#bytes -= representation.length;
  }
}

/** The part of a request's context that notes for the request log where a representation came from. */
type RequestNotes = { readonly set: (name: "representation", source: RepresentationSource) => void };

/**
 * Where the bytes of an answer came from: they were in memory, the build had made them, or they were rendered for the
 * request.
 */
export type RepresentationSource = "memory" | "built" | "rendered";

/**
 * Reads the representation that a build made under a key. Returns undefined if there is none, or if it is not that of
 * `now` (milliseconds since the epoch).
 */
export type ReadBuilt = (key: string, now: number) => Promise<Representation | undefined>;

type Memory = { readonly representations: RepresentationCache; readonly built?: ReadBuilt | undefined };

/**
 * Returns the cached representation, or the one that the build made, or renders it, and caches it. Returns undefined if
 * `render` does.
 *
 * @param key names the representation and the version of the content that it is made from
 * @param now milliseconds since the epoch
 */
export async function cachedOrRendered(
  { representations, built }: Memory,
  context: RequestNotes,
  key: string,
  now: number,
  render: () => Promise<Rendered | undefined>,
): Promise<Representation | undefined> {
  const cached = representations.get(key, now);
  if (cached) {
    context.set("representation", "memory");
    return cached;
  }
  const ready = await built?.(key, now);
  context.set("representation", ready ? "built" : "rendered");
  const rendered = ready ? undefined : await render();
  const representation = ready ?? (rendered && createRepresentation(rendered, now));
  if (!representation) return undefined;
  representations.set(key, representation);
  return representation;
}
