import type { Article } from "../../../model/article.ts";
import { toldTime } from "../../../model/told-time.ts";
import type { Place } from "../data-files.ts";
import { lastChangeOf, releaseOf } from "../item.ts";

/** The article that a position shows at `now`, or undefined if the position is empty. */
export function articleIn(place: Place, now: number): Article | undefined {
  return place.entered <= now && place.left === undefined && releaseOf(place, now) === "out"
    ? place.article
    : undefined;
}

/** Whether the position's article was withdrawn while it was in the feed. */
export function isWithdrawn(place: Place, now: number): boolean {
  return place.left === undefined && releaseOf(place, now) === "withdrawn";
}

/** The last change of the position that readers were told of, in milliseconds since the epoch. */
export function toldAtOf(place: Place, now: number): number {
  const { left, leftBefore = 0, article, record } = place;
  return left ?? Math.max(leftBefore, toldTime(article, record, releaseOf(place, now), now));
}

/**
 * The instant at which a position last changed the document. An article that has left the feed no longer changes it.
 */
export function lastChangeAt(place: Place, now: number): number {
  return Math.max(place.entered, place.left ?? lastChangeOf(place, now));
}
