/**
 * One fact about an import that its report tells.
 *
 * - `lost`: something of the source is not in the article.
 * - `guessed`: the source does not say it, and the importer chose a value.
 * - `repaired`: it was wrong in the source and is right in the article.
 * - `harmless`: it was removed, and no reader sees a difference, as with classes and styles.
 */
export type ImportNote = {
  readonly kind: "lost" | "guessed" | "repaired" | "harmless";
  /** What happened, in the same words for every note of its sort: the report counts by it. */
  readonly message: string;
  /** What the source says at this place, shortened, if that helps to find it. */
  readonly found?: string | undefined;
};
