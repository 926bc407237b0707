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
  const module = writeIdle(folder);
  const pairs = contents.map((content) => {
    const { name, bundle } = content;
    const ours = writeConfig(folder, { name, module: bundle.path, assets: bundle.assets, settings });
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

/** The first requests of an isolate: of documents that a build makes, and of some that the Worker renders. */
export async function measureFirstAnswers(
  folder: string,
  settings: WorkerSettings,
  { name, bundle }: ContentIndex,
  paths: readonly string[],
): Promise<Table> {
  const module = writeIdle(folder);
  const ours = writeConfig(folder, { name, module: bundle.path, assets: bundle.assets, settings });
  const idle = writeConfig(folder, { name: `${name}-unread`, module, body: bundle.path, settings });
  const found = new Map(paths.map((path) => [path, [] as ColdStart[]]));
  for (let round = 0; round < ROUNDS; round++) {
    progress(`first answers, round ${round + 1} of ${ROUNDS}`);
    for (const [path, differences] of found) {
      const base = await startCold(idle, `${name}-unread`, path);
      differences.push(less(await startCold(ours, name, path), base));
    }
  }
  return {
    title: `The first request of an isolate with ${name}, medians of ${ROUNDS} interleaved rounds`,
    columns: ["", "answer ms", "CPU ms"],
    rows: [...found].map(([path, differences]) => {
      const { listening, firstFeed, answering } = middle(differences);
      return [path, (firstFeed - listening).toFixed(1), answering.toFixed(1)];
    }),
    notes: [
      "CPU: of all threads from the request to the last byte, brotli accepted. The free plan allows 10 ms a request.",
      "Each value is the difference from an idle Worker with the same bytes beside it, unread.",
    ],
  };
}

function writeIdle(folder: string): string {
  const module = join(folder, "idle.js");
  writeFileSync(module, IDLE);
  return module;
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
    answering: one.answering - other.answering,
    memory: one.memory - other.memory,
  };
}

function middle(starts: readonly ColdStart[]): ColdStart {
  return {
    listening: median(starts.map(({ listening }) => listening)),
    firstFeed: median(starts.map(({ firstFeed }) => firstFeed)),
    cpu: median(starts.map(({ cpu }) => cpu)),
    answering: median(starts.map(({ answering }) => answering)),
    memory: median(starts.map(({ memory }) => memory)),
  };
}

function coldStartTable(extra: ReadonlyMap<ContentIndex, ColdStart>): Table {
  const rows = [...extra].map(([{ name, bundle }, { listening, firstFeed, cpu, answering, memory }]) => [
    name,
    (bundle.bytes / 1_000).toFixed(0),
    (bundle.gzippedBytes / 1_000).toFixed(0),
    listening.toFixed(0),
    firstFeed.toFixed(0),
    (firstFeed - listening).toFixed(1),
    cpu.toFixed(0),
    answering.toFixed(1),
    (memory / 1e6).toFixed(0),
  ]);
  return {
    title: `Size of the bundle and cold start, medians of ${ROUNDS} interleaved rounds`,
    columns: ["", "KB", "gzip KB", "start ms", "feed ms", "answer ms", "CPU ms", "of the answer", "memory MB"],
    rows,
    notes: [
      "start: until workerd listens after running the Worker's modules (the platform allows 1000 ms). feed: until the first /rss.xml is complete.",
      "answer: between the two. CPU: of all threads until then, and of the first answer alone. memory: resident at that time (the platform allows 128 MB per isolate).",
      "Each value is the difference from an idle Worker with the same bytes beside it, unread.",
    ],
  };
}
