import type { PseudoRandom } from "../../../src/cli/newsroom/seed/pseudo-random.ts";
import { fetchPlainly } from "../fetch-plainly.ts";

/** A request that a reader, a feed reader or a crawler sends. */
export type MixedRequest = { readonly path: string; readonly headers: Readonly<Record<string, string>> };

/** Asks a running publication for the paths of its feeds and of some of its articles. */
export type KnownPaths = {
  readonly feeds: readonly string[];
  readonly articles: readonly string[];
  readonly archives: number;
  readonly sitemaps: readonly string[];
};

const CODINGS = ["br", "gzip, br", "gzip", "identity"] as const;
const WORDS = ["ferry", "harbour", "council", "the", "制裁", "bridge school", "mercado"] as const;
const FORMS = ["", "rss.xml", "atom.xml", "feed.json"] as const;

export async function readKnownPaths(port: number): Promise<KnownPaths> {
  const text = async (path: string) =>
    (await fetchPlainly(port, path, { "Accept-Encoding": "identity" })).body.toString();
  const pathsIn = (page: string, pattern: RegExp) => [
    ...new Set([...page.matchAll(pattern)].map(([, address = ""]) => new URL(address).pathname)),
  ];
  const opml = await text("/feeds.opml");
  const feeds = pathsIn(opml, /xmlUrl="([^"]+)"/g).map((path) => path.replace(/[^/]*$/, ""));
  const sitemaps = pathsIn(await text("/sitemap.xml"), /<loc>([^<]+)<\/loc>/g).filter((path) => path.endsWith(".xml"));
  const some = [sitemaps[0], sitemaps.at(-1)].filter((path) => path !== undefined);
  const pages = await Promise.all((some.length > 0 ? some : ["/sitemap.xml"]).map(text));
  const articles = pages.flatMap((page) => pathsIn(page, /<loc>([^<]+\/articles\/[^<]+)<\/loc>/g));
  const archives = Number(/\/archives\/(\d+)\//.exec(await text("/rss.xml"))?.[1] ?? 0);
  return { feeds: [...new Set(feeds)], articles, archives, sitemaps };
}

/**
 * A request at random: two in five for what is asked for most, and the others for any article, feed or archive of the
 * publication, for filters, searches and parts of the sitemap. Some have conditions, and all accept some coding.
 */
export function mixedRequest(random: PseudoRandom, known: KnownPaths): MixedRequest {
  const headers = {
    "User-Agent": "dateline-bench",
    "Accept-Encoding": random.pick(CODINGS),
    ...(random.chance(0.1) && { "If-None-Match": '"other"' }),
  };
  return { path: pathAtRandom(random, known), headers };
}

function pathAtRandom(random: PseudoRandom, { feeds, articles, archives, sitemaps }: KnownPaths): string {
  const turn = random.whole(0, 99);
  const form = random.pick(FORMS);
  if (turn < 40) return `/${form}`;
  if (turn < 65 && articles.length > 0) return pickAny(random, articles);
  if (turn < 80 && feeds.length > 0) return pickAny(random, feeds) + form;
  if (turn < 90 && archives > 0) return `/archives/${random.whole(1, archives)}/${form}`;
  if (turn < 94) return `/${form}?q=${encodeURIComponent(random.pick(WORDS))}`;
  if (turn < 97) return `/${form}?limit=${random.whole(1, 100)}`;
  if (turn < 98 && sitemaps.length > 0) return pickAny(random, sitemaps);
  return random.pick(["/feeds", "/feeds.opml", "/sitemap.xml", "/news-sitemap.xml", "/nothing-here"]);
}

function pickAny(random: PseudoRandom, paths: readonly string[]): string {
  return paths[random.whole(0, paths.length - 1)] ?? "/";
}
