import type { StatementCost } from "./bench-protocol.ts";

/** The cost of statements since the last reset: rows as D1 bills them, with index rows among the written ones. */
export type RowCount = { read: number; written: number; statements: StatementCost[] };

export type CountingDatabase = { readonly db: D1Database; readonly count: RowCount };

/** A D1 database that adds up what D1 reports for every statement. Concurrent requests would be counted together. */
export function countingDatabase(inner: D1Database): CountingDatabase {
  const count: RowCount = { read: 0, written: 0, statements: [] };
  const originals = new WeakMap<D1PreparedStatement, { sql: string; statement: D1PreparedStatement }>();

  const counted = <Result extends D1Result>(sql: string, result: Result): Result => {
    const { rows_read: read, rows_written: written, changes } = result.meta;
    count.read += read;
    count.written += written;
    count.statements.push({ sql, read, written, changes });
    return result;
  };

  const wrap = (sql: string, statement: D1PreparedStatement): D1PreparedStatement => {
    const all = async <Row>() => counted(sql, await statement.all<Row>());
    const wrapped = {
      bind: (...values: unknown[]) => wrap(sql, statement.bind(...values)),
      all,
      run: all,
      first: async <Row>() => (await all<Row>()).results[0] ?? null,
      raw: () => {
        throw new Error("raw rows come without their cost");
      },
    } as unknown as D1PreparedStatement;
    originals.set(wrapped, { sql, statement });
    return wrapped;
  };

  const db = {
    prepare: (sql: string) => wrap(sql, inner.prepare(sql)),
    batch: async (statements: D1PreparedStatement[]) => {
      const known = statements.map((each) => {
        const original = originals.get(each);
        if (!original) throw new Error("the statement is of another database");
        return original;
      });
      const results = await inner.batch(known.map(({ statement }) => statement));
      return results.map((result, index) => counted(known[index]?.sql ?? "", result));
    },
  } as unknown as D1Database;
  return { db, count };
}
