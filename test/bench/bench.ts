import { spawnSync } from "node:child_process";
import { loadavg } from "node:os";
import { buildBundle } from "./build-bundle.ts";
import { bundleReach } from "./bundle-reach.ts";
import { firstArticle, generatedContent } from "./generated-content.ts";
import { startLoadGenerator } from "./load-generator.ts";
import { measureColdStart, type Shelf } from "./measure-cold-start.ts";
import { measureRendering } from "./measure-rendering.ts";
import { measureThroughput } from "./measure-throughput.ts";
import { CAN_PIN } from "./pin-to-core.ts";
import { printTables } from "./print-table.ts";
import { copySources } from "./scratch-folder.ts";
import { stageThroughput } from "./stage-throughput.ts";
import { WORKERD } from "./start-workerd.ts";
import { readWorkerSettings } from "./worker-settings.ts";

/** `npm run bench`: Dateline beside the least that could do the same, in one run. Takes about five minutes; a quiet machine gives better numbers. */
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));

const loadBefore = loadOfMachine();
const folder = copySources();
const settings = readWorkerSettings();

const worker = { entry: "src/worker.ts" };
const repository = { kind: "repository" } as const;
const shelves: Shelf[] = [];
for (const articles of [0, 20, 2_000, 20_000]) {
  const name = articles === 0 ? "no-content" : `generated-${articles}`;
  const bundle = await buildBundle(folder, settings, { ...worker, name, content: generatedContent(articles) });
  shelves.push({ name, articles, bundle });
}
const [empty, small, medium, large] = shelves;
if (!empty || !small || !medium || !large) throw new Error("a shelf is missing");
const own = await buildBundle(folder, settings, { ...worker, name: "own-content", content: repository });
const silent = await buildBundle(folder, settings, {
  name: "silent",
  entry: "test/bench/silent-worker.ts",
  content: generatedContent(medium.articles),
});
const rendering = await buildBundle(folder, settings, {
  name: "rendering",
  entry: "test/bench/rendering-functions.ts",
  content: generatedContent(0),
});

const stage = await stageThroughput(
  folder,
  settings,
  { logging: medium.bundle.path, silent: silent.path },
  new URL(firstArticle().url).pathname,
);
const load = startLoadGenerator();
const throughput = await measureThroughput(load, stage);
load.stop();
await stage.workerd.stop();

const coldStart = await measureColdStart(folder, settings, [
  empty,
  { name: "own-content", articles: Number.NaN, bundle: own },
  small,
  medium,
  large,
]);
const rendered = await measureRendering(rendering.path);

const workerdVersion = spawnSync(WORKERD, ["--version"], { encoding: "utf8" }).stdout.trim();
console.log(
  `Node ${process.version}, ${workerdVersion}; server and load ${CAN_PIN ? "each on a core of its own" : "not pinned to cores"}`,
);
console.log(
  `Load of the machine before: ${loadBefore}, after: ${loadOfMachine()}; beyond 1 at the start, only the CPU columns tell much.`,
);
printTables([throughput, coldStart.table, bundleReach(medium, large, coldStart.extra), rendered]);

/** How many processes wanted a core in the last minute. */
function loadOfMachine(): string {
  return (loadavg()[0] ?? Number.NaN).toFixed(1);
}
