import type { Catalogue, ListedFeed } from "../model/catalogue.ts";
import { dueAt } from "../model/release.ts";
import { EVERYTHING, type Scope, scopeKey, scopesOf } from "../model/scope.ts";
import { allOf } from "../model/selection.ts";
import { openFeed } from "./content-feed.ts";
import { feedHead } from "./feed-head.ts";
import type { Division } from "./history.ts";
import { lastChangeOf, nextChangeOf, releaseOf, type Shelf } from "./shelf.ts";

/** Everything that can be listed, counted or mapped at `now`. */
export function catalogueAt(shelf: Shelf, division: Division, now: number): Catalogue {
  const items = [...shelf.items.values()];
  const known = items.filter((item) => releaseOf(item, now) !== "hidden");
  const articles = known
    .flatMap((item) =>
      item.article && releaseOf(item, now) === "out"
        ? [{ article: item.article, modified: Math.min(now, Math.max(shelf.modified, lastChangeOf(item, now))) }]
        : [],
    )
    .toSorted((a, b) => dueAt(b.article) - dueAt(a.article) || (a.article.id < b.article.id ? -1 : 1));
  const counts = new Map<string, number>([[scopeKey(EVERYTHING), articles.length]]);
  for (const { article } of articles)
    for (const { scope } of scopesOf(article)) counts.set(scopeKey(scope), (counts.get(scopeKey(scope)) ?? 0) + 1);
  const validUntil = Math.min(...items.map((item) => nextChangeOf(item, now)));
  const [everything, ...feeds] = [EVERYTHING, ...scopesToList(shelf, counts)].flatMap((scope) =>
    listed(shelf, scope, counts, division, now),
  );
  if (!everything) throw new Error("the feed of everything is always there");
  return {
    everything,
    feeds,
    articles,
    modified: Math.min(now, Math.max(shelf.modified, ...known.map((item) => lastChangeOf(item, now)))),
    settingsModified: Math.min(now, shelf.modified),
    ...(Number.isFinite(validUntil) && { validUntil }),
  };
}

function listed(
  shelf: Shelf,
  scope: Scope,
  counts: ReadonlyMap<string, number>,
  division: Division,
  now: number,
): ListedFeed[] {
  const selection = allOf(scope);
  const head = feedHead(shelf, selection, now);
  if (!head) return [];
  return [
    {
      scope,
      head,
      articles: counts.get(scopeKey(scope)) ?? 0,
      // Only the sitemap asks; opening hundreds of feeds for a robots.txt would be a waste.
      get modified() {
        return openFeed(shelf, selection, { kind: "current" }, division, now)?.modified ?? shelf.modified;
      },
    },
  ];
}

/** Sections with articles or without, since a publication lists them; tags and authors only where they have any. */
function scopesToList(shelf: Shelf, counts: ReadonlyMap<string, number>): Scope[] {
  const { language, sections } = shelf.publication;
  const collator = new Intl.Collator(language);
  const named = [...shelf.scopes.values()]
    .filter(({ scope }) => counts.has(scopeKey(scope)))
    .toSorted((a, b) => collator.compare(a.name, b.name))
    .map(({ scope }) => scope);
  const ofKind = (kind: Scope["kind"]) => named.filter((scope) => scope.kind === kind);
  return [...sections.map(({ slug }): Scope => ({ kind: "section", slug })), ...ofKind("tag"), ...ofKind("author")];
}
