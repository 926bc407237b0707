import { mkdirSync, rmSync, statfsSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { readConfig } from "../../../src/http/config.ts";
import { artifactOf } from "../../fixtures/file-content.ts";
import type { BenchOptions } from "../bench-options.ts";
import { buildBundle } from "../build-bundle.ts";
import type { Table } from "../print-table.ts";
import { progress } from "../progress.ts";
import { residentMemory } from "../resident-memory.ts";
import type { WorkerSettings } from "../worker-settings.ts";
import { deskPublication } from "./desk-articles.ts";
import { type MeasuredDatabase, measurePublishing, measureReadings } from "./measure-newsroom.ts";
import { readingsOf, spotsOf } from "./newsroom-readings.ts";
import { type ArticleSnapshot, newsroomTables } from "./newsroom-tables.ts";
import { seedDatabase } from "./seed-database.ts";
import { databasePath, startNewsroom } from "./start-newsroom.ts";

const SIZES = [1_000, 100_000, 1_000_000];

/**
 * Measures the newsroom at several sizes in workerd with D1. `folder` has the sources to build from and receives the
 * databases.
 */
export async function benchNewsroom(
  folder: string,
  settings: WorkerSettings,
  { articles: sizes = SIZES, rounds }: Pick<BenchOptions, "articles" | "rounds">,
): Promise<readonly Table[]> {
  const { path: module } = await buildBundle(folder, settings, {
    name: "newsroom",
    entry: "test/bench/newsroom/newsroom-bench-worker.ts",
    content: { kind: "settings", text: artifactOf([], { publication: deskPublication }) },
  });
  refuseFullDisk(folder, sizes);
  const { division } = readConfig({ ...settings.vars });
  const databases: (MeasuredDatabase & ArticleSnapshot)[] = [];
  try {
    for (const articles of sizes) {
      const home = join(folder, `newsroom-${articles}`);
      mkdirSync(home);
      // Miniflare creates the file when the database is first used. Its rows are written while no process has it open.
      const empty = await startNewsroom(home, module, settings);
      await empty.ask({ path: "/rss.xml" });
      await empty.stop();
      const path = databasePath(home);
      progress(`seeding ${articles} articles`);
      const seeding = seedDatabase(path, articles, division);
      const db = new DatabaseSync(path, { readOnly: true });
      const readings = readingsOf(spotsOf(db));
      db.close();
      const newsroom = await startNewsroom(home, module, settings);
      await newsroom.ask({ path: "/rss.xml" });
      databases.push({ articles, newsroom, readings, seeding, memory: residentMemory(newsroom.pid) });
    }
    const readings = await measureReadings(databases, rounds);
    const memories = new Map(databases.map(({ articles, newsroom }) => [articles, residentMemory(newsroom.pid)]));
    const publishing = await measurePublishing(databases, rounds);
    return newsroomTables(databases, readings, memories, publishing);
  } finally {
    for (const { articles, newsroom } of databases) {
      await newsroom.stop();
      rmSync(join(folder, `newsroom-${articles}`), { recursive: true, force: true });
    }
  }
}

/** The approximate bytes of an article in the database, with its positions and words. */
const BYTES_EACH = 5_200;

function refuseFullDisk(folder: string, sizes: readonly number[]): void {
  const { bavail, bsize } = statfsSync(folder);
  const needed = sizes.reduce((sum, articles) => sum + articles * BYTES_EACH * 1.2, 0);
  if (needed > bavail * bsize)
    throw new Error(
      `the databases need ${(needed / 1e9).toFixed(1)} GB in ${folder}, which has ${((bavail * bsize) / 1e9).toFixed(1)}`,
    );
}
