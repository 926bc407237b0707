const CONFLICT =
  /revision conflict|UNIQUE constraint failed: (?:articles|former_paths|places|archives)\b|NOT NULL constraint failed: audit\.id/;

/** Whether a batch failed because another writer came first: by the step of a revision, or by an id, slug or path that is taken. */
export function isConflict(error: unknown): boolean {
  return error instanceof Error && CONFLICT.test(error.message);
}
