/** The casts that are allowed, by file of `src`: how many lines have one, and why the types cannot say it. */
export const CASTS: Readonly<Record<string, { readonly count: number; readonly why: string }>> = {
  "authoring/body/directives.ts": {
    count: 1,
    why: "an element's children are wider in the types than the ones selected",
  },
  "authoring/front-matter/read-yaml.ts": { count: 1, why: "a tuple whose last member starts undefined" },
  "http/routes.ts": { count: 1, why: "the keys of a table, which Object.entries widens to string" },
  "model/scope.ts": { count: 1, why: "the keys of a table, which Object.keys widens to string" },
  "model/timestamp.ts": { count: 2, why: "the constructors of the branded Timestamp" },
  "publishing/newsroom-lists.ts": { count: 1, why: "a database row without its nulls" },
  "render/feed-library.ts": {
    count: 2,
    why: "the feed package types an extension as an object, and takes text and lists",
  },
  "storage/d1/read-document.ts": { count: 1, why: "the results of a batch of statements with different rows" },
};
