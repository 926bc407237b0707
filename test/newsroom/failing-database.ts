/** A database whose batches that write can be made to fail. Reads go through, as they do when a disk is full. */
export type FailingDatabase = {
  readonly db: D1Database;
  /** Before which statement of the next writing batch it fails: those before it have run by then. Undefined: it does not. */
  failAt: number | undefined;
  /** How many statements the last writing batch had. */
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
    // What an article's standing is read with is a batch as well, of five statements; none that writes is so short.
    if (statements.length <= 5) return db.batch(statements);
    failing.statements = statements.length;
    const { failAt } = failing;
    if (failAt === undefined) return db.batch(statements);
    const fault = db.prepare("SELECT json('no JSON')");
    return db.batch([...statements.slice(0, failAt), fault, ...statements.slice(failAt)]);
  };
  return failing;
}
