import * as z from "zod";
import type { Answer } from "../answer.ts";

/** How long an answer is kept under its key. */
const DAY = 86_400_000;

type IdempotencyName = { readonly tokenId: string; readonly key: string };

/** `request` is a hash of all that was asked. */
export type IdempotencyRecord = { readonly request: string; readonly answer: Answer };

const rowSchema = z.object({
  request: z.string(),
  status: z.number(),
  headers: z.string().transform((text) => z.array(z.tuple([z.string(), z.string()])).parse(JSON.parse(text))),
  body: z.string(),
});

export async function findIdempotencyRecord(
  database: D1Database,
  { tokenId, key }: IdempotencyName,
  now: number,
): Promise<IdempotencyRecord | undefined> {
  const row = await database
    .prepare("SELECT request, status, headers, body FROM receipts WHERE token = ? AND key = ? AND created > ?")
    .bind(tokenId, key, now - DAY)
    .first();
  if (!row) return undefined;
  const { request, ...answer } = rowSchema.parse(row);
  return { request, answer };
}

/** To be written in one batch with the change. Of two requests with one key the second fails, and changes nothing. */
export function idempotencyStatements(
  database: D1Database,
  { tokenId, key }: IdempotencyName,
  { request, answer }: IdempotencyRecord,
  now: number,
): readonly D1PreparedStatement[] {
  const { status, headers, body } = answer;
  return [
    database.prepare("DELETE FROM receipts WHERE token = ? AND key = ? AND created <= ?").bind(tokenId, key, now - DAY),
    database
      .prepare(
        "INSERT INTO receipts (token, key, request, status, headers, body, created) VALUES (?, ?, ?, ?, ?, ?, ?)",
      )
      .bind(tokenId, key, request, status, JSON.stringify(headers), body, now),
  ];
}

/** Takes away what nobody can ask for any more: for the cron. */
export async function clearExpired(database: D1Database, now: number): Promise<void> {
  await database.batch([
    database.prepare("DELETE FROM receipts WHERE created <= ?").bind(now - DAY),
    database.prepare("DELETE FROM sessions WHERE expires <= ?").bind(now),
  ]);
}
