import { randomBytes } from "node:crypto";
import { globSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { createToken } from "../../../src/desk/tokens.ts";
import { buildBundle } from "../build-bundle.ts";
import { databasePath, type RunningNewsroom, startNewsroom } from "../newsroom/start-newsroom.ts";
import { copySources } from "../scratch-folder.ts";
import { readWorkerSettings } from "../worker-settings.ts";

/** A newsroom of one checkout, with the token of a publisher. */
export type RunningDesk = RunningNewsroom & { readonly token: string };

const LIMITS = ["TOKEN_LIMIT", "ANONYMOUS_LIMIT", "HUB_LIMIT"];
const BINDINGS = {
  r2Buckets: { FILES: "media" },
  queueProducers: { ANNOUNCEMENTS: "announcements", DELIVERIES: "deliveries" },
  // High enough that no request of the measurement is refused.
  ratelimits: Object.fromEntries(
    LIMITS.map((name) => [name, { namespace_id: name, simple: { limit: 1_000_000, period: 60 as const } }]),
  ),
};

/** Builds the newsroom of a checkout with that checkout's own dependencies and starts it over an empty database. */
export async function startDesk(checkout: string, name: string): Promise<RunningDesk> {
  const folder = copySources(checkout);
  const settings = readWorkerSettings(checkout, "newsroom");
  const { path } = await buildBundle(folder, settings, {
    name,
    entry: "src/newsroom-worker.ts",
    content: { kind: "newsroom" },
  });
  const home = join(folder, "state");
  mkdirSync(home);
  // Miniflare makes the database's file when the database is first used. The tables are written while nobody has it
  // open.
  const empty = await startNewsroom(home, path, settings, BINDINGS);
  await empty.ask({ path: "/rss.xml" });
  await empty.stop();
  const { token, statement } = createToken(
    { name: "bench", scopes: ["read", "write", "publish"] },
    { now: Date.now(), randomBytes: (count) => randomBytes(count) },
  );
  const db = new DatabaseSync(databasePath(home));
  for (const file of globSync("src/**/migrations/*.sql", { cwd: folder }).sort())
    db.exec(readFileSync(join(folder, file), "utf8"));
  db.prepare(statement.sql).run(...statement.values);
  db.close();
  return { ...(await startNewsroom(home, path, settings, BINDINGS)), token };
}
