import { join } from "node:path";
import { writeContent } from "../../../src/cli/build/content-output.ts";
import { articleFacts } from "../../../src/compile/ledger/article-facts.ts";
import { recordChanges } from "../../../src/compile/ledger/record-changes.ts";
import { byOwnTimes } from "../../../src/compile/ledger/record-times.ts";
import { readConfig } from "../../../src/http/config.ts";
import type { Article } from "../../../src/model/article.ts";
import { withStoredOrigin } from "../../../src/site/public-origin.ts";
import { layOut } from "../../../src/store/files/write/write-content.ts";
import { ORIGIN } from "../../fixtures/full-article.ts";
import { buildBundle } from "../build-bundle.ts";
import { generateArticle, generatedPublication } from "../generate-articles.ts";
import { progress } from "../progress.ts";
import { copySources } from "../scratch-folder.ts";
import { readWorkerSettings } from "../worker-settings.ts";
import type { BuiltFolder } from "./built-folder.ts";

/** Nothing was recorded or compiled. */
const NOTHING = { seconds: Number.NaN, cpu: Number.NaN };

/**
 * Lays out generated articles without files in content/, for a publication that takes hours to compile: the same data
 * files, hot documents and bundle as a build makes of these articles. A million articles need 6 GB of memory
 * (`NODE_OPTIONS=--max-old-space-size=8000`) and 15 GB of disk.
 */
export async function generateFolder(articles: number, name: string): Promise<BuiltFolder> {
  const folder = copySources();
  const settings = readWorkerSettings();
  progress(`${name}: generating ${articles} articles`);
  const indexes = new Map<string, number>();
  const facts = Array.from({ length: articles }, (_, index) => {
    const article = stored(index);
    indexes.set(article.id, index);
    return articleFacts(article);
  });
  const recordable = { publication: generatedPublication, articles: facts, renderer: "0".repeat(16) };
  const { ledger } = recordChanges(undefined, recordable, byOwnTimes(generatedPublication));
  const read = (id: string) => stored(indexes.get(id) ?? 0);
  const content = {
    mode: "production",
    publication: generatedPublication,
    ledger,
    articles: new Map(facts.map((each) => [each.id, each])),
    pages: [],
    media: [],
    head: read,
    read,
  } as const;
  progress(`${name}: writing the data files`);
  const begin = performance.now();
  const used = process.cpuUsage();
  const laidOut = layOut(content, readConfig(settings.vars).division, Date.now());
  await writeContent(join(folder, ".dateline"), join(folder, "content/media"), [], laidOut, "bench");
  const { user, system } = process.cpuUsage(used);
  const build = { seconds: (performance.now() - begin) / 1_000, cpu: (user + system) / 1e6 };
  const bundle = await buildBundle(folder, settings, { name, entry: "src/worker.ts", content: { kind: "built" } });
  return { folder, bundle, settings, record: NOTHING, build };
}

function stored(index: number): Article {
  return withStoredOrigin(generateArticle(index), ORIGIN);
}
