import { randomBytes } from "node:crypto";
import { developmentToken, TOKEN_FILE } from "../newsroom/development-token.ts";
import { freePort } from "../newsroom/free-port.ts";
import { variableFiles } from "../newsroom/hub-secret.ts";
import { keepTime } from "../newsroom/keep-time.ts";
import { knowsToken, untilReady } from "../newsroom/until-ready.ts";
import { runSql } from "../run-sql.ts";
import { endOf, runWrangler, startWrangler } from "../run-wrangler.ts";
import { NEWSROOM_USAGE, readNewsroomOptions } from "./newsroom-options.ts";

/**
 * `npm run newsroom`: a newsroom on this machine.
 * Exit codes: 0 it was ended; 1 it could not be started, or broke down; 2 the command is to be changed.
 */
process.exitCode = await run(process.argv.slice(2));

async function run(args: readonly string[]): Promise<number> {
  const read = readNewsroomOptions(args);
  if (read.kind === "help") {
    console.log(NEWSROOM_USAGE);
    return 0;
  }
  if (read.kind === "mistake") return refuse(`${read.message}\n\n${NEWSROOM_USAGE}`, 2);
  const port = await freePort(read.port);
  if (port === undefined)
    return refuse(`Port ${read.port} is taken. Name another: npm run newsroom -- --port ${read.port + 1}`, 1);
  const migrated = runWrangler(["d1", "migrations", "apply", "DB", "--env", "newsroom", "--local"]);
  if (migrated.exitCode !== 0) return refuse(describe(migrated.output), 1);
  const made = developmentToken(process.cwd(), {
    now: Date.now(),
    randomBytes,
    run: (statement) => runSql(statement, false),
  });
  if (!made.ok) return refuse(describe(made.message), 1);
  return serve(port, made.token, read.allowLoopback);
}

async function serve(port: number, token: string, allowLoopback: boolean): Promise<number> {
  const where = ["--ip", "127.0.0.1", "--port", String(port), "--inspector-port", "0"];
  const hub = variableFiles(process.cwd(), randomBytes).flatMap((file) => ["--env-file", file]);
  const loopback = allowLoopback ? ["--var", "HUB_ALLOW_LOOPBACK:true"] : [];
  const child = startWrangler(["dev", "--env", "newsroom", ...where, ...hub, ...loopback]);
  let isEnding = false;
  // The terminal sends Ctrl-C to both of us; whoever else wants an end may know of us only.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => {
      isEnding = true;
      if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
    });
  const ended = new AbortController();
  const end = endOf(child).finally(() => ended.abort());
  const origin = `http://localhost:${port}`;
  if (await untilReady(origin, ended.signal)) {
    const stopClock = keepTime(origin);
    ended.signal.addEventListener("abort", stopClock);
    const isKnown = await knowsToken(origin, token, ended.signal);
    console.log(isKnown ? greeting(origin, token) : stranger(origin));
  }
  const code = await end;
  return isEnding ? 0 : code;
}

function greeting(origin: string, token: string): string {
  return `
The newsroom is at ${origin}, its desk at ${origin}/desk/. What has come due is settled each minute.
The token of this machine (kept in ${TOKEN_FILE}):

  export ADDRESS=${origin}
  export TOKEN=${token}
  curl -H "Authorization: Bearer $TOKEN" $ADDRESS/desk/articles
`;
}

/** The database was taken away and the token left, or somebody revoked it. */
function stranger(origin: string): string {
  return `
The newsroom is at ${origin}, but its database does not know the token in ${TOKEN_FILE}.
End it, delete that file, and start again: a new token will be made.
`;
}

/** wrangler's own words, with what to do about it where that is known. */
function describe(output: string): string {
  const isLocked = /SQLITE_BUSY|database is locked/i.test(output);
  const advice = "The database is in use: a newsroom runs in this folder already. End it, or use it.";
  return isLocked ? `${output}\n\n${advice}` : `${output}\n\nThe database in .wrangler/ could not be made ready.`;
}

function refuse(message: string, exitCode: number): number {
  console.error(message);
  return exitCode;
}
