import type { SqlStatement } from "../../desk/tokens.ts";

/**
 * A statement with its values as one text, since wrangler accepts no separate values. No other code turns values into
 * SQL.
 *
 * @throws if the values do not fit the statement, or cannot be written in SQL
 */
export function sqlText({ sql, values }: SqlStatement): string {
  const left = [...values];
  const text = sql.replaceAll("?", () => {
    const value = left.shift();
    if (value === undefined) throw new Error(`more placeholders than values: ${sql}`);
    return literal(value);
  });
  if (left.length > 0) throw new Error(`more values than placeholders: ${sql}`);
  return text;
}

function literal(value: string | number | null): string {
  if (value === null) return "NULL";
  if (typeof value === "number") {
    if (!Number.isSafeInteger(value)) throw new Error(`not a whole number: ${value}`);
    return String(value);
  }
  // SQLite ends a text at a NUL, and its only escape is the doubled quotation mark.
  if (value.includes("\0")) throw new Error("a text with a NUL");
  return `'${value.replaceAll("'", "''")}'`;
}
