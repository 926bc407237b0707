import type { Article } from "../../model/article.ts";
import type { LedgerArticle } from "../../model/ledger.ts";
import { nextChange, type Release, releaseAt } from "../../model/release.ts";
import { instantOf } from "../../model/timestamp.ts";

/** An article as it is and as the ledger remembers it. One that was taken away is only remembered. */
export type Item = { readonly id: string; readonly article?: Article; readonly record: LedgerArticle };

/** What a reader may know of the item at `now`. A draft is on the shelf only in a development build, and there it is meant to be seen. */
export function releaseOf({ article, record }: Item, now: number): Release {
  if (!article) return instantOf(record.due) > now ? "hidden" : "withdrawn";
  return article.status === "draft" ? "out" : releaseAt(article, now);
}

/** The last instant, not after `now`, at which what a reader gets of the item changed. */
export function lastChangeOf({ article, record }: Item, now: number): number {
  const moments = [
    record.modified,
    record.due,
    record.withdrawn?.time,
    article?.unpublishAt,
    article?.retraction?.time,
  ];
  return Math.max(
    ...moments.flatMap((moment) => (moment === undefined ? [] : [instantOf(moment)])).filter((each) => each <= now),
  );
}

/** The next instant at which the passage of time alone changes what a reader gets of it. */
export function nextChangeOf({ article }: Item, now: number): number {
  return (article && nextChange(article, now)) ?? Number.POSITIVE_INFINITY;
}
