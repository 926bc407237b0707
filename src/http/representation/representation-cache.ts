import { createRepresentation, type Rendered, type Representation } from "./representation.ts";

/** Bytes of representations in the memory of an isolate, in all their codings. An isolate has 128 MB in all. */
const MAX_CACHED_BYTES = 24_000_000;

/** `bytes` is what was counted when the representation was last used. */
type Entry = { readonly representation: Representation; readonly bytes: number };

/**
 * Representations by key. If there is no room, the least recently used is dropped. An entry is valid until its
 * `validUntil`.
 *
 * The cache stores results and never promises. A promise belongs to the request that made it: if the client cancels
 * that request, another request that awaits the promise hangs. So two requests that arrive before the first rendering
 * is done both render, which costs less.
 */
export class RepresentationCache {
  readonly #entries = new Map<string, Entry>();
  #bytes = 0;
  /** The key that was used last, which needs no new place. */
  #newest: string | undefined;

  /** @param now milliseconds since the epoch */
  get(key: string, now: number): Representation | undefined {
    const found = this.#entries.get(key)?.representation;
    if (!found) return undefined;
    if (key === this.#newest && found.validUntil > now) return found;
    this.#drop(key);
    if (found.validUntil <= now) return undefined;
    this.#add(key, found);
    return found;
  }

  set(key: string, representation: Representation): void {
    this.#drop(key);
    this.#add(key, representation);
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= MAX_CACHED_BYTES || oldest === key) break;
      this.#drop(oldest);
    }
  }

  #add(key: string, representation: Representation): void {
    // Sending the last one may have added a coding to it.
    const newest = this.#newest === undefined ? undefined : this.#entries.get(this.#newest);
    if (this.#newest !== undefined && newest) this.#count(this.#newest, newest.representation, newest.bytes);
    this.#count(key, representation, 0);
    this.#newest = key;
  }

  /** Replaces a value in the map without moving it. */
  #count(key: string, representation: Representation, before: number): void {
    const bytes = [...representation.codings.values()].reduce((sum, each) => sum + each.length, 0);
    this.#entries.set(key, { representation, bytes });
    this.#bytes += bytes - before;
  }

  #drop(key: string): void {
    this.#bytes -= this.#entries.get(key)?.bytes ?? 0;
    this.#entries.delete(key);
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
