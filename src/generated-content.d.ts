/**
 * The output of `npm run build`: a `ContentArtifact` as JSON text. The declaration allows a type check before a build.
 */
declare module "*/.dateline/content.js" {
  const artifactText: string;
  export default artifactText;
}

/** The same for a newsroom, without articles. */
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
