/** Prepares a statement with its values. */
export type Run = (sql: string, ...values: (string | number | null)[]) => D1PreparedStatement;

/** The number of the article with the id that is bound, which is not known before the batch. */
export const NUMBER = "(SELECT number FROM articles WHERE id = ?)";
