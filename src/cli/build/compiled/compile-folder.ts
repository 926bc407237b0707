import { readFileSync, type Stats } from "node:fs";
import { join } from "node:path";
import { type Claims, checkUnique } from "../../../compile/check-unique.ts";
import type { ContentFaults } from "../../../compile/compile-content.ts";
import { compilePublication } from "../../../compile/compile-publication.ts";
import { sortFaults } from "../../../compile/content-fault.ts";
import { areAnswersSame } from "../../../compile/lookups.ts";
import { largePictures } from "../../../compile/media/large-pictures.ts";
import type { MediaFacts } from "../../../compile/media/media-facts.ts";
import { type MediaFolder, openMediaFolder } from "../../../compile/media/media-folder.ts";
import { collectMedia, unusedMedia } from "../../../compile/media/used-media.ts";
import { compilePages } from "../../../compile/pages/compile-pages.ts";
import { seasonFaults } from "../../../compile/podcast/season-faults.ts";
import { NONE_SERIAL, serialPodcasts } from "../../../compile/podcast/serial-faults.ts";
import { readArticle } from "../../../compile/read-article.ts";
import { err, ok, type Result } from "../../../syntax/result.ts";
import { type ListedContent, listContent } from "../list-content.ts";
import { CompileCache, IN_MEMORY, isDatabaseFault, isUnreadable, removeCache } from "./compile-cache.ts";
import { type JobSetting, lookedUpOf } from "./compile-job.ts";
import type { CompiledFolder } from "./compiled-folder.ts";
import { hashOfCompiler } from "./compiler-hash.ts";
import { inspectFolder } from "./inspect-folder.ts";
import { type OpenArticle, openFile } from "./open-file.ts";
import { ResultTable } from "./result-table.ts";
import { runJobs } from "./run-jobs.ts";

/** Below the folder of the project. */
export const CACHE_FILE = ".dateline/compiled.db";

export type FolderOptions = {
  /** The folder that holds content/. */
  readonly root: string;
  readonly mode: "development" | "production";
  readonly allowPlaceholder: boolean;
  /** What there is in content/, if the caller has listed it already. */
  readonly listed?: ListedContent;
  /** Compiles the publication alone. */
  readonly withoutArticles?: boolean;
  readonly randomBytes: (count: number) => Uint8Array;
  /**
   * Is told how many of the articles have been compiled that are to be, and later how many files were laid out (`steps`),
   * whose number is not known before.
   */
  readonly progress?: (done: number, total: number | undefined, steps?: string) => void;
  /** The number of threads that compile, as in `RunOptions`. Without it, as many as there are cores. */
  readonly threads?: number;
  /** Opens the cache in a file, or `IN_MEMORY`. It is called again if the cache that it opened cannot be used. */
  readonly openCache?: (file: string, compiler: string) => CompileCache;
};

/**
 * Compiles content/ as `compileContent` does, with the same result, but takes from the cache what an earlier run
 * compiled, and holds no bodies in memory. Without a fault, the caller has to `close` the result.
 */
export async function compileFolder(options: FolderOptions): Promise<Result<CompiledFolder, ContentFaults>> {
  const file = join(options.root, CACHE_FILE);
  const compiler = hashOfCompiler();
  const { openCache = (place) => new CompileCache(place, compiler) } = options;
  try {
    return await compileWith(() => openCache(file, compiler), options);
  } catch (error) {
    if (!isDatabaseFault(error)) throw error;
    if (isUnreadable(error)) removeCache(file);
    // If the disk is full or can only be read, the build still takes place, without a memory.
    const place = isUnreadable(error) ? file : IN_MEMORY;
    return compileWith(() => openCache(place, compiler), options);
  }
}

async function compileWith(
  open: () => CompileCache,
  options: FolderOptions,
): Promise<Result<CompiledFolder, ContentFaults>> {
  const cache = open();
  try {
    const compiled = await compile(cache, options);
    if (!compiled.ok) cache.close();
    return compiled;
  } catch (error) {
    cache.close();
    throw error;
  }
}

async function compile(cache: CompileCache, options: FolderOptions): Promise<Result<CompiledFolder, ContentFaults>> {
  const { root, mode, allowPlaceholder, withoutArticles = false, randomBytes, progress, threads } = options;
  const listed = options.listed ?? listContent(join(root, "content"));
  const inspected = await inspectFolder(cache, listed.media, Date.now);
  const folder = openMediaFolder(inspected);
  const needsAddress = mode === "production" && !allowPlaceholder;
  const head = compilePublication(listed.publication(), folder, needsAddress);
  const { identity, publication, sections } = head;
  const files: ReadonlyMap<string, { readonly path: string; readonly status: Stats }> = withoutArticles
    ? new Map()
    : listed.articles;
  const serial = publication && serialPodcasts(publication);
  const setting: JobSetting = { sections, language: publication?.language, serial, media: inspected, identity };

  const table = new ResultTable(cache, files);
  const run = async (names: readonly string[], withSlugs: JobSetting) => {
    const jobs = table.jobsFor(names);
    let done = 0;
    await runJobs(jobs, withSlugs, { random: randomBytes, threads }, (results) => {
      table.take(results);
      done += results.length;
      progress?.(done, jobs.length);
    });
  };
  await run(table.missing(), setting);
  // Now the slugs of all articles are known.
  const slugs = table.slugs();
  const lookedUp = lookedUpOf({ ...setting, slugs });
  await run(
    table.doubtful((lookups) => areAnswersSame(lookups, lookedUp)),
    { ...setting, slugs },
  );
  if (!withoutArticles) table.tidy(Date.now());

  const isIn = ({ isDraft }: { readonly isDraft: boolean }) => mode === "development" || !isDraft;
  const all = table.compiled().map((article) => {
    const { row, file, hash, entry } = article;
    return { row, file, hash, entry, media: mediaOf(article, folder) };
  });
  const articles = all.filter(({ entry }) => isIn(entry));
  const faulty = table.faulty();
  const judged = faulty.filter(isIn);
  const claims = claimsIn(articles, judged);
  const pageFiles = withoutArticles ? [] : [...listed.pages];
  const pages = compilePages(
    pageFiles.map(([name, { path }]) => ({ file: name, bytes: readFileSync(path) })),
    { language: publication?.language, destinations: lookedUp.destinations },
    mode,
    claims,
  );
  const sourceOf = (file: string) => {
    const path = files.get(file)?.path;
    return path === undefined ? undefined : readArticle({ file, bytes: readFileSync(path) }).source;
  };
  const faults = sortFaults([
    ...listed.faults,
    ...head.faults,
    ...inspected.flatMap((each) => (each.ok ? [] : [each.error])),
    ...checkUnique(claims, sourceOf),
    ...judged.flatMap((each) => each.faults),
    ...pages.faults,
    ...seasonFaults(
      serial ?? NONE_SERIAL,
      articles.map(({ file, entry: { episode } }) => ({ file, episode })),
      sourceOf,
    ),
  ]);
  const used = [...all, ...faulty].flatMap(({ media }) => media);
  const warnings = sortFaults([
    ...listed.warnings,
    ...articles.flatMap(({ entry }) => entry.warnings),
    ...judged.flatMap((each) => each.warnings),
    ...pages.warnings,
    ...largePictures([...head.media, ...pages.media, ...[...articles, ...judged].flatMap(({ media }) => media)]),
    // What could not be read may use any file.
    ...(faults.length > 0 ? [] : unusedMedia(inspected, [...head.media, ...pages.allMedia, ...used])),
  ]);
  if (faults.length > 0 || !publication) return err({ faults, warnings });
  return ok({
    publication,
    articles: articles.map((article) => openFile(article, cache, files.get(article.file)?.path ?? "", lookedUp)),
    pages: pages.pages,
    media: collectMedia(
      [...head.media, ...pages.media],
      articles.map(({ entry, media }) => ({ id: entry.facts.id, media })),
    ),
    warnings,
    compiled: table.compiledAnew,
    close: () => cache.close(),
  });
}

/** In the order of the files, so that the fault is at the second of two articles. */
function claimsIn(
  articles: readonly OpenArticle[],
  faulty: readonly { readonly claims: Claims | undefined }[],
): readonly Claims[] {
  const claims = [
    ...articles.map(({ file, entry: { facts } }): Claims => {
      const { id, slug, formerSlugs, formerPaths = [] } = facts;
      return { file, id, slug, formerSlugs, formerPaths };
    }),
    ...faulty.flatMap((each) => each.claims ?? []),
  ];
  return faulty.length === 0 ? claims : claims.toSorted((a, b) => (a.file < b.file ? -1 : 1));
}

function mediaOf({ entry }: OpenArticle, folder: MediaFolder): readonly MediaFacts[] {
  return entry.media.flatMap((name) => {
    const facts = folder.find(name);
    return facts === undefined || facts === "refused" ? [] : [facts];
  });
}
