import { textWithPublicOrigin } from "../../../site/public-origin.ts";

/**
 * Reads the text of a data file by its path. Returns undefined if there is no such file. The text has
 * `PLACEHOLDER_ORIGIN`.
 */
export type ReadDataFile = (path: string) => Promise<string | undefined>;

/** Bytes of parsed files in the memory of an isolate, which has 128 MB in all. */
const MAX_CACHED_BYTES = 32_000_000;

/**
 * A parsed file takes 1.6 to 2.7 bytes of the heap a character, and a small one up to 5, because each value has an
 * object of its own: measured over all sorts of files.
 */
const BYTES_PER_CHARACTER = 2;
const BYTES_PER_FILE = 1_000;

/**
 * The data files of a build as values, with the service's addresses below `origin`. It keeps what was read last, and it
 * keeps values and never promises: a promise belongs to the request that made it (decisions/0012).
 */
export class ContentFiles {
  readonly #read: ReadDataFile;
  readonly #origin: string;
  readonly #cached = new Map<string, { readonly value: unknown; readonly bytes: number }>();
  #bytes = 0;

  constructor(read: ReadDataFile, origin: string) {
    this.#read = read;
    this.#origin = origin;
  }

  /** Reads a file of JSON. The caller names the type that the build wrote. */
  async json<Value>(path: string): Promise<Value | undefined> {
    return this.parsed<Value>(path, JSON.parse);
  }

  /**
   * Reads a file in another format.
   *
   * @param parse always the same function for a path
   */
  async parsed<Value>(path: string, parse: (text: string) => Value): Promise<Value | undefined> {
    const known = this.#cached.get(path);
    if (known) {
      this.#cached.delete(path);
      this.#cached.set(path, known);
      return known.value as Value;
    }
    const text = await this.#read(path);
    if (text === undefined) return undefined;
    const value = parse(textWithPublicOrigin(text, this.#origin));
    this.#keep(path, value, BYTES_PER_FILE + BYTES_PER_CHARACTER * text.length);
    return value;
  }

  #keep(path: string, value: unknown, bytes: number): void {
    // Another request may have read the file meanwhile.
    this.#bytes += bytes - (this.#cached.get(path)?.bytes ?? 0);
    this.#cached.set(path, { value, bytes });
    for (const [oldest, each] of this.#cached) {
      if (this.#bytes <= MAX_CACHED_BYTES || oldest === path) break;
      this.#cached.delete(oldest);
      this.#bytes -= each.bytes;
    }
  }
}
