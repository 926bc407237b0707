const CONFLICT =
  /revision conflict|path conflict|UNIQUE constraint failed: (?:articles|former_paths|places|archives|pages|page_paths)\b|NOT NULL constraint failed: audit\.id/;

/**
 * Returns whether a batch failed because another writer was first: it changed the revision, or took an id, slug or
 * path.
 */
export function isConflict(error: unknown): boolean {
  return error instanceof Error && CONFLICT.test(error.message);
}
