/** A database whose writing batches can be made to fail. Reads succeed, as they do when a disk is full. */
export type FailingDatabase = {
  readonly db: D1Database;
  /**
   * The index of the statement of the next writing batch that fails; the statements before it have run. Undefined: no
   * statement fails.
   */
  failAt: number | undefined;
  /** The number of statements in the last writing batch. */
  statements: number;
};

export function failingDatabase(db: D1Database): FailingDatabase {
  const failing: FailingDatabase = {
    failAt: undefined,
    statements: 0,
    db: new Proxy(db, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (name === "batch") return (statements: D1PreparedStatement[]) => batch(statements);
        return typeof value === "function" ? value.bind(target) : value;
      },
    }),
  };
  const batch = (statements: D1PreparedStatement[]) => {
    // The current state of an article is read with a batch of five statements. Every writing batch is longer.
    if (statements.length <= 5) return db.batch(statements);
    failing.statements = statements.length;
    const { failAt } = failing;
    if (failAt === undefined) return db.batch(statements);
    const fault = db.prepare("SELECT json('no JSON')");
    return db.batch([...statements.slice(0, failAt), fault, ...statements.slice(failAt)]);
  };
  return failing;
}
