import type { Ledger, LedgerArticle } from "../../model/ledger.ts";
import type { ArticleFacts } from "./article-facts.ts";

type State = Pick<ArticleFacts, "id" | "status">;

/**
 * The ledger as a build serves it: as if a record began when a deploy first carried its article. An article that no
 * deploy carried has no former address, no empty position in a feed, and no time that readers were told. One that is
 * withdrawn is left out, and so are its tombstone and its 410.
 *
 * @returns the ledger without marks, and the ids of the `articles` that are left out: retracted, and never deployed
 */
export function asDeployed(
  ledger: Ledger,
  articles: readonly State[],
): { readonly ledger: Ledger; readonly leftOut: ReadonlySet<string> } {
  const records = Object.entries(ledger.articles);
  if (!records.some(([, record]) => record.deployed === false)) return { ledger, leftOut: new Set() };
  const retracted = articles.filter(({ status }) => status === "retracted").map(({ id }) => id);
  const kept = records.flatMap(([id, record]): [string, LedgerArticle][] => {
    if (record.deployed !== false) return [[id, record]];
    return record.withdrawn ? [] : [[id, firstVersion(record)]];
  });
  const leftOut = new Set(retracted.filter((id) => ledger.articles[id]?.deployed === false));
  return { ledger: { ...ledger, articles: Object.fromEntries(kept) }, leftOut };
}

/** The record without what tells of earlier versions. */
function firstVersion({ deployed: _, told: __, restored: ___, ...record }: LedgerArticle): LedgerArticle {
  const feeds = Object.entries(record.feeds).filter(([, { left }]) => left === undefined);
  return {
    ...record,
    formerSlugs: [],
    feeds: Object.fromEntries(feeds.map(([key, { leftBefore: _, ...membership }]) => [key, membership])),
  };
}

/** An article that changes what readers get if a deploy carried it. `slugs` are all that it has and had. */
export type InDoubt = { readonly id: string; readonly slugs: readonly string[] };

export function inDoubt(ledger: Ledger): readonly InDoubt[] {
  return Object.entries(ledger.articles).flatMap(([id, { deployed, withdrawn, slug, formerSlugs }]) =>
    deployed === false && (withdrawn || formerSlugs.length > 0) ? [{ id, slugs: [slug, ...formerSlugs] }] : [],
  );
}

/** The ledger without the marks of these articles. */
export function withDeployed(ledger: Ledger, isDeployed: (id: string) => boolean): Ledger {
  const articles = Object.entries(ledger.articles).map(([id, record]): [string, LedgerArticle] => {
    if (record.deployed !== false || !isDeployed(id)) return [id, record];
    const { deployed: _, ...rest } = record;
    return [id, rest];
  });
  return { ...ledger, articles: Object.fromEntries(articles) };
}
