import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SCOPES } from "../../desk/access/scopes.ts";
import { createToken, readToken, revokeToken, type SqlStatement } from "../../desk/tokens.ts";
import { ok, type Result } from "../../syntax/result.ts";
import type { RanSql, SqlFailure } from "../wrangler/run-sql.ts";
import { writeSecret } from "./write-secret.ts";

const NAME = "development";

/** The file lies beside the database that knows the token, so that both are deleted together. */
export const TOKEN_FILE = ".wrangler/state/dateline-token";

/**
 * The token of this machine's newsroom, made on first use. The file is trusted afterwards: to ask the database each
 * time would take seconds.
 */
export function developmentToken(
  root: string,
  setting: {
    readonly now: number;
    readonly randomBytes: (count: number) => Uint8Array;
    readonly run: (statement: SqlStatement) => RanSql;
  },
): Result<string, SqlFailure> {
  const file = join(root, TOKEN_FILE);
  const stored = existsSync(file) ? readFileSync(file, "utf8").trim() : "";
  if (readToken(stored)) return ok(stored);
  const { token, statement } = createToken({ name: NAME, scopes: SCOPES }, setting);
  let made = setting.run(statement);
  // The database has a token of this name, but its file was lost.
  if (!made.ok && /UNIQUE/.test(made.error.message)) {
    const revoked = setting.run(revokeToken(NAME, setting.now));
    made = revoked.ok ? setting.run(statement) : revoked;
  }
  if (!made.ok) return made;
  writeSecret(file, `${token}\n`);
  return ok(token);
}
