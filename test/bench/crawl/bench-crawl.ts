import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { markDeployed } from "../../../src/cli/deploy/mark-deployed.ts";
import { pseudoRandom } from "../../../src/cli/newsroom/seed/pseudo-random.ts";
import type { Article } from "../../../src/model/article.ts";
import { articlePath } from "../../../src/site/addresses.ts";
import { buildBundle } from "../build-bundle.ts";
import { applyMigrations } from "../newsroom/seed-database.ts";
import { databasePath, type RunningNewsroom, startNewsroom } from "../newsroom/start-newsroom.ts";
import type { Table } from "../print-table.ts";
import { progress } from "../progress.ts";
import { copySources } from "../scratch-folder.ts";
import { startWorkerd } from "../start-workerd.ts";
import { readWorkerSettings, type WorkerSettings } from "../worker-settings.ts";
import { workerdConfig } from "../workerd-config.ts";
import { compareDocuments } from "./compare-documents.ts";
import { CRAWLED_FORMATS, crawlFeed } from "./crawl-feeds.ts";
import { SAVE_PATH } from "./crawl-protocol.ts";
import { CrawledFolder, type Recorded } from "./crawled-folder.ts";

const ARTICLES = 2_000;
const SAVED_AT_ONCE = 50;
/** Documents that are compared after each step, beside those that the change shows in. */
const COMPARED = 40;

/**
 * Serves a folder of content from workerd, crawls it by every format, and expects each article once. Then changes it
 * at random, builds after each change, and compares every document asked for with a newsroom that was told the same.
 *
 * @throws at the first difference
 */
export async function benchCrawl(
  [articles = ARTICLES]: readonly number[] = [],
  steps: number,
): Promise<readonly Table[]> {
  const settings = readWorkerSettings();
  const folder = new CrawledFolder(copySources(), articles);
  progress(`crawl: recording and building ${articles} articles`);
  const first = await folder.record(thisSecond());
  // A newsroom knows at once what was public. In files, only a deployed article leaves redirects and tombstones.
  markDeployed(folder.root, new Set(first.articles.map(({ id }) => id)));
  const newsroom = await openNewsroom(settings, folder);
  try {
    progress("crawl: filling the newsroom");
    await save(newsroom, first, first.articles);
    const rows: string[][] = [];
    const paths = await whileServed(folder.root, settings, async (port) => {
      const seen: string[] = [];
      for (const format of CRAWLED_FORMATS) {
        progress(`crawl: ${format}`);
        const begin = performance.now();
        const crawled = await crawlFeed(port, format);
        const missing = first.articles.filter(({ id }) => !crawled.ids.has(id));
        if (missing.length > 0 || crawled.repeated.length > 0 || crawled.ids.size !== articles)
          throw new Error(
            `${format}: ${crawled.ids.size} of ${articles} articles; missing ${missing[0]?.id}; twice ${crawled.repeated[0]}`,
          );
        seen.push(...crawled.paths);
        const seconds = ((performance.now() - begin) / 1_000).toFixed(1);
        rows.push([format, String(crawled.paths.length), String(crawled.ids.size), "0", seconds]);
      }
      progress(`crawl: comparing ${seen.length} documents`);
      await compareDocuments(port, newsroom, seen);
      return seen;
    });
    const changed = await changeAndCompare(folder, { settings, newsroom, steps, paths });
    return [
      {
        title: `Crawl of ${articles} articles from workerd`,
        columns: ["", "documents", "articles", "twice", "seconds"],
        rows,
        notes: [
          `Every document of the crawl is the same as from a newsroom's store with the same articles.`,
          `After each of ${steps} changes (${changed.kinds}) and a build: ${changed.compared} documents compared, no difference.`,
        ],
      },
    ];
  } finally {
    await newsroom.stop();
  }
}

async function changeAndCompare(
  folder: CrawledFolder,
  {
    settings,
    newsroom,
    steps,
    paths,
  }: { settings: WorkerSettings; newsroom: RunningNewsroom; steps: number; paths: readonly string[] },
): Promise<{ readonly kinds: string; readonly compared: number }> {
  const random = pseudoRandom(7);
  const kinds = new Map<string, number>();
  let compared = 0;
  for (let step = 1; step <= steps; ) {
    // No two changes may share a second.
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const now = thisSecond();
    const change = folder.change(random, now);
    if (!change) continue;
    progress(`crawl: step ${step} of ${steps}: ${change.kind} ${change.name}`);
    kinds.set(change.kind, (kinds.get(change.kind) ?? 0) + 1);
    const recorded = await folder.record(now);
    const slug = change.name.replace(/\.\w+$/, "");
    const article = recorded.articles.find((each) => each.slug === slug);
    if (!article) throw new Error(`${change.name} was not built`);
    await save(newsroom, recorded, [article]);
    const asked = [
      ...documentsOf(article),
      ...Array.from({ length: COMPARED }, () => paths[random.whole(0, paths.length - 1)] ?? "/"),
    ];
    compared += await whileServed(folder.root, settings, (port) => compareDocuments(port, newsroom, asked));
    step += 1;
  }
  return { kinds: [...kinds].map(([kind, count]) => `${kind} ${count}`).join(", "), compared };
}

/** The documents that show an article, and its addresses. */
function documentsOf({ slug, formerSlugs, section, tags }: Article): readonly string[] {
  const prefixes = ["", ...(section === undefined ? [] : [`/sections/${section}`])];
  return [
    ...[slug, ...formerSlugs].map(articlePath),
    ...prefixes.flatMap((prefix) => ["/", "/rss.xml", "/atom.xml", "/feed.json"].map((path) => prefix + path)),
    ...tags.map((tag) => `/?tag=${encodeURIComponent(tag)}`),
    "/sitemap.xml",
    "/feeds.opml",
    "/rss.xml?limit=3",
    "/feed.json?q=edited",
  ];
}

/** The ledger has whole seconds. A newsroom would round a part of one up where it tells when something changed. */
function thisSecond(): number {
  return Math.floor(Date.now() / 1_000) * 1_000;
}

async function openNewsroom(settings: WorkerSettings, folder: CrawledFolder): Promise<RunningNewsroom> {
  await folder.buildNewsroom(Date.now());
  const { path } = await buildBundle(folder.root, settings, {
    name: "crawl-newsroom",
    entry: "test/bench/crawl/newsroom-crawl-worker.ts",
    content: { kind: "built" },
  });
  const home = join(folder.root, "state");
  mkdirSync(home);
  const empty = await startNewsroom(home, path, settings);
  await empty.ask({ path: "/rss.xml" });
  await empty.stop();
  const db = new DatabaseSync(databasePath(home));
  applyMigrations(db);
  db.close();
  return startNewsroom(home, path, settings);
}

async function save({ ask }: RunningNewsroom, { now }: Recorded, articles: readonly Article[]): Promise<void> {
  for (let first = 0; first < articles.length; first += SAVED_AT_ONCE) {
    const body = JSON.stringify({ articles: articles.slice(first, first + SAVED_AT_ONCE), now });
    const saved = await ask({ method: "POST", path: SAVE_PATH, body });
    if (saved.status !== 200) throw new Error(`the newsroom refused: ${saved.body.slice(0, 500)}`);
    if (first % 10_000 === 0) progress(`crawl: ${first} articles saved`);
  }
}

async function whileServed<Value>(
  root: string,
  settings: WorkerSettings,
  use: (port: number) => Promise<Value>,
): Promise<Value> {
  const order = { name: "crawl", entry: "src/worker.ts", content: { kind: "built" } } as const;
  const { path, assets } = await buildBundle(root, settings, order);
  const config = join(root, "crawl.capnp");
  writeFileSync(config, workerdConfig(root, [{ name: "crawl", module: path, assets, settings }]));
  const workerd = await startWorkerd(config, ["crawl"]);
  try {
    return await use(workerd.ports.get("crawl") ?? 0);
  } finally {
    await workerd.stop();
  }
}
