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
  readonly told: number;
  readonly changed: number;
  readonly isOut: boolean;
  readonly isWithdrawn: boolean;
};

/** The instants at which the clock changes the state of an item, in order. The first state is that before them all. */
type Timeline = { readonly instants: readonly number[]; readonly states: readonly ItemState[] };

/** An item is in several feeds, and in later builds of the same process. */
const timelines = new WeakMap<Dated, Timeline>();

function timelineOf(item: Dated): Timeline {
  const known = timelines.get(item);
  if (known) return known;
  const instants = instantsOf(item);
  const timeline = { instants, states: [Number.NEGATIVE_INFINITY, ...instants].map((at) => stateFrom(item, at)) };
  timelines.set(item, timeline);
  return timeline;
}

function stateFrom(item: Dated, at: number): ItemState {
  const release = releaseOf(item, at);
  return {
    told: toldTime(item.article, item.record, release, at),
    changed: lastChangeOf(item, at),
    isOut: release === "out",
    isWithdrawn: release === "withdrawn",
  };
}

function instantsOf({ article, record }: Dated): number[] {
  const times = [record.due, record.modified, record.withdrawn?.time, article?.unpublishAt, article?.retraction?.time];
  const instants = times.flatMap((time) => (time === undefined ? [] : [instantOf(time)]));
  if (article) instants.push(dueAt(article));
  return [...new Set(instants)].sort((a, b) => a - b);
}

export function stateAt(item: Dated, at: number): ItemState {
  const { instants, states } = timelineOf(item);
  let passed = instants.length;
  while (passed > 0 && (instants[passed - 1] ?? 0) > at) passed -= 1;
  return states[passed] ?? stateFrom(item, at);
}

/** The last instant, not after `now`, at which the clock changed the state of an item; 0 if there is none. */
export function lastInstantOf(item: Dated, now: number): number {
  return timelineOf(item).instants.findLast((instant) => instant <= now) ?? 0;
}

const NONE: readonly number[] = [];

/** The instants after `after` at which the clock changes the state of an item, in order. */
export function instantsAfter(item: Dated, after: number): readonly number[] {
  const { instants } = timelineOf(item);
  return (instants.at(-1) ?? 0) > after ? instants.filter((instant) => instant > after) : NONE;
}
