import type { Catalogue, ListedFeed } from "../../src/model/catalogue.ts";
import { EVERYTHING, type Scope, scopeKey, scopesOf } from "../../src/model/scope.ts";
import { allOf } from "../../src/model/selection.ts";
import { feedHead } from "../../src/store/feed-head.ts";
import { lastChangeOf, nextChangeOf, releaseOf } from "../../src/store/files/item.ts";
import { listedScopes } from "../../src/store/listed-scopes.ts";
import { currentModified } from "./content-feed.ts";
import { type ContentIndex, namesAt } from "./content-index.ts";

/** Lists every feed that readers can choose at `now`. */
export function catalogueAt(content: ContentIndex, now: number): Catalogue {
  const { publication, scopes } = content;
  const counts = countsAt(content, now);
  const countOf = (scope: Scope) => counts.get(scopeKey(scope)) ?? 0;
  const counted = [...scopes.values()].map((named) => ({ ...named, articles: countOf(named.scope) }));
  const [everything, ...feeds] = [EVERYTHING, ...listedScopes(publication, counted)].flatMap((scope) =>
    listed(content, scope, countOf(scope), now),
  );
  if (!everything) throw new Error("the feed of everything is always there");
  const validUntil = nextChangeAfter(content, now);
  return {
    everything,
    feeds,
    modified: lastChangeBy(content, now),
    ...(Number.isFinite(validUntil) && { validUntil }),
  };
}

/** The instant, not after `now`, at which anything in the lists last changed. */
export function lastChangeBy(content: ContentIndex, now: number): number {
  const known = [...content.items.values()].filter((item) => releaseOf(item, now) !== "hidden");
  return Math.min(now, known.map((item) => lastChangeOf(item, now)).reduce(later, content.modified));
}

/** The next instant at which the passage of time changes a list; infinity if no article is waiting. */
export function nextChangeAfter(content: ContentIndex, now: number): number {
  return [...content.items.values()].map((item) => nextChangeOf(item, now)).reduce(sooner, Number.POSITIVE_INFINITY);
}

/** Used with `reduce`, because `Math.max(...all)` fails when a call has too many arguments. */
const later = (a: number, b: number) => Math.max(a, b);
const sooner = (a: number, b: number) => Math.min(a, b);

/** The number of published articles of each scope, by `scopeKey`. */
function countsAt(content: ContentIndex, now: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of content.items.values()) {
    if (!item.article || releaseOf(item, now) !== "out") continue;
    for (const scope of [EVERYTHING, ...scopesOf(item.article).map((named) => named.scope)])
      counts.set(scopeKey(scope), (counts.get(scopeKey(scope)) ?? 0) + 1);
  }
  return counts;
}

function listed(content: ContentIndex, scope: Scope, articles: number, now: number): ListedFeed[] {
  const selection = allOf(scope);
  const head = feedHead(content.publication, selection, namesAt(content, now));
  if (!head) return [];
  return [
    {
      scope,
      head,
      articles,
      // Computed on demand: only the sitemap reads it, and it looks at all articles of the feed.
      get modified() {
        return currentModified(content, scope, now);
      },
    },
  ];
}
