import type { DatabaseSync } from "node:sqlite";
import { nameSlug } from "../../../src/model/scope.ts";
import { articlePath } from "../../../src/site/addresses.ts";
import { STORE_PATH } from "./bench-protocol.ts";
import { FREQUENT, PAIR, RARE } from "./desk-articles.ts";

/** A request that one measurement sends to one database. */
export type Reading = {
  readonly name: string;
  readonly path: string;
  /** `fresh`: an isolate with empty memory; `warm`: an isolate that has just answered the same request. */
  readonly isolate: "fresh" | "warm";
  readonly isConditional?: true;
  /** A sitemap index exists only if there is more than one file. */
  readonly isOfMany?: true;
};

/** The parts of the history that a reading is about, chosen so that they have the same size in every database. */
export type Spots = { readonly tag: string; readonly archive: number; readonly slug: string; readonly part: number };

/**
 * Pages of tags differ in length, so the page that is read is one with this many entries, of the most frequent tag that
 * has one.
 */
export const TAG_ENTRIES = 62;

export function spotsOf(db: DatabaseSync): Spots {
  const row = (sql: string, ...values: (string | number)[]) => db.prepare(sql).get(...values) ?? {};
  const tag = row(
    `SELECT key FROM feeds WHERE kind = 'tags/'
     ORDER BY abs(length - current_after - ?) , articles DESC LIMIT 1`,
    TAG_ENTRIES,
  );
  const everything = row("SELECT length, archives FROM feeds WHERE number = 1");
  const middle = Math.floor(Number(everything.length) / 2);
  const article = row("SELECT slug FROM articles WHERE number = ?", middle);
  return {
    tag: String(tag.key),
    archive: Math.ceil(Number(everything.archives) / 2),
    slug: String(article.slug),
    part: Math.ceil(middle / 10_000),
  };
}

export function readingsOf({ tag, archive, slug, part }: Spots): readonly Reading[] {
  const feed = "/rss.xml";
  const [one, other] = PAIR.map(nameSlug);
  const fresh = (name: string, path: string): Reading => ({ name, path, isolate: "fresh" });
  return [
    { name: "newest page of everything: the store alone", path: STORE_PATH, isolate: "warm" },
    fresh("newest page of everything, rendered anew", feed),
    { name: "newest page of everything, from memory", path: feed, isolate: "warm" },
    { name: "304 of it, fresh isolate", path: feed, isolate: "fresh", isConditional: true },
    { name: "304 of it, warm isolate", path: feed, isolate: "warm", isConditional: true },
    fresh(`newest page of a tag, ${TAG_ENTRIES} entries`, `/${encodeURI(tag)}${feed}`),
    fresh("archive in the middle", `/archives/${archive}${feed}`),
    fresh("page of an article in the middle", articlePath(slug)),
    fresh(`a rare word, in ${RARE.articles} articles`, `${feed}?q=${RARE.word}`),
    fresh("a word of every article", `${feed}?q=${FREQUENT}`),
    fresh("a word of every article and a rare one", `${feed}?q=${FREQUENT}+${RARE.word}`),
    fresh("two letters to begin with", `${feed}?q=ha`),
    fresh("two tags at once", `${feed}?tag=${one}&tag=${other}`),
    fresh("newest 10 of everything", `${feed}?limit=10`),
    fresh("all feeds (OPML)", "/feeds.opml"),
    fresh("news sitemap", "/news-sitemap.xml"),
    { ...fresh("sitemap index", "/sitemap.xml"), isOfMany: true },
    { ...fresh("part of the sitemap, 10 000 articles", `/sitemaps/${part + 1}.xml`), isOfMany: true },
  ];
}
