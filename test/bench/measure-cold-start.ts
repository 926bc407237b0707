import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Bundle } from "./build-bundle.ts";
import { median } from "./median.ts";
import type { Table } from "./print-table.ts";
import { progress } from "./progress.ts";
import { type ColdStart, startCold } from "./start-cold.ts";
import type { WorkerSettings } from "./worker-settings.ts";
import { type WorkerPlan, workerdConfig } from "./workerd-config.ts";

const ROUNDS = 9;

/** A Worker that says one word: what starting workerd costs by itself. */
const IDLE = `export default { fetch: () => new Response("feed") };`;

export type Shelf = { readonly name: string; readonly articles: number; readonly bundle: Bundle };

/** Every shelf and the idle Worker are started in turn, round after round; what is shown is a shelf's less the idle Worker's of the same round. */
export async function measureColdStart(
  folder: string,
  settings: WorkerSettings,
  shelves: readonly Shelf[],
): Promise<{ table: Table; extra: ReadonlyMap<Shelf, ColdStart> }> {
  const idlePath = join(folder, "idle.js");
  writeFileSync(idlePath, IDLE);
  const idle = writeConfig(folder, { name: "idle", module: idlePath, settings });
  const configs = shelves.map(({ name, bundle }) => writeConfig(folder, { name, module: bundle.path, settings }));
  const differences = new Map<Shelf, ColdStart[]>(shelves.map((shelf) => [shelf, []]));
  const idleStarts: ColdStart[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    progress(`cold starts, round ${round + 1} of ${ROUNDS}`);
    const base = await startCold(idle, "idle");
    idleStarts.push(base);
    for (const [index, shelf] of shelves.entries()) {
      const start = await startCold(configs[index] ?? "", shelf.name);
      differences.get(shelf)?.push(less(start, base));
    }
  }
  const extra = new Map([...differences].map(([shelf, starts]) => [shelf, middle(starts)]));
  const alone = middle(idleStarts);
  return { table: coldStartTable(shelves, extra, alone), extra };
}

function writeConfig(folder: string, plan: WorkerPlan): string {
  const path = join(folder, `${plan.name}.capnp`);
  writeFileSync(path, workerdConfig(folder, [plan]));
  return path;
}

function less(one: ColdStart, other: ColdStart): ColdStart {
  return {
    listening: one.listening - other.listening,
    firstFeed: one.firstFeed - other.firstFeed,
    cpu: one.cpu - other.cpu,
    memory: one.memory - other.memory,
  };
}

function middle(starts: readonly ColdStart[]): ColdStart {
  return {
    listening: median(starts.map(({ listening }) => listening)),
    firstFeed: median(starts.map(({ firstFeed }) => firstFeed)),
    cpu: median(starts.map(({ cpu }) => cpu)),
    memory: median(starts.map(({ memory }) => memory)),
  };
}

function coldStartTable(shelves: readonly Shelf[], extra: ReadonlyMap<Shelf, ColdStart>, alone: ColdStart): Table {
  const rows = shelves.map((shelf) => {
    const { listening, firstFeed, cpu, memory } = extra.get(shelf) ?? alone;
    const { bytes, gzippedBytes } = shelf.bundle;
    return [
      shelf.name,
      (bytes / 1_000).toFixed(0),
      (gzippedBytes / 1_000).toFixed(0),
      listening.toFixed(0),
      firstFeed.toFixed(0),
      (firstFeed - listening).toFixed(1),
      cpu.toFixed(0),
      (memory / 1e6).toFixed(0),
    ];
  });
  return {
    title: `Size of the bundle and cold start by shelf, medians of ${ROUNDS} interleaved rounds`,
    columns: ["", "KB", "gzip KB", "start ms", "feed ms", "render ms", "CPU ms", "memory MB"],
    rows,
    notes: [
      "start: until workerd listens, the Worker's modules having run (the platform allows 1000 ms). feed: until the first /rss.xml is there whole. render: between the two. CPU: all threads' until then.",
      `Each less the same for an idle Worker: ${alone.listening.toFixed(0)} ms, ${alone.firstFeed.toFixed(0)} ms, CPU ${alone.cpu.toFixed(0)} ms, ${(alone.memory / 1e6).toFixed(0)} MB of the whole process. Memory: the platform allows 128 MB an isolate.`,
    ],
  };
}
