import type { Stats } from "node:fs";
import type { FaultyArticle } from "../../../compile/compile-file.ts";
import type { Lookups } from "../../../compile/lookups.ts";
import type { CachedArticle, CompileCache } from "./compile-cache.ts";
import type { Job, JobResult } from "./compile-job.ts";
import { isUnchanged } from "./file-stamp.ts";
import type { OpenArticle } from "./open-file.ts";

/** The results for the files of a run: those of earlier runs, as far as they hold, and those of this one. */
export class ResultTable {
  readonly #cache: CompileCache;
  readonly #files: ReadonlyMap<string, { readonly path: string; readonly status: Stats }>;
  readonly #earlier: ReadonlyMap<string, CachedArticle>;
  readonly #compiled = new Map<string, OpenArticle>();
  readonly #faulty = new Map<string, FaultyArticle>();
  /** Files whose earlier result does not hold, though their bytes may be the same. */
  readonly #rejected = new Set<string>();
  /** Files that this run compiled. */
  readonly #anew = new Set<string>();
  readonly #compiledRows = new Map<string, number>();
  /** Rows that are of no use any more. */
  readonly #replaced: number[] = [];

  constructor(cache: CompileCache, files: ReadonlyMap<string, { readonly path: string; readonly status: Stats }>) {
    this.#cache = cache;
    this.#files = files;
    const { newest, others } = files.size === 0 ? { newest: new Map(), others: [] } : cache.articles();
    this.#earlier = newest;
    this.#replaced.push(...others);
    for (const [file, { status }] of files) {
      const known = this.#earlier.get(file);
      if (known && isUnchanged(known, status)) this.#compiled.set(file, known);
    }
  }

  /** The files that have no result, or whose bytes have to be read to know. */
  missing(): readonly string[] {
    return [...this.#files.keys()].filter((file) => !this.#compiled.has(file));
  }

  /** The files whose result does not hold beside the others, and those with faults, which are to be told in full. */
  doubtful(holds: (lookups: Lookups) => boolean): readonly string[] {
    const wrong = [...this.#compiled.values()].filter(({ entry }) => !holds(entry.lookups)).map(({ file }) => file);
    for (const file of wrong) {
      this.#compiled.delete(file);
      this.#rejected.add(file);
    }
    return [...wrong, ...this.#faulty.keys()];
  }

  /** A job compares the bytes with those of the earlier result, unless that result is known to be out of date. */
  jobsFor(files: readonly string[]): readonly Job[] {
    return files.flatMap((file) => {
      const path = this.#files.get(file)?.path;
      const known = this.#rejected.has(file) ? undefined : this.#earlier.get(file)?.hash;
      return path === undefined ? [] : [{ file, path, ...(known !== undefined && { known }) }];
    });
  }

  /** Takes results of jobs, and keeps them for later runs. */
  take(results: readonly JobResult[]): void {
    this.#cache.transaction(() => {
      for (const result of results) this.#takeOne(result);
    });
  }

  #takeOne(result: JobResult): void {
    if (result.kind === "faulty") {
      const { article } = result;
      this.#compiled.delete(article.file);
      this.#faulty.set(article.file, article);
      return;
    }
    const { file, stamp } = result;
    this.#faulty.delete(file);
    if (result.kind === "compiled") {
      const { hash, entry, text } = result;
      const assumed = this.#anew.has(file) ? this.#compiledRows.get(file) : undefined;
      if (assumed !== undefined) this.#replaced.push(assumed);
      const row = this.#cache.add(file, hash, stamp, entry, text);
      this.#compiledRows.set(file, row);
      this.#compiled.set(file, { row, file, hash, entry });
      this.#anew.add(file);
      return;
    }
    const known = this.#earlier.get(file);
    if (!known) return;
    this.#cache.restamp(known.row, stamp);
    this.#compiled.set(file, known);
  }

  /** The present and former slugs of all articles, and of the drafts among them. */
  slugs(): { readonly articles: ReadonlySet<string>; readonly drafts: ReadonlySet<string> } {
    const articles = new Set<string>();
    const drafts = new Set<string>();
    const add = (slugs: readonly string[], isDraft: boolean) => {
      for (const slug of slugs) {
        articles.add(slug);
        if (isDraft) drafts.add(slug);
      }
    };
    for (const { entry } of this.#compiled.values()) add([entry.facts.slug, ...entry.facts.formerSlugs], entry.isDraft);
    for (const { slugs, isDraft } of this.#faulty.values()) add(slugs, isDraft);
    return { articles, drafts };
  }

  /** The articles without a fault, drafts included, in the order of their files. */
  compiled(): readonly OpenArticle[] {
    return [...this.#compiled.values()].toSorted((a, b) => (a.file < b.file ? -1 : 1));
  }

  /** The articles with faults, in the order of their files: threads finish in any order. */
  faulty(): readonly FaultyArticle[] {
    return [...this.#faulty.values()].toSorted((a, b) => (a.file < b.file ? -1 : 1));
  }

  /** How many articles this run compiled. */
  get compiledAnew(): number {
    return this.#anew.size;
  }

  /**
   * Lets go of earlier results that this run did not use. Those of files that have a fault now are kept: what the fault
   * is about, such as a section that is not listed, may be put right elsewhere.
   *
   * @param now milliseconds since the epoch
   */
  tidy(now: number): void {
    const isUnused = ({ file, row }: CachedArticle) => !this.#faulty.has(file) && this.#compiled.get(file)?.row !== row;
    const unused = [...this.#earlier.values()].filter(isUnused).map(({ row }) => row);
    const all = [...this.#replaced, ...unused];
    if (all.length > 0) this.#cache.tidy(all, now);
  }
}
