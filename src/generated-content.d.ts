/** What `npm run build` writes: a `ContentArtifact` as JSON text. Declared so that types can be checked before a build. */
declare module "*/.dateline/content.js" {
  const artifactText: string;
  export default artifactText;
}

/** The same without articles, for a newsroom. */
declare module "*/.dateline/newsroom/content.js" {
  const artifactText: string;
  export default artifactText;
}
