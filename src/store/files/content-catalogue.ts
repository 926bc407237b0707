import type { Catalogue, ListedFeed } from "../../model/catalogue.ts";
import { EVERYTHING, type Scope, scopeKey, scopesOf } from "../../model/scope.ts";
import { allOf } from "../../model/selection.ts";
import { feedHead } from "../feed-head.ts";
import type { Division } from "../history.ts";
import { listedScopes } from "../listed-scopes.ts";
import { openFeed } from "./content-feed.ts";
import { type ContentIndex, namesAt } from "./content-index.ts";
import { lastChangeOf, nextChangeOf, releaseOf } from "./item.ts";

/** Every feed there is to choose at `now`. */
export function catalogueAt(shelf: ContentIndex, division: Division, now: number): Catalogue {
  const { publication, scopes } = shelf;
  const counts = countsAt(shelf, now);
  const countOf = (scope: Scope) => counts.get(scopeKey(scope)) ?? 0;
  const counted = [...scopes.values()].map((named) => ({ ...named, articles: countOf(named.scope) }));
  const [everything, ...feeds] = [EVERYTHING, ...listedScopes(publication, counted)].flatMap((scope) =>
    listed(shelf, scope, countOf(scope), division, now),
  );
  if (!everything) throw new Error("the feed of everything is always there");
  const validUntil = nextChangeAfter(shelf, now);
  return {
    everything,
    feeds,
    modified: lastChangeBy(shelf, now),
    ...(Number.isFinite(validUntil) && { validUntil }),
  };
}

/** When anything that is listed last changed. */
export function lastChangeBy(shelf: ContentIndex, now: number): number {
  const known = [...shelf.items.values()].filter((item) => releaseOf(item, now) !== "hidden");
  return Math.min(now, known.map((item) => lastChangeOf(item, now)).reduce(later, shelf.modified));
}

/** When the clock alone changes anything that is listed; infinity where nothing is waiting. */
export function nextChangeAfter(shelf: ContentIndex, now: number): number {
  return [...shelf.items.values()].map((item) => nextChangeOf(item, now)).reduce(sooner, Number.POSITIVE_INFINITY);
}

/** Not `Math.max` of them all: a call takes only so many arguments. */
const later = (a: number, b: number) => Math.max(a, b);
const sooner = (a: number, b: number) => Math.min(a, b);

/** How many articles are out, by `scopeKey`. */
function countsAt(shelf: ContentIndex, now: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of shelf.items.values()) {
    if (!item.article || releaseOf(item, now) !== "out") continue;
    for (const scope of [EVERYTHING, ...scopesOf(item.article).map((named) => named.scope)])
      counts.set(scopeKey(scope), (counts.get(scopeKey(scope)) ?? 0) + 1);
  }
  return counts;
}

function listed(shelf: ContentIndex, scope: Scope, articles: number, division: Division, now: number): ListedFeed[] {
  const selection = allOf(scope);
  const head = feedHead(shelf.publication, selection, namesAt(shelf, now));
  if (!head) return [];
  return [
    {
      scope,
      head,
      articles,
      // Only the sitemap asks; opening hundreds of feeds for a page about them would be a waste.
      get modified() {
        return openFeed(shelf, selection, { kind: "current" }, division, now)?.modified ?? shelf.modified;
      },
    },
  ];
}
