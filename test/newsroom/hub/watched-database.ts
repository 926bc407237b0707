/** A database that tells of every call that goes to it, and may refuse it. */
export type Watch = {
  /** Around each call: what it throws, the caller gets. */
  readonly around: <Result>(call: () => Promise<Result>) => Promise<Result>;
  readonly rows?: { read: number; written: number };
};

export function watchedDatabase(db: D1Database, { around, rows = { read: 0, written: 0 } }: Watch): D1Database {
  const real = new WeakMap<object, D1PreparedStatement>();
  const counted = <Result extends { readonly meta: D1Meta & Record<string, unknown> }>(result: Result): Result => {
    rows.read += result.meta.rows_read;
    rows.written += result.meta.rows_written;
    return result;
  };
  const watched = (statement: D1PreparedStatement): D1PreparedStatement => {
    const proxy = new Proxy(statement, {
      get: (target, name) => {
        if (name === "bind") return (...values: unknown[]) => watched(target.bind(...values));
        if (name === "run" || name === "all") return () => around(async () => counted(await target[name]()));
        if (name === "first")
          return () => around(async () => counted(await target.all<Record<string, unknown>>()).results[0] ?? null);
        return Reflect.get(target, name);
      },
    });
    real.set(proxy, statement);
    return proxy;
  };
  return new Proxy(db, {
    get: (target, name) => {
      if (name === "prepare") return (sql: string) => watched(target.prepare(sql));
      if (name === "batch")
        return (statements: D1PreparedStatement[]) =>
          around(async () => {
            const results = await target.batch(statements.map((each) => real.get(each) ?? each));
            return results.map(counted);
          });
      const value: unknown = Reflect.get(target, name);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}
