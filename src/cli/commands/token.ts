import { randomBytes } from "node:crypto";
import { runSql } from "../run-sql.ts";
import { runTokenCommand } from "./run-token-command.ts";
import { readTokenOptions, TOKEN_USAGE } from "./token-options.ts";

/**
 * `npm run token`: makes, lists and revokes tokens of the desk. What it makes stands alone on its standard output.
 * Exit codes: 0 done; 1 the database would not; 2 the command is to be changed.
 */
process.exitCode = run(process.argv.slice(2));

function run(args: readonly string[]): number {
  const read = readTokenOptions(args);
  if (read.kind === "help") {
    console.log(TOKEN_USAGE);
    return 0;
  }
  if (read.kind === "mistake") {
    console.error(`${read.message}\n\n${TOKEN_USAGE}`);
    return 2;
  }
  const { command } = read;
  const outcome = runTokenCommand(command, {
    now: Date.now(),
    randomBytes,
    run: (statement) => runSql(statement, command.isRemote),
  });
  if (!outcome.ok) {
    console.error(outcome.message);
    return 1;
  }
  if (outcome.note !== undefined) console.error(outcome.note);
  console.log(outcome.output);
  return 0;
}
