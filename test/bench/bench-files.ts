import { buildBundle } from "./build-bundle.ts";
import { bundleReach } from "./bundle-reach.ts";
import { firstArticle, generatedContent } from "./generated-content.ts";
import { startLoadGenerator } from "./load-generator.ts";
import { type ContentIndex, measureColdStart, measureFirstAnswers } from "./measure-cold-start.ts";
import { measureRendering } from "./measure-rendering.ts";
import { measureThroughput } from "./measure-throughput.ts";
import type { Table } from "./print-table.ts";
import { stageThroughput } from "./stage-throughput.ts";
import type { WorkerSettings } from "./worker-settings.ts";

/** Documents that the build makes, besides the page of an article. */
const HOT_PATHS = ["/", "/rss.xml", "/atom.xml", "/feed.json", "/sections/harbour/", "/sections/harbour/rss.xml"];
/** Documents that the Worker renders. */
const RENDERED_PATHS = ["/tags/ferries/", "/rss.xml?limit=20", "/archives/1/rss.xml"];

/**
 * Measures file mode beside the smallest Worker that could do the same, in one run. `folder` has the sources to build
 * from.
 */
export async function benchFiles(folder: string, settings: WorkerSettings): Promise<readonly Table[]> {
  const worker = { entry: "src/worker.ts" };
  const repository = { kind: "repository" } as const;
  const contents: ContentIndex[] = [];
  for (const articles of [0, 20, 2_000, 20_000]) {
    const name = articles === 0 ? "no-content" : `generated-${articles}`;
    const bundle = await buildBundle(folder, settings, { ...worker, name, content: generatedContent(articles) });
    contents.push({ name, articles, bundle });
  }
  const [empty, small, medium, large] = contents;
  if (!empty || !small || !medium || !large) throw new Error("a bundle is missing");
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
    { logging: medium.bundle, silent },
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
  const articles = new URL(firstArticle().url).pathname;
  const firstAnswers = await measureFirstAnswers(folder, settings, large, [...HOT_PATHS, articles, ...RENDERED_PATHS]);
  const rendered = await measureRendering(rendering.path);
  return [throughput, coldStart.table, firstAnswers, bundleReach(medium, large, coldStart.extra), rendered];
}
