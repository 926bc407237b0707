/** The casts that are allowed, by file of `src`: how many lines have one, and why the types cannot express it. */
export const CASTS: Readonly<Record<string, { readonly count: number; readonly why: string }>> = {
  "compile/front-matter/read-yaml.ts": { count: 1, why: "a tuple whose last member starts undefined" },
  "model/timestamp.ts": { count: 2, why: "the constructors of the branded Timestamp" },
  "store/files/read/content-files.ts": { count: 1, why: "files of many types in one cache, each with its own parser" },
  "store/d1/read/read-articles.ts": { count: 1, why: "a database row without its nulls" },
  "store/d1/read/reader.ts": { count: 1, why: "the results of a batch of statements with different rows" },
};
