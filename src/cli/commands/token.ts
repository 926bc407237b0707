import { randomBytes } from "node:crypto";
import { hintAt } from "../../compile/nearest.ts";
import { type DeskScope, SCOPE_MEANINGS, SCOPES } from "../../desk/access/scopes.ts";
import { TOKEN_NAME, TOKEN_NAME_RULE } from "../../desk/tokens.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import { command, EXIT_OK, fail, runIfMain, type WrongUse } from "../console/command.ts";
import { runTokenCommand, type TokenCommand } from "../newsroom/token-commands.ts";
import { runSql } from "../wrangler/run-sql.ts";

/** `npm run token`: makes, lists and revokes tokens of the desk. A new token is printed alone on standard output. */
export const TOKEN = command({
  usage: [
    "npm run token -- make NAME --scopes SCOPE[,SCOPE…] [--days N] [--remote]",
    "npm run token -- list [--remote]",
    "npm run token -- revoke NAME [--remote]",
  ],
  about:
    "Makes, lists and revokes the tokens that give programs and people access to the desk. A token is shown once, when it is made.",
  options: {
    scopes: {
      type: "text",
      value: "SCOPES",
      about: `what it is for, separated by commas:\n${SCOPES.map((scope) => `${scope.padEnd(8)} ${SCOPE_MEANINGS[scope]}`).join("\n")}`,
    },
    days: {
      type: "number",
      value: "N",
      about: "how long it is valid; without it, until it is revoked",
      min: 1,
      max: 3_650,
    },
    local: { type: "flag", about: "in the database on this machine, which wrangler dev uses: the default" },
    remote: { type: "flag", about: "in the database of the deployed newsroom" },
  },
  positionals: {
    max: 2,
    unexpected: (extra) => `one name, in quotation marks if it has spaces: what is "${extra}"?`,
  },
  exits: { 0: "done", 1: "the database failed, or has no such token" },
  read: (given): Result<TokenCommand, WrongUse> => {
    const wrong = (message: string) => err({ message });
    const [action = "", name = ""] = given.positionals;
    const [scopes, days] = [given.text("scopes"), given.number("days")];
    if (given.flag("local") && given.flag("remote")) return wrong("--local or --remote: not both");
    const isRemote = given.flag("remote");
    if (action !== "make" && (scopes ?? days) !== undefined) return wrong("--scopes and --days are for make");
    if (action === "list") return name === "" ? ok({ kind: "list", isRemote }) : wrong("list takes no name");
    if (action !== "make" && action !== "revoke")
      return wrong(`${action === "" ? "say what to do" : `"${action}" is not a command`}: make, list or revoke`);
    if (!TOKEN_NAME.test(name))
      return wrong(`${name === "" ? "name the token" : `"${name}" is not a name`}: ${TOKEN_NAME_RULE}`);
    if (action === "revoke") return ok({ kind: "revoke", name, isRemote });
    const read = readScopes(scopes);
    return read.ok
      ? ok({ kind: "make", name, scopes: read.value, ...(days !== undefined && { days }), isRemote })
      : read;
  },
  run: (asked) => {
    const outcome = runTokenCommand(asked, {
      now: Date.now(),
      randomBytes,
      run: (statement) => runSql(statement, asked.isRemote),
    });
    if (!outcome.ok) return fail(outcome.error.message);
    const { note, output } = outcome.value;
    if (note !== undefined) console.error(note);
    console.log(output);
    return EXIT_OK;
  },
});

function readScopes(scopes = ""): Result<readonly DeskScope[], WrongUse> {
  const written = [...new Set(scopes.split(/[\s,]+/).filter((each) => each !== ""))];
  const known = SCOPES.filter((scope) => written.includes(scope));
  const unknown = written.find((each) => !known.some((scope) => scope === each));
  if (unknown !== undefined)
    return err({ message: `--scopes: "${unknown}" is none of ${SCOPES.join(", ")}${hintAt(unknown, SCOPES)}` });
  if (known.length === 0)
    return err({ message: `--scopes: say what the token is for, separated by commas: ${SCOPES.join(",")}` });
  return ok(known);
}

await runIfMain(import.meta, TOKEN);
