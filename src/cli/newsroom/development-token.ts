import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SCOPES } from "../../desk/access/scopes.ts";
import { createToken, readToken, revokeToken, type SqlStatement } from "../../desk/tokens.ts";
import type { RanSql } from "../run-sql.ts";
import { writeSecret } from "./write-secret.ts";

const NAME = "development";

/** Beside the database that knows it, so that whoever throws away the one throws away the other. */
export const TOKEN_FILE = ".wrangler/state/dateline-token";

export type DevelopmentToken =
  | { readonly ok: true; readonly token: string }
  | { readonly ok: false; readonly message: string };

/** The token of this machine's newsroom. It is made once: asking the database each time whether it still knows it would take seconds. */
export function developmentToken(
  root: string,
  setting: {
    readonly now: number;
    readonly randomBytes: (count: number) => Uint8Array;
    readonly run: (statement: SqlStatement) => RanSql;
  },
): DevelopmentToken {
  const file = join(root, TOKEN_FILE);
  const kept = existsSync(file) ? readFileSync(file, "utf8").trim() : "";
  if (readToken(kept)) return { ok: true, token: kept };
  const { token, statement } = createToken({ name: NAME, scopes: SCOPES }, setting);
  let made = setting.run(statement);
  // The file was lost, and its token is good for nobody now.
  if (!made.ok && /UNIQUE/.test(made.message)) {
    const revoked = setting.run(revokeToken(NAME, setting.now));
    made = revoked.ok ? setting.run(statement) : revoked;
  }
  if (!made.ok) return made;
  writeSecret(file, `${token}\n`);
  return { ok: true, token };
}
