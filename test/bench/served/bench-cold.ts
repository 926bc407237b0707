import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { median } from "../median.ts";
import type { Table } from "../print-table.ts";
import { progress } from "../progress.ts";
import { startCold } from "../start-cold.ts";
import { startWorkerd } from "../start-workerd.ts";
import { type WorkerPlan, workerdConfig } from "../workerd-config.ts";
import { type BuiltFolder, buildFolder } from "./built-folder.ts";
import { generateFolder } from "./generated-files.ts";
import { idleMemory, measureMemory } from "./measure-memory.ts";
import { type KnownPaths, readKnownPaths } from "./mixed-requests.ts";

const SIZES = [20, 2_000, 20_000];
const ROUNDS = 7;
/** Above this, articles are laid out without files in content/: compiling a million takes an hour. */
const MAX_COMPILED = 200_000;

/**
 * Without a limit, V8 lets its heap grow as long as the machine has memory, and most of it is garbage of the young
 * generation. On the platform an isolate has 128 MB.
 */
const SMALL_HEAP = ["--max-old-space-size=64", "--max-semi-space-size=1"];

/** A Worker that answers with one word. */
const IDLE = `export default { fetch: () => new Response("feed") };`;

type Subject = { readonly name: string; readonly articles: number; readonly built: BuiltFolder };

/**
 * File mode at several numbers of articles, of this checkout and of another one by turns: what a build costs, the first
 * feed of an isolate, the CPU of the first request for each kind of document, and the memory after mixed requests.
 */
export async function benchCold(sizes: readonly number[] = SIZES, base?: string): Promise<readonly Table[]> {
  const subjects: Subject[] = [];
  for (const articles of sizes) {
    const generated = articles > MAX_COMPILED;
    const name = `this-${articles}`;
    const built = generated ? await generateFolder(articles, name) : await buildFolder(articles, { name });
    subjects.push({ name: `${articles} articles${generated ? ", generated files" : ""}`, articles, built });
    if (base === undefined || generated) continue;
    const before = await buildFolder(articles, { name: `base-${articles}`, checkout: base });
    subjects.push({ name: `${articles} articles, base`, articles, built: before });
  }
  return [
    buildTable(subjects),
    await startTable(subjects),
    ...(await answerTables(subjects)),
    await memoryTable(subjects),
  ];
}

function buildTable(subjects: readonly Subject[]): Table {
  const seconds = (value: number) => (Number.isNaN(value) ? "" : value.toFixed(1));
  return {
    title: "The first record and the first build",
    columns: ["", "record s", "CPU s", "build s", "CPU s", "files", "bundle KB", "gzip KB"],
    rows: subjects.map(({ name, built: { record, build, bundle } }) => [
      name,
      seconds(record.seconds),
      seconds(record.cpu),
      seconds(build.seconds),
      seconds(build.cpu),
      String(
        readdirSync(bundle.assets, { recursive: true, withFileTypes: true }).filter((each) => each.isFile()).length,
      ),
      (bundle.bytes / 1_000).toFixed(0),
      (bundle.gzippedBytes / 1_000).toFixed(0),
    ]),
    notes: ["The record compiles every article, and the build takes them from its cache."],
  };
}

function planOf({ built: { bundle, folder, settings } }: Subject): { plan: WorkerPlan; folder: string } {
  return { folder, plan: { name: "service", module: bundle.path, assets: bundle.assets, settings } };
}

/** The idle Worker has the same bundle beside it, unread, because workerd reads the whole configuration. */
function idlePlan({ built: { bundle, folder, settings } }: Subject): WorkerPlan {
  const module = join(folder, "idle.js");
  writeFileSync(module, IDLE);
  return { name: "idle", module, body: bundle.path, settings };
}

function writeConfig(folder: string, plan: WorkerPlan): string {
  const path = join(folder, `${plan.name}.capnp`);
  writeFileSync(path, workerdConfig(folder, [plan]));
  return path;
}

type Extra = { readonly start: number; readonly feed: number; readonly answer: number; readonly memory: number };

async function startTable(subjects: readonly Subject[]): Promise<Table> {
  const extras = new Map(subjects.map((subject) => [subject, [] as Extra[]]));
  for (let round = 0; round < ROUNDS; round += 1) {
    progress(`cold starts, round ${round + 1} of ${ROUNDS}`);
    for (const [subject, found] of extras) {
      const { plan, folder } = planOf(subject);
      const idle = await startCold(writeConfig(folder, idlePlan(subject)), "idle");
      const own = await startCold(writeConfig(folder, plan), "service");
      found.push({
        start: own.listening - idle.listening,
        feed: own.firstFeed - idle.firstFeed,
        answer: own.answering - idle.answering,
        memory: own.memory - idle.memory,
      });
    }
  }
  return {
    title: `From the start of workerd to the first whole /rss.xml, more than an idle Worker; medians of ${ROUNDS} rounds`,
    columns: ["", "start ms", "feed ms", "CPU ms", "memory MB"],
    rows: [...extras].map(([{ name }, found]) => [
      name,
      median(found.map(({ start }) => start)).toFixed(0),
      median(found.map(({ feed }) => feed)).toFixed(0),
      median(found.map(({ answer }) => answer)).toFixed(1),
      (median(found.map(({ memory }) => memory)) / 1e6).toFixed(0),
    ]),
    notes: [
      "start: until workerd listens, when the Worker's modules have run. feed: until the last byte. CPU: of the answer. Target: feed 100 ms.",
    ],
  };
}

/** A document of each kind that is asked for first in an isolate. `isHot`: the build has rendered it. */
function documentsOf({ articles, feeds, archives }: KnownPaths): readonly { path: string; isHot: boolean }[] {
  const tag = feeds.find((path) => path.startsWith("/tags/"));
  const section = feeds.find((path) => path.startsWith("/sections/"));
  const hot = ["/", "/rss.xml", "/atom.xml", "/feed.json", ...(section ? [section, `${section}rss.xml`] : [])];
  const middle = Math.ceil(archives / 2);
  const rendered = [
    ...(articles.length > 0 ? [new URL(articles[0] ?? "/", "https://a.example").pathname] : []),
    ...(tag ? [tag, `${tag}rss.xml`] : []),
    ...(archives > 0 ? [`/archives/${middle}/rss.xml`] : []),
    "/rss.xml?limit=20",
    "/rss.xml?q=ferry",
    "/sitemap.xml",
  ];
  return [...hot.map((path) => ({ path, isHot: true })), ...rendered.map((path) => ({ path, isHot: false }))];
}

/** A table for each number of articles. */
async function answerTables(subjects: readonly Subject[]): Promise<readonly Table[]> {
  const tables: Table[] = [];
  for (const subject of subjects) {
    const { plan, folder } = planOf(subject);
    const config = writeConfig(folder, plan);
    const idleConfig = writeConfig(folder, idlePlan(subject));
    const documents = documentsOf(await knownPathsOf(config));
    const rows: string[][] = [];
    for (const { path, isHot } of documents) {
      progress(`first requests: ${subject.name}, ${path}`);
      const [milliseconds, cpu]: [number[], number[]] = [[], []];
      for (let round = 0; round < ROUNDS; round += 1) {
        const idle = await startCold(idleConfig, "idle", path);
        const own = await startCold(config, "service", path);
        milliseconds.push(own.firstFeed - own.listening - (idle.firstFeed - idle.listening));
        cpu.push(own.answering - idle.answering);
      }
      rows.push([`${isHot ? "hot" : "rendered"}: ${path}`, median(milliseconds).toFixed(1), median(cpu).toFixed(1)]);
    }
    tables.push({
      title: `The first request of an isolate, ${subject.name}; medians of ${ROUNDS} rounds`,
      columns: ["", "ms", "CPU ms"],
      rows,
      notes: ["More than an idle Worker. CPU: of all threads of workerd. Target: 10 ms of CPU for a hot document."],
    });
  }
  return tables;
}

async function knownPathsOf(config: string): Promise<KnownPaths> {
  const workerd = await startWorkerd(config, ["service"]);
  try {
    return await readKnownPaths(workerd.ports.get("service") ?? 0);
  } finally {
    await workerd.stop();
  }
}

async function memoryTable(subjects: readonly Subject[]): Promise<Table> {
  const rows: string[][] = [];
  for (const subject of subjects) {
    progress(`memory: ${subject.name}`);
    const { plan, folder } = planOf(subject);
    const idle = await idleMemory(folder, idlePlan(subject));
    const { resident, heap, failed } = await measureMemory(folder, plan);
    const small = await measureMemory(folder, plan, SMALL_HEAP);
    if (failed + small.failed > 0) throw new Error(`${subject.name}: ${failed + small.failed} answers of 500 or above`);
    const columns = [heap.after, heap.before, resident - idle, small.resident - idle];
    rows.push([subject.name, ...columns.map((bytes) => (bytes / 1e6).toFixed(0))]);
  }
  return {
    title: "Memory after 1,000 mixed requests to one isolate, in MB",
    columns: ["", "kept", "with garbage", "resident", "small heap"],
    rows,
    notes: [
      "kept: the Worker's heap and buffers after a full collection, which is what counts if memory is scarce. Target: 64 MB at 100,000 articles.",
      "with garbage: the same before the collection. The platform allows an isolate 128 MB.",
      "resident: of workerd, more than with an idle Worker: also code, and what V8 and malloc have not given back.",
      `small heap: the same, and V8 with ${SMALL_HEAP.join(" ")}.`,
    ],
  };
}
