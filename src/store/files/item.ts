import type { Article } from "../../model/article.ts";
import type { LedgerArticle } from "../../model/ledger.ts";
import { nextChange, type Release, type ReleaseTimes, releaseAt } from "../../model/release.ts";
import { instantOf } from "../../model/timestamp.ts";

/** The facts of a ledger record that say what readers see of its article at a moment. */
export type ItemRecord = Pick<LedgerArticle, "slug" | "due" | "modified" | "withdrawn" | "last" | "told" | "restored">;

/** The fields of an article that say what readers see of it at a moment. */
export type ItemTimes = ReleaseTimes & Pick<Article, "retraction">;

/** An article, or some of its fields, with its ledger record. `article` is absent if its file was deleted. */
export type Item<Fields extends ItemTimes = Article> = {
  readonly id: string;
  readonly article?: Fields;
  readonly record: ItemRecord;
};

/** What a reader may know of the item at `now`. Only a development build contains drafts, and it shows them. */
export function releaseOf({ article, record }: Item<ItemTimes>, now: number): Release {
  if (!article) return instantOf(record.due) > now ? "hidden" : "withdrawn";
  return article.status === "draft" ? "out" : releaseAt(article, now);
}

/** The last instant, not after `now`, at which the item changed for readers, in milliseconds since the epoch. */
export function lastChangeOf({ article, record }: Item<ItemTimes>, now: number): number {
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

/** The next instant at which the passage of time alone changes the item for readers; infinity if there is none. */
export function nextChangeOf({ article }: Item<ItemTimes>, now: number): number {
  return (article && nextChange(article, now)) ?? Number.POSITIVE_INFINITY;
}
