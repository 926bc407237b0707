import type { Article } from "../model/article.ts";
import type { Publication } from "../model/publication.ts";
import { scopeKey } from "../model/scope.ts";
import type { Selection } from "../model/selection.ts";
import { instantOf, latest, type Timestamp, timestampInUtc } from "../model/timestamp.ts";
import { foundingDay } from "./founding-day.ts";

/**
 * The `updated` of a document: its `told` time, written as the entry writes it that has this `updated`.
 *
 * @param told the latest change that readers were told of, in milliseconds since the epoch
 */
export function feedUpdated(publication: Publication, entries: readonly Article[], told: number): Timestamp {
  const founded = foundingDay(publication);
  const written = entries.map(({ updated }) => updated).filter((updated) => instantOf(updated) <= told);
  return latest(founded, ...written, timestampInUtc(told));
}

/**
 * The keys of the feeds that bound the `told` time of a selection. A change of a filtered feed is a change of each of
 * the feeds it is filtered by, so it is not after the earliest of their times, which never goes back either.
 */
export function datingFeeds({ scope, tags }: Selection): string[] {
  const scopes = [...(scope.kind === "everything" && tags.length > 0 ? [] : [scope])];
  return [...scopes.map(scopeKey), ...tags.map((slug) => scopeKey({ kind: "tag", slug }))];
}
