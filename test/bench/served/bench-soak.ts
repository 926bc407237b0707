import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pseudoRandom } from "../../../src/cli/newsroom/seed/pseudo-random.ts";
import { fetchPlainly } from "../fetch-plainly.ts";
import { quantile } from "../median.ts";
import type { Table } from "../print-table.ts";
import { progress } from "../progress.ts";
import { residentMemory } from "../resident-memory.ts";
import { startWorkerd } from "../start-workerd.ts";
import { type WorkerPlan, workerdConfig } from "../workerd-config.ts";
import { type BuiltFolder, buildFolder } from "./built-folder.ts";
import { generateFolder } from "./generated-files.ts";
import { type KnownPaths, mixedRequest, readKnownPaths } from "./mixed-requests.ts";

const ARTICLES = 20_000;
const MAX_COMPILED = 200_000;
const AT_ONCE = 4;
/** In milliseconds: an isolate that has just started gets a few requests this often. */
const COLD_EVERY = 10_000;
const COLD_REQUESTS = 10;
const MINUTE = 60_000;

/**
 * V8 ends the process if the JavaScript heap passes this. The platform ends an isolate at 128 MB, which also count what
 * is not on the heap.
 */
const V8_FLAGS = ["--max-old-space-size=100"];

/** `answers` is the number of answers by the first digit of their status. */
type Minute = {
  readonly resident: number;
  readonly p99: number;
  readonly answers: readonly number[];
  readonly cold: number;
};

/**
 * Sends mixed requests for some minutes to one isolate with little memory, and to isolates that have just started. An
 * isolate that dies ends the measurement with an error.
 */
export async function benchSoak(
  [articles = ARTICLES]: readonly number[] = [],
  minutes: number,
): Promise<readonly Table[]> {
  const name = `soak-${articles}`;
  const built = articles > MAX_COMPILED ? await generateFolder(articles, name) : await buildFolder(articles, { name });
  const config = writeConfig(built);
  const workerd = await startWorkerd(config, ["service"]);
  try {
    const port = workerd.ports.get("service") ?? 0;
    const known = await readKnownPaths(port);
    const first = residentMemory(workerd.pid);
    const found: Minute[] = [];
    const end = performance.now() + minutes * MINUTE;
    for (let minute = 0; performance.now() < end; minute += 1) {
      const until = Math.min(end, performance.now() + MINUTE);
      const [warm, cold] = await Promise.all([
        sendUntil(until, port, known, minute),
        startColdUntil(until, config, known, minute),
      ]);
      const resident = residentMemory(workerd.pid);
      if (Number.isNaN(resident)) throw new Error(`workerd is gone after ${minute + 1} minutes`);
      found.push({ resident, ...warm, cold });
      progress(`soak: minute ${minute + 1}: ${(resident / 1e6).toFixed(0)} MB, ${warm.answers[5]} failed`);
    }
    return [soakTable(articles, first, found)];
  } finally {
    await workerd.stop();
  }
}

function writeConfig({ bundle, folder, settings }: BuiltFolder): string {
  const plan: WorkerPlan = { name: "service", module: bundle.path, assets: bundle.assets, settings };
  const config = join(folder, "soak.capnp");
  writeFileSync(config, workerdConfig(folder, [plan], { v8Flags: V8_FLAGS }));
  return config;
}

async function sendUntil(end: number, port: number, known: KnownPaths, minute: number) {
  const answers = [0, 0, 0, 0, 0, 0];
  const latencies: number[] = [];
  const sendNext = async (client: number) => {
    const random = pseudoRandom(minute * AT_ONCE + client);
    while (performance.now() < end) {
      const { path, headers } = mixedRequest(random, known);
      const begin = performance.now();
      const { status } = await fetchPlainly(port, path, headers);
      latencies.push(performance.now() - begin);
      const digit = Math.floor(status / 100);
      answers[digit] = (answers[digit] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, (_, client) => sendNext(client)));
  return { p99: quantile(latencies, 0.99), answers };
}

/** Starts isolates one after the other, each for a few requests. Returns their number. */
async function startColdUntil(end: number, config: string, known: KnownPaths, minute: number): Promise<number> {
  const random = pseudoRandom(1_000_000 + minute);
  let started = 0;
  while (performance.now() + COLD_EVERY < end) {
    const workerd = await startWorkerd(config, ["service"]);
    started += 1;
    try {
      for (let count = 0; count < COLD_REQUESTS; count += 1) {
        const { path, headers } = mixedRequest(random, known);
        const { status } = await fetchPlainly(workerd.ports.get("service") ?? 0, path, headers);
        if (status >= 500) throw new Error(`a new isolate answered ${path} with ${status}`);
      }
    } finally {
      await workerd.stop();
    }
    await new Promise((resolve) => setTimeout(resolve, COLD_EVERY));
  }
  return started;
}

function soakTable(articles: number, first: number, minutes: readonly Minute[]): Table {
  const failed = minutes.reduce((sum, { answers }) => sum + (answers[5] ?? 0), 0);
  const megabytes = (bytes: number) => (bytes / 1e6).toFixed(0);
  // The first minute fills the caches.
  const [, second = minutes[0], ...later] = minutes;
  const grown = ((later.at(-1) ?? second)?.resident ?? 0) - (second?.resident ?? 0);
  return {
    title: `Soak: ${articles} articles, ${AT_ONCE} clients, V8 with ${V8_FLAGS.join(" ")}`,
    columns: ["", "resident MB", "answers", "200", "304, 301", "4xx", "5xx", "p99 ms", "new isolates"],
    rows: [
      ["start", megabytes(first)],
      ...minutes.map(({ resident, p99, answers, cold }, index) => [
        `minute ${index + 1}`,
        megabytes(resident),
        String(answers.reduce((sum, each) => sum + each, 0)),
        ...[2, 3, 4, 5].map((digit) => String(answers[digit] ?? 0)),
        p99.toFixed(1),
        String(cold),
      ]),
    ],
    notes: [
      `5xx in all: ${failed}. Memory from the second minute to the last: ${grown < 0 ? "" : "+"}${megabytes(grown)} MB.`,
    ],
  };
}
