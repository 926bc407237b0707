/**
 * What `npm run build` puts into the Worker's bundle. The declaration allows a type check before a build.
 *
 * The default export is a `ContentHead` as JSON. `division` is how the feeds are divided: the entries and the bytes of
 * an archive, with a space between them. `hot` is a `HotIndex`, or undefined if the build rendered nothing.
 */
declare module "*/.dateline/content.js" {
  export const mode: "development" | "production";
  export const address: string;
  export const division: string;
  export const hot: import("./http/hot/read-hot-documents.ts").HotIndex | undefined;
  const headText: string;
  export default headText;
}

/** What a newsroom's bundle has: a `ContentArtifact` without articles, as JSON. */
declare module "*/.dateline/newsroom/content.js" {
  const artifactText: string;
  export default artifactText;
}

/** What was wrong with the content at the last build of `wrangler dev`, a line each. Empty after every good build. */
declare module "*/.dateline/faults.js" {
  const faults: readonly string[];
  export default faults;
}

declare module "*/.dateline/newsroom/faults.js" {
  const faults: readonly string[];
  export default faults;
}
