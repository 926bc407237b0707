import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Bundle } from "./build-bundle.ts";
import { median } from "./median.ts";
import type { Table } from "./print-table.ts";
import { progress } from "./progress.ts";
import { type ColdStart, startCold } from "./start-cold.ts";
import type { WorkerSettings } from "./worker-settings.ts";
import { type WorkerPlan, workerdConfig } from "./workerd-config.ts";

const ROUNDS = 7;

/**
 * A Worker that returns one word. The bundle is beside it but not read, because workerd loads a large file of its
 * configuration slowly.
 */
const IDLE = `export default { fetch: () => new Response("feed") };`;

export type ContentIndex = { readonly name: string; readonly articles: number; readonly bundle: Bundle };

/**
 * Starts every bundle and its idle Worker in turn, round after round. The result is the difference of the two in the
 * same round.
 */
export async function measureColdStart(
  folder: string,
  settings: WorkerSettings,
  contents: readonly ContentIndex[],
): Promise<{ table: Table; extra: ReadonlyMap<ContentIndex, ColdStart> }> {
  const module = join(folder, "idle.js");
  writeFileSync(module, IDLE);
  const pairs = contents.map((content) => {
    const { name, bundle } = content;
    const ours = writeConfig(folder, { name, module: bundle.path, settings });
    const idle = writeConfig(folder, { name: `${name}-unread`, module, body: bundle.path, settings });
    const differences: ColdStart[] = [];
    return { content, ours, idle, differences };
  });
  for (let round = 0; round < ROUNDS; round++) {
    progress(`cold starts, round ${round + 1} of ${ROUNDS}`);
    for (const { content, ours, idle, differences } of pairs) {
      const base = await startCold(idle, `${content.name}-unread`);
      differences.push(less(await startCold(ours, content.name), base));
    }
  }
  const extra = new Map(pairs.map(({ content, differences }) => [content, middle(differences)]));
  return { table: coldStartTable(extra), extra };
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

function coldStartTable(extra: ReadonlyMap<ContentIndex, ColdStart>): Table {
  const rows = [...extra].map(([{ name, bundle }, { listening, firstFeed, cpu, memory }]) => [
    name,
    (bundle.bytes / 1_000).toFixed(0),
    (bundle.gzippedBytes / 1_000).toFixed(0),
    listening.toFixed(0),
    firstFeed.toFixed(0),
    (firstFeed - listening).toFixed(1),
    cpu.toFixed(0),
    (memory / 1e6).toFixed(0),
  ]);
  return {
    title: `Size of the bundle and cold start, medians of ${ROUNDS} interleaved rounds`,
    columns: ["", "KB", "gzip KB", "start ms", "feed ms", "render ms", "CPU ms", "memory MB"],
    rows,
    notes: [
      "start: until workerd listens after running the Worker's modules (the platform allows 1000 ms). feed: until the first /rss.xml is complete.",
      "render: between the two. CPU: of all threads until then. memory: resident at that time (the platform allows 128 MB per isolate).",
      "Each value is the difference from an idle Worker with the same bytes beside it, unread.",
    ],
  };
}
