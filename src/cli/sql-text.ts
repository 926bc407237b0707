import type { SqlStatement } from "../desk/tokens.ts";

/** A statement as one text, for wrangler takes no values apart. The only place where a value becomes SQL. */
export function sqlText({ sql, values }: SqlStatement): string {
  const left = [...values];
  const text = sql.replaceAll("?", () => {
    const value = left.shift();
    if (value === undefined) throw new Error(`more places than values: ${sql}`);
    return literal(value);
  });
  if (left.length > 0) throw new Error(`more values than places: ${sql}`);
  return text;
}

function literal(value: string | number | null): string {
  if (value === null) return "NULL";
  if (typeof value === "number") {
    if (!Number.isSafeInteger(value)) throw new Error(`no whole number: ${value}`);
    return String(value);
  }
  // SQLite ends a text at a NUL, and knows no escape but the doubled quotation mark.
  if (value.includes("\0")) throw new Error("a text with a NUL");
  return `'${value.replaceAll("'", "''")}'`;
}
