import { type RandomBytes, randomId } from "../syntax/random-id.ts";
import type { DeskScope } from "./access/scopes.ts";
import { sha256 } from "./access/secret.ts";

/**
 * A statement of SQL and the values for its `?`, in order. The Worker binds them. The command line writes them into
 * the text.
 */
export type SqlStatement = { readonly sql: string; readonly values: readonly (string | number | null)[] };

/** In letters of five bits: 50 bits. */
const ID_LENGTH = 10;
/** 200 bits. */
const SECRET_LENGTH = 40;

const TOKEN = new RegExp(`^dateline_([0-9a-z]{${ID_LENGTH}})_([0-9a-z]{${SECRET_LENGTH}})$`);

/** What a token looks like, in words. */
export const TOKEN_RULE = `dateline_, ${ID_LENGTH} small letters and digits, _, and ${SECRET_LENGTH} more`;

/** The name of a token is the actor in the audit log, so it is readable and has one line. */
export const TOKEN_NAME = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} ._@-]{0,62}[\p{L}\p{M}\p{N}])?$/u;
export const TOKEN_NAME_RULE = "up to 64 letters, digits, spaces and . _ @ -, such as city-desk";

/**
 * Splits a token: `dateline_<id>_<secret>`. The fixed prefix lets scanners find leaked tokens.
 * Returns undefined if the text is not a token.
 */
export function readToken(text: string): { readonly id: string; readonly secret: string } | undefined {
  const [, id, secret] = TOKEN.exec(text) ?? [];
  return id === undefined || secret === undefined ? undefined : { id, secret };
}

type NewToken = {
  readonly name: string;
  readonly scopes: readonly DeskScope[];
  /** Milliseconds since the epoch. Without it the token does not expire. */
  readonly expires?: number | undefined;
};

/**
 * Makes a token, which is shown once, and the statement that stores its hash. The statement fails if a token that is
 * not revoked has the name.
 */
export function createToken(
  { name, scopes, expires }: NewToken,
  { now, randomBytes }: { readonly now: number; readonly randomBytes: RandomBytes },
): { readonly token: string; readonly statement: SqlStatement } {
  const id = randomId(ID_LENGTH, randomBytes);
  const secret = randomId(SECRET_LENGTH, randomBytes);
  const statement = {
    sql: "INSERT INTO tokens (id, name, hash, scopes, created, expires) VALUES (?, ?, ?, ?, ?, ?)",
    values: [id, name, sha256(secret), scopes.join(" "), now, expires ?? null],
  };
  return { token: `dateline_${id}_${secret}`, statement };
}

/** All tokens. Those that are not revoked come first. */
export function listTokens(): SqlStatement {
  const sql =
    "SELECT id, name, scopes, created, expires, revoked, last_used FROM tokens ORDER BY revoked IS NOT NULL, name, created";
  return { sql, values: [] };
}

/**
 * Revokes the token of that name, and with it the sessions that it began. The statement returns a row if there was such
 * a token.
 */
export function revokeToken(name: string, now: number): SqlStatement {
  return { sql: "UPDATE tokens SET revoked = ? WHERE name = ? AND revoked IS NULL RETURNING id", values: [now, name] };
}
