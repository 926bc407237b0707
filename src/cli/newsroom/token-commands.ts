import * as z from "zod";
import { allows, type DeskScope, SCOPE_MEANINGS } from "../../desk/access/scopes.ts";
import { createToken, listTokens, revokeToken, type SqlStatement } from "../../desk/tokens.ts";
import type { RandomBytes } from "../../syntax/random-id.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import type { RanSql, Row, SqlFailure } from "../wrangler/run-sql.ts";

/** What `npm run token` was asked for. `isRemote`: in the database of the deployed newsroom. */
export type TokenCommand = { readonly isRemote: boolean } & (
  | { readonly kind: "make"; readonly name: string; readonly scopes: readonly DeskScope[]; readonly days?: number }
  | { readonly kind: "list" }
  | { readonly kind: "revoke"; readonly name: string }
);

type Setting = {
  readonly now: number;
  readonly randomBytes: RandomBytes;
  readonly run: (statement: SqlStatement) => RanSql;
};

/** `output` is for standard output, which a program may read. `note` is for a person. */
export type TokenOutcome = Result<{ readonly output: string; readonly note?: string }, SqlFailure>;

const DAY = 86_400_000;

export function runTokenCommand(command: TokenCommand, setting: Setting): TokenOutcome {
  switch (command.kind) {
    case "make":
      return make(command, setting);
    case "list":
      return list(command, setting);
    case "revoke":
      return revoke(command, setting);
  }
}

/** What people expect of a token for writers, and is a scope of its own. */
const LIMITS: readonly { readonly scope: DeskScope; readonly limit: string }[] = [
  { scope: "publish", limit: "It cannot publish: that takes --scopes publish." },
  { scope: "media", limit: "It cannot upload files: that takes --scopes media as well." },
];

function make(command: Extract<TokenCommand, { kind: "make" }>, { now, randomBytes, run }: Setting): TokenOutcome {
  const { name, scopes, days } = command;
  const expires = days === undefined ? undefined : now + days * DAY;
  const { token, statement } = createToken({ name, scopes, expires }, { now, randomBytes });
  const ran = run(statement);
  if (!ran.ok) return refused(ran.error.message, command);
  const until = expires === undefined ? "until it is revoked" : `until ${dayOf(expires)}`;
  const meanings = scopes.map((scope) => `  ${scope}: ${SCOPE_MEANINGS[scope]}`);
  const limits = LIMITS.filter(({ scope }) => !allows(scopes, [scope])).map(({ limit }) => `  ${limit}`);
  const note = [`This is shown once: keep it safe. "${name}" may, ${until}:`, ...meanings, ...limits].join("\n");
  return ok({ output: token, note });
}

function list(command: TokenCommand, { now, run }: Setting): TokenOutcome {
  const ran = run(listTokens());
  if (!ran.ok) return refused(ran.error.message, command);
  const rows = ran.value;
  return ok({ output: rows.length === 0 ? "There are no tokens." : rows.map((row) => describe(row, now)).join("\n") });
}

function revoke(command: Extract<TokenCommand, { kind: "revoke" }>, { now, run }: Setting): TokenOutcome {
  const ran = run(revokeToken(command.name, now));
  if (!ran.ok) return refused(ran.error.message, command);
  if (ran.value.length === 0)
    return err({ message: `There is no token "${command.name}" to revoke. npm run token -- list shows all tokens.` });
  return ok({ output: `Revoked "${command.name}", and ended the sessions that were opened with it.` });
}

/** What to do about the failures that are expected; what the database said for all others. */
function refused(message: string, command: TokenCommand): TokenOutcome {
  if (/no such table/.test(message)) {
    const place = command.isRemote ? "--remote" : "--local";
    const order = `npx wrangler d1 migrations apply DB --env newsroom ${place}`;
    const message = `The database has no tables for tokens yet. Run this, and then the command again:\n\n  ${order}`;
    return err({ message });
  }
  if (/UNIQUE constraint failed: tokens\.name/.test(message) && command.kind === "make")
    return err({ message: `There already is a token "${command.name}". Choose another name, or revoke it first.` });
  return err({ message });
}

const rowSchema = z.object({
  id: z.string(),
  name: z.string(),
  scopes: z.string(),
  created: z.number(),
  expires: z.number().nullable(),
  revoked: z.number().nullable(),
  last_used: z.number().nullable(),
});

function describe(row: Row, now: number): string {
  const { id, name, scopes, created, expires, revoked, last_used } = rowSchema.parse(row);
  const isOver = expires !== null && expires <= now;
  const facts = [
    `${name}: ${scopes.replaceAll(" ", ", ")}`,
    `id ${id}`,
    `made ${dayOf(created)}`,
    last_used === null ? "never used" : `last used ${dayOf(last_used)}`,
    ...(revoked === null ? [] : [`revoked ${dayOf(revoked)}`]),
    ...(expires === null || revoked !== null ? [] : [`${isOver ? "expired" : "expires"} ${dayOf(expires)}`]),
  ];
  return facts.join("; ");
}

function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
