import type { CompiledEntry, CompiledText } from "../../compile/compile-file.ts";
import { type CachedArticle, type CachedMedia, CompileCache } from "../build/compiled/compile-cache.ts";
import type { FileStamp } from "../build/compiled/file-stamp.ts";

/**
 * A cache that stays open from build to build of one process, and reads its rows once. What it is told is written to the
 * database as well, for other processes. Rows that another process adds are not seen: this one then compiles the file
 * itself, with the same result.
 */
export class LiveCache extends CompileCache {
  #articles: Map<string, CachedArticle> | undefined;
  #media: Map<string, CachedMedia> | undefined;
  /** What this build changed. A build goes on with the rows that it began with. */
  #added: CachedArticle[] = [];
  #stamps = new Map<number, FileStamp>();
  #removed = new Set<number>();
  readonly #unused: number[] = [];
  #tidiedAt = 0;

  override articles(): { readonly newest: ReadonlyMap<string, CachedArticle>; readonly others: readonly number[] } {
    if (!this.#articles) {
      const { newest, others } = super.articles();
      this.#articles = new Map(newest);
      this.#forget();
      return { newest: this.#articles, others };
    }
    if (this.#removed.size + this.#stamps.size > 0)
      for (const [file, known] of this.#articles) {
        const stamp = this.#stamps.get(known.row);
        if (this.#removed.has(known.row)) this.#articles.delete(file);
        else if (stamp) this.#articles.set(file, { ...known, ...stamp });
      }
    for (const added of this.#added)
      if (!this.#removed.has(added.row)) this.#articles.set(added.file, { ...added, ...this.#stamps.get(added.row) });
    this.#forget();
    return { newest: this.#articles, others: [] };
  }

  #forget(): void {
    this.#added = [];
    this.#stamps = new Map();
    this.#removed = new Set();
  }

  override add(file: string, hash: string, stamp: FileStamp, entry: CompiledEntry, text: CompiledText): number {
    const row = super.add(file, hash, stamp, entry, text);
    this.#added.push({ ...stamp, row, file, hash, entry });
    return row;
  }

  override restamp(row: number, stamp: FileStamp): void {
    super.restamp(row, stamp);
    this.#stamps.set(row, stamp);
  }

  /** To tidy a large database takes as long as a build, so that is left for the end. */
  override tidy(unused: readonly number[], now: number): void {
    for (const row of unused) this.#removed.add(row);
    this.#unused.push(...unused);
    this.#tidiedAt = now;
  }

  override media(): Map<string, CachedMedia> {
    this.#media ??= super.media();
    return new Map(this.#media);
  }

  override addMedia(added: CachedMedia): void {
    super.addMedia(added);
    this.#media?.set(added.media.name, added);
  }

  override removeMedia(names: readonly string[]): void {
    super.removeMedia(names);
    for (const name of names) this.#media?.delete(name);
  }

  /** A build closes the cache when it is done, but the files of the build are read later. */
  override close(): void {}

  /** @throws if the database cannot be used, as every method does */
  end(): void {
    try {
      if (this.#unused.length > 0) super.tidy(this.#unused, this.#tidiedAt);
    } finally {
      super.close();
    }
  }
}
