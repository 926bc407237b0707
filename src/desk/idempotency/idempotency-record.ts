import * as z from "zod";
import type { Answer } from "../answer.ts";

/** How long a record is stored, in milliseconds. */
const DAY = 86_400_000;

type IdempotencyName = { readonly tokenId: string; readonly key: string };

/** `request` is a hash of the request that got the answer. */
export type IdempotencyRecord = { readonly request: string; readonly answer: Answer };

const rowSchema = z.object({
  request: z.string(),
  status: z.number(),
  headers: z.string().transform((text) => z.array(z.tuple([z.string(), z.string()])).parse(JSON.parse(text))),
  body: z.string(),
});

/** @param now in milliseconds since the epoch */
export async function findIdempotencyRecord(
  db: D1Database,
  { tokenId, key }: IdempotencyName,
  now: number,
): Promise<IdempotencyRecord | undefined> {
  const row = await db
    .prepare("SELECT request, status, headers, body FROM receipts WHERE token = ? AND key = ? AND created > ?")
    .bind(tokenId, key, now - DAY)
    .first();
  if (!row) return undefined;
  const { request, ...answer } = rowSchema.parse(row);
  return { request, answer };
}

/**
 * The statements that store a record. They belong in the batch of the change: if two requests have the same key, the
 * batch of the second one fails and changes nothing.
 */
export function idempotencyStatements(
  db: D1Database,
  { tokenId, key }: IdempotencyName,
  { request, answer }: IdempotencyRecord,
  now: number,
): readonly D1PreparedStatement[] {
  const { status, headers, body } = answer;
  return [
    db.prepare("DELETE FROM receipts WHERE token = ? AND key = ? AND created <= ?").bind(tokenId, key, now - DAY),
    db
      .prepare(
        "INSERT INTO receipts (token, key, request, status, headers, body, created) VALUES (?, ?, ?, ?, ?, ?, ?)",
      )
      .bind(tokenId, key, request, status, JSON.stringify(headers), body, now),
  ];
}

/** Deletes expired idempotency records and sessions. The cron calls it. */
export async function clearExpired(db: D1Database, now: number): Promise<void> {
  await db.batch([
    db.prepare("DELETE FROM receipts WHERE created <= ?").bind(now - DAY),
    db.prepare("DELETE FROM sessions WHERE expires <= ?").bind(now),
  ]);
}
