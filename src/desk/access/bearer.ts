import * as z from "zod";
import type { Refusal } from "../desk-problem.ts";
import { readToken } from "../tokens.ts";
import type { Access } from "./access.ts";
import { scopeSchema } from "./scopes.ts";
import { isSameSecret, sha256 } from "./secret.ts";

const DAY = 86_400_000;

/** What is held against a token that is not known, so that finding none takes as long as finding another. */
const NO_HASH = sha256("");

export const tokenRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  hash: z.string(),
  scopes: z.string().transform((text) => z.array(scopeSchema).parse(text.split(" "))),
  expires: z.number().nullable(),
  revoked: z.number().nullable(),
  last_used: z.number().nullable(),
});

/** Judges a bearer token (RFC 6750 section 2.1). What is wrong with a token is told only to whoever knows its secret. */
export async function judgeBearer(
  authorization: string,
  database: D1Database,
  now: number,
): Promise<Access | { readonly refusal: Refusal }> {
  const [, text] = /^bearer +(\S+) *$/i.exec(authorization) ?? [];
  if (text === undefined) return { refusal: /^bearer\b/i.test(authorization) ? "malformed" : "none" };
  const shown = readToken(text);
  if (!shown) return { refusal: "malformed" };
  const found = await database
    .prepare("SELECT id, name, hash, scopes, expires, revoked, last_used FROM tokens WHERE id = ?")
    .bind(shown.id)
    .first();
  const row = found ? tokenRowSchema.parse(found) : undefined;
  const isRight = isSameSecret(sha256(shown.secret), row?.hash ?? NO_HASH);
  if (!row || !isRight) return { refusal: "unknown" };
  if (row.revoked !== null) return { refusal: "revoked" };
  if (row.expires !== null && row.expires <= now) return { refusal: "expired" };
  const today = now - (now % DAY);
  if ((row.last_used ?? 0) < today)
    await database.prepare("UPDATE tokens SET last_used = ? WHERE id = ?").bind(today, row.id).run();
  return { tokenId: row.id, name: row.name, scopes: row.scopes };
}
