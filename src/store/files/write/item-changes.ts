import type { Article } from "../../../model/article.ts";
import { dueAt } from "../../../model/release.ts";
import { instantOf } from "../../../model/timestamp.ts";
import { toldTime } from "../../../model/told-time.ts";
import { type Item, type ItemTimes, lastChangeOf, releaseOf } from "../item.ts";

type Dated = Item<ItemTimes & Pick<Article, "updated">>;

/**
 * What an item is to its feeds at one moment. Times are in milliseconds since the epoch.
 *
 * - `told` is the last change of it that readers were told of.
 * - `changed` is its last change.
 */
export type ItemState = {
  readonly at: number;
  readonly told: number;
  readonly changed: number;
  readonly isOut: boolean;
  readonly isWithdrawn: boolean;
};

export function stateAt(item: Dated, at: number): ItemState {
  const release = releaseOf(item, at);
  return {
    at,
    told: toldTime(item.article, item.record, release, at),
    changed: lastChangeOf(item, at),
    isOut: release === "out",
    isWithdrawn: release === "withdrawn",
  };
}

/** The instants after `after` at which the clock changes the state of an item, in order. */
export function instantsAfter({ article, record }: Dated, after: number): number[] {
  const times = [record.due, record.modified, record.withdrawn?.time, article?.unpublishAt, article?.retraction?.time];
  const instants = times.flatMap((time) => (time === undefined ? [] : [instantOf(time)]));
  if (article) instants.push(dueAt(article));
  return [...new Set(instants.filter((instant) => instant > after))].toSorted((a, b) => a - b);
}
