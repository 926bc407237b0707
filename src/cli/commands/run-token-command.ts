import * as z from "zod";
import { createToken, listTokens, revokeToken, type SqlStatement } from "../../desk/tokens.ts";
import type { RandomBytes } from "../../syntax/random-id.ts";
import type { RanSql, Row } from "../run-sql.ts";
import type { TokenCommand } from "./token-options.ts";

type Setting = {
  readonly now: number;
  readonly randomBytes: RandomBytes;
  readonly run: (statement: SqlStatement) => RanSql;
};

/** `output` is for a program that goes on with it, `note` for whoever reads along. */
export type TokenOutcome =
  | { readonly ok: true; readonly output: string; readonly note?: string }
  | { readonly ok: false; readonly message: string };

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

function make(command: Extract<TokenCommand, { kind: "make" }>, { now, randomBytes, run }: Setting): TokenOutcome {
  const { name, scopes, days } = command;
  const expires = days === undefined ? undefined : now + days * DAY;
  const { token, statement } = createToken({ name, scopes, expires }, { now, randomBytes });
  const ran = run(statement);
  if (!ran.ok) return refused(ran.message, command);
  const until = expires === undefined ? "until it is revoked" : `until ${dayOf(expires)}`;
  return {
    ok: true,
    output: token,
    note: `This is shown once: keep it safe. "${name}" may ${scopes.join(", ")}, ${until}.`,
  };
}

function list(command: TokenCommand, { now, run }: Setting): TokenOutcome {
  const ran = run(listTokens());
  if (!ran.ok) return refused(ran.message, command);
  return {
    ok: true,
    output: ran.rows.length === 0 ? "There are no tokens." : ran.rows.map((row) => describe(row, now)).join("\n"),
  };
}

function revoke(command: Extract<TokenCommand, { kind: "revoke" }>, { now, run }: Setting): TokenOutcome {
  const ran = run(revokeToken(command.name, now));
  if (!ran.ok) return refused(ran.message, command);
  if (ran.rows.length === 0)
    return {
      ok: false,
      message: `There is no token "${command.name}" to revoke. npm run token -- list shows those there are.`,
    };
  return { ok: true, output: `Revoked "${command.name}", and signed out whoever was signed in with it.` };
}

/** The database's own words, where it is not one of the things that are bound to happen. */
function refused(message: string, command: TokenCommand): TokenOutcome {
  if (/no such table/.test(message)) {
    const place = command.isRemote ? "--remote" : "--local";
    const order = `npx wrangler d1 migrations apply DB --env newsroom ${place}`;
    return {
      ok: false,
      message: `The database has no tables for tokens yet. Run this, and then the command again:\n\n  ${order}`,
    };
  }
  if (/UNIQUE constraint failed: tokens\.name/.test(message) && command.kind === "make")
    return { ok: false, message: `There is a token "${command.name}" already. Take another name, or revoke it first.` };
  return { ok: false, message };
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
