import { hintAt } from "../../compile/nearest.ts";
import { type DeskScope, SCOPE_MEANINGS, SCOPES } from "../../desk/access/scopes.ts";
import { TOKEN_NAME, TOKEN_NAME_RULE } from "../../desk/tokens.ts";
import { readArguments } from "../console/read-arguments.ts";

export const TOKEN_USAGE = `Usage: npm run token -- make NAME --scopes SCOPE[,SCOPE…] [--days N] [--remote]
       npm run token -- list [--remote]
       npm run token -- revoke NAME [--remote]

Makes, lists and revokes the tokens by which programs and people are let in at the desk. A token is shown once, when it is made.

  --scopes     what it is for, with commas between:
${SCOPES.map((scope) => `               ${scope.padEnd(8)} ${SCOPE_MEANINGS[scope]}`).join("\n")}
  --days N     how long it lasts, from 1 to 3650; without it, until it is revoked
  --local      in the database on this machine, which wrangler dev uses; so it is without either
  --remote     in the database of the newsroom as it is deployed`;

export type TokenCommand = { readonly isRemote: boolean } & (
  | { readonly kind: "make"; readonly name: string; readonly scopes: readonly DeskScope[]; readonly days?: number }
  | { readonly kind: "list" }
  | { readonly kind: "revoke"; readonly name: string }
);

export type ReadTokenOptions =
  | { readonly kind: "command"; readonly command: TokenCommand }
  | { readonly kind: "help" }
  | { readonly kind: "mistake"; readonly message: string };

const OPTIONS = {
  scopes: { type: "string" },
  days: { type: "string" },
  local: { type: "boolean" },
  remote: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

export function readTokenOptions(args: readonly string[]): ReadTokenOptions {
  const parsed = readArguments(args, OPTIONS);
  if (typeof parsed === "string") return mistake(parsed);
  const { help, local, remote, scopes, days } = parsed.values;
  if (help) return { kind: "help" };
  const [action = "", name = "", extra] = parsed.positionals;
  if (local && remote) return mistake("--local or --remote: not both");
  const isRemote = remote ?? false;
  if (action !== "make" && (scopes ?? days) !== undefined) return mistake("--scopes and --days are for make");
  if (extra !== undefined) return mistake(`one name, in quotation marks where it has spaces: what is "${extra}"?`);
  if (action === "list") return name === "" ? command({ kind: "list", isRemote }) : mistake("list takes no name");
  if (action !== "make" && action !== "revoke")
    return mistake(`${action === "" ? "say what to do" : `"${action}" is no command`}: make, list or revoke`);
  if (!TOKEN_NAME.test(name))
    return mistake(`${name === "" ? "name the token" : `"${name}" is no name`}: ${TOKEN_NAME_RULE}`);
  return action === "make" ? readMake(name, scopes, days, isRemote) : command({ kind: "revoke", name, isRemote });
}

function readMake(name: string, scopes = "", days: string | undefined, isRemote: boolean): ReadTokenOptions {
  const written = [...new Set(scopes.split(/[\s,]+/).filter((each) => each !== ""))];
  const known = SCOPES.filter((scope) => written.includes(scope));
  const unknown = written.find((each) => !known.some((scope) => scope === each));
  if (unknown !== undefined)
    return mistake(`--scopes: "${unknown}" is none of ${SCOPES.join(", ")}${hintAt(unknown, SCOPES)}`);
  if (known.length === 0)
    return mistake(`--scopes: say what the token is for, with commas between: ${SCOPES.join(",")}`);
  if (days === undefined) return command({ kind: "make", name, scopes: known, isRemote });
  if (!/^[1-9]\d{0,3}$/.test(days) || Number(days) > 3_650)
    return mistake(`--days ${days}: expected a whole number from 1 to 3650`);
  return command({ kind: "make", name, scopes: known, days: Number(days), isRemote });
}

function command(value: TokenCommand): ReadTokenOptions {
  return { kind: "command", command: value };
}

function mistake(message: string): ReadTokenOptions {
  return { kind: "mistake", message };
}
