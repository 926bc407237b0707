import type { DeskScope } from "./access/scopes.ts";
import { type RandomBytes, randomSigns, sha256 } from "./access/secret.ts";

/** A statement of SQL and the values for its `?`, in order. The Worker binds them; the command line, which cannot, writes them in. */
export type SqlStatement = { readonly sql: string; readonly values: readonly (string | number | null)[] };

const ID_LENGTH = 10;
/** 200 bits. */
const SECRET_LENGTH = 40;

const TOKEN = new RegExp(`^dateline_([0-9a-z]{${ID_LENGTH}})_([0-9a-z]{${SECRET_LENGTH}})$`);

/** A token's name: it signs what is done with the token, so it is readable and on one line. */
export const TOKEN_NAME = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} ._@-]{0,62}[\p{L}\p{M}\p{N}])?$/u;
export const TOKEN_NAME_RULE = "up to 64 letters, digits, spaces and . _ @ -, such as city-desk";

/** `dateline_<id>_<secret>`: what leaked tokens are searched for by. Nothing for a text that is no token. */
export function readToken(text: string): { readonly id: string; readonly secret: string } | undefined {
  const [, id, secret] = TOKEN.exec(text) ?? [];
  return id === undefined || secret === undefined ? undefined : { id, secret };
}

type NewToken = {
  readonly name: string;
  readonly scopes: readonly DeskScope[];
  /** Milliseconds since the epoch; for good where there is none. */
  readonly expires?: number | undefined;
};

/** A token, to be shown once, and the statement that makes it known. It fails where a living token has the name. */
export function createToken(
  { name, scopes, expires }: NewToken,
  { now, randomBytes }: { readonly now: number; readonly randomBytes: RandomBytes },
): { readonly token: string; readonly statement: SqlStatement } {
  const id = randomSigns(ID_LENGTH, randomBytes);
  const secret = randomSigns(SECRET_LENGTH, randomBytes);
  const statement = {
    sql: "INSERT INTO tokens (id, name, hash, scopes, created, expires) VALUES (?, ?, ?, ?, ?, ?)",
    values: [id, name, sha256(secret), scopes.join(" "), now, expires ?? null],
  };
  return { token: `dateline_${id}_${secret}`, statement };
}

/** All tokens there ever were, those that live first. */
export function listTokens(): SqlStatement {
  const sql =
    "SELECT id, name, scopes, created, expires, revoked, last_used FROM tokens ORDER BY revoked IS NOT NULL, name, created";
  return { sql, values: [] };
}

/** Ends the living token of that name, and with it the sessions it began; answers with a row where there was one. */
export function revokeToken(name: string, now: number): SqlStatement {
  return { sql: "UPDATE tokens SET revoked = ? WHERE name = ? AND revoked IS NULL RETURNING id", values: [now, name] };
}
