import { randomBytes } from "node:crypto";
import { PUBLICATION_FILE } from "../../compile/content-sources.ts";
import { ok } from "../../syntax/result.ts";
import { command, EXIT_OK, fail, runIfMain } from "../console/command.ts";
import { showProgress } from "../console/progress.ts";
import { openDesk } from "../desk-client/desk-client.ts";
import { developmentToken, TOKEN_FILE } from "../newsroom/development-token.ts";
import { variableFiles } from "../newsroom/hub-secret.ts";
import { freePort, keepTime, knowsToken, untilReady } from "../newsroom/local-worker.ts";
import { seedNewsroom } from "../newsroom/seed/seed-newsroom.ts";
import { runSql } from "../wrangler/run-sql.ts";
import { endOf, runWrangler, startQuietly } from "../wrangler/run-wrangler.ts";

const DEFAULT_PORT = 8787;

export type NewsroomOptions = { readonly port: number; readonly allowLoopback: boolean; readonly seed: boolean };

/** `npm run newsroom`: a newsroom on this machine. */
export const NEWSROOM = command({
  usage: ["npm run newsroom [-- --port N] [--allow-loopback] [--seed]"],
  about: `Starts a newsroom on this machine, without an account: the Worker, its database, its bucket and its queue, all
stored in .wrangler/. Prints a token for its desk.`,
  options: {
    port: {
      type: "number",
      value: "N",
      about: "the port to listen on; 0 takes any free port",
      default: DEFAULT_PORT,
      min: 0,
      max: 65_535,
    },
    "allow-loopback": {
      type: "flag",
      about: "accept subscribers on this machine (http, any port), to try out the hub; a deployed hub refuses them",
    },
    seed: {
      type: "flag",
      about: "send it 200 varied articles and some subscribers; implies --allow-loopback",
    },
  },
  exits: { 0: "the newsroom was ended", 1: "it could not be started, or failed" },
  read: (given) => {
    const seed = given.flag("seed");
    return ok({
      port: given.number("port") ?? DEFAULT_PORT,
      allowLoopback: seed || given.flag("allow-loopback"),
      seed,
    });
  },
  run: startNewsroom,
});

async function startNewsroom({ port: wanted, ...options }: NewsroomOptions): Promise<number> {
  const port = await freePort(wanted);
  if (port === undefined)
    return fail(`Port ${wanted} is in use. Choose another: npm run newsroom -- --port ${wanted + 1}`);
  const migrated = runWrangler(["d1", "migrations", "apply", "DB", "--env", "newsroom", "--local"]);
  if (migrated.exitCode !== 0) return fail(describe(migrated.output));
  const token = developmentToken(process.cwd(), {
    now: Date.now(),
    randomBytes,
    run: (statement) => runSql(statement, false),
  });
  if (!token.ok) return fail(describe(token.error.message));
  return serve(port, token.value, options);
}

async function serve(
  port: number,
  token: string,
  { allowLoopback, seed }: Omit<NewsroomOptions, "port">,
): Promise<number> {
  const where = ["--ip", "127.0.0.1", "--port", String(port), "--inspector-port", "0"];
  const hub = variableFiles(process.cwd(), randomBytes).flatMap((file) => ["--env-file", file]);
  const loopback = allowLoopback ? ["--var", "HUB_ALLOW_LOOPBACK:true"] : [];
  const child = startQuietly(["dev", "--env", "newsroom", ...where, ...hub, ...loopback]);
  let isEnding = false;
  // A terminal sends Ctrl-C to both processes. Any other sender of a signal may know this process only.
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
    console.log(isKnown ? greeting(origin, token) : unknownToken(origin));
    if (isKnown && seed) await fill(origin, token, ended.signal);
  }
  const code = await end;
  return isEnding ? EXIT_OK : code;
}

/** Seeds the newsroom that was just started. If that fails, the newsroom runs on with what it has. */
async function fill(origin: string, token: string, stop: AbortSignal): Promise<void> {
  const progress = showProgress(process.stderr);
  const desk = openDesk({ origin, token, stop });
  const seeded = await seedNewsroom(desk, { publication: PUBLICATION_FILE, now: Date.now(), progress, stop });
  if (seeded.ok) console.log(seeded.value.message);
  else if (!stop.aborted) fail(["The newsroom could not be seeded:", ...seeded.error.lines]);
}

function greeting(origin: string, token: string): string {
  return `
The newsroom is at ${origin}, its desk at ${origin}/desk/. Scheduled changes are applied once a minute.
The token of this machine (stored in ${TOKEN_FILE}):

  export ADDRESS=${origin}
  export TOKEN=${token}
  curl -H "Authorization: Bearer $TOKEN" $ADDRESS/desk/articles
`;
}

/** For a database that was deleted while the token's file was not, or a token that was revoked. */
function unknownToken(origin: string): string {
  return `
The newsroom is at ${origin}, but its database does not know the token in ${TOKEN_FILE}.
Stop the newsroom, delete that file, and start it again: a new token will be made.
`;
}

/** What wrangler said, with what to do about it if that is known. */
function describe(output: string): string {
  const isLocked = /SQLITE_BUSY|database is locked/i.test(output);
  const advice = "The database is in use: a newsroom already runs in this folder. Stop that one, or use it.";
  return isLocked ? `${output}\n\n${advice}` : `${output}\n\nThe database in .wrangler/ could not be prepared.`;
}

await runIfMain(import.meta, NEWSROOM);
