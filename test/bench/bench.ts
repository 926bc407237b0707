import { spawnSync } from "node:child_process";
import { loadavg } from "node:os";
import { benchFiles } from "./bench-files.ts";
import { readBenchOptions, USAGE } from "./bench-options.ts";
import { benchCrawl } from "./crawl/bench-crawl.ts";
import { benchHub } from "./hub/bench-hub.ts";
import { benchImport } from "./import/bench-import.ts";
import { benchNewsroom } from "./newsroom/bench-newsroom.ts";
import { CAN_PIN } from "./pin-to-core.ts";
import { printTables } from "./print-table.ts";
import { benchPut } from "./put/bench-put.ts";
import { copySources } from "./scratch-folder.ts";
import { benchCold } from "./served/bench-cold.ts";
import { benchSoak } from "./served/bench-soak.ts";
import { WORKERD } from "./start-workerd.ts";
import { readWorkerSettings } from "./worker-settings.ts";

/** `npm run bench`: see `bench-options.ts`. A quiet machine gives better numbers. */
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));

const options = readBenchOptions(process.argv.slice(2));
if (!options) {
  console.error(USAGE);
  process.exit(2);
}

const loadBefore = loadOfMachine();
const folder = copySources();
const settings = readWorkerSettings();
const tables = [
  ...(options.parts.includes("files") ? await benchFiles(folder, settings) : []),
  ...(options.parts.includes("newsroom") ? await benchNewsroom(folder, settings, options) : []),
  ...(options.parts.includes("hub") ? await benchHub(folder, settings, options.subscribers) : []),
  ...(options.parts.includes("cold") ? await benchCold(options.articles, options.base) : []),
  ...(options.parts.includes("crawl") ? await benchCrawl(options.articles, options.steps) : []),
  ...(options.parts.includes("soak") ? await benchSoak(options.articles, options.minutes) : []),
  ...(options.parts.includes("import") ? await benchImport(options.articles) : []),
  ...(options.parts.includes("put") && options.base ? await benchPut(options.base, options.rounds) : []),
];

const workerdVersion = spawnSync(WORKERD, ["--version"], { encoding: "utf8" }).stdout.trim();
console.log(
  `Node ${process.version}, ${workerdVersion}; the server and the load of file mode are ${CAN_PIN ? "each pinned to a core" : "not pinned to cores"}`,
);
console.log(
  `Load of the machine before: ${loadBefore}, after: ${loadOfMachine()}; above 1 at the start, only the CPU columns are reliable.`,
);
printTables(tables);

/** The number of processes that wanted a core, averaged over the last minute. */
function loadOfMachine(): string {
  return (loadavg()[0] ?? Number.NaN).toFixed(1);
}
