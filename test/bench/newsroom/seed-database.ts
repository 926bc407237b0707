import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync, type StatementSync } from "node:sqlite";
import type { Division } from "../../../src/store/history.ts";
import { progress } from "../progress.ts";
import { REPOSITORY } from "../scratch-folder.ts";
import { deskArticles } from "./desk-articles.ts";
import { historyRows, INSERTS } from "./history-rows.ts";

const MIGRATIONS = join(REPOSITORY, "src/store/d1/migrations");
const IN_ONE_TRANSACTION = 20_000;

export type Seeding = { readonly seconds: number; readonly bytes: number };

/**
 * Fills the file of an empty D1 database with a history of `articles` articles. Rows are inserted in the order of
 * publishing, so that they lie in the file as publishing leaves them. Writes do not wait for the disk, because an
 * interrupted seeding starts again.
 */
export function seedDatabase(path: string, articles: number, division: Division): Seeding {
  const begin = performance.now();
  const db = new DatabaseSync(path);
  db.exec(
    "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000; PRAGMA locking_mode = EXCLUSIVE",
  );
  applyMigrations(db);
  const inserts = Object.fromEntries(Object.entries(INSERTS).map(([table, sql]) => [table, db.prepare(sql)])) as Record<
    keyof typeof INSERTS,
    StatementSync
  >;
  let written = 0;
  db.exec("BEGIN");
  for (const { table, values } of historyRows(deskArticles(articles), division)) {
    if (table === "articles" && ++written % IN_ONE_TRANSACTION === 0) {
      db.exec("COMMIT; BEGIN");
      if (written % 100_000 === 0) progress(`seeding: ${written} of ${articles} articles`);
    }
    inserts[table].run(...values);
  }
  db.exec("COMMIT");
  db.close();
  return { seconds: (performance.now() - begin) / 1_000, bytes: statSync(path).size };
}

/** Makes the tables of an empty database. */
export function applyMigrations(db: DatabaseSync): void {
  for (const name of readdirSync(MIGRATIONS).sort()) db.exec(readFileSync(join(MIGRATIONS, name), "utf8"));
}
