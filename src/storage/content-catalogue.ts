import { dueAt } from "../model/release.ts";
import { scopeKey, scopesOf } from "../model/scope.ts";
import { allOf } from "../model/selection.ts";
import type { Catalogue, ListedFeed } from "./article-store.ts";
import { describeScope, feedHead } from "./feed-head.ts";
import { lastChangeOf, nextChangeOf, releaseOf, type Shelf } from "./shelf.ts";

/** Everything that can be listed, counted or mapped at `now`. */
export function catalogueAt(shelf: Shelf, now: number): Catalogue {
  const items = [...shelf.items.values()];
  const known = items.filter((item) => releaseOf(item, now) !== "hidden");
  const articles = known
    .flatMap((item) =>
      item.article && releaseOf(item, now) === "out"
        ? [{ article: item.article, modified: Math.max(shelf.modified, lastChangeOf(item, now)) }]
        : [],
    )
    .toSorted((a, b) => dueAt(b.article) - dueAt(a.article) || (a.article.id < b.article.id ? -1 : 1));
  const counts = new Map<string, number>();
  for (const { article } of articles)
    for (const { scope } of scopesOf(article)) counts.set(scopeKey(scope), (counts.get(scopeKey(scope)) ?? 0) + 1);
  const validUntil = Math.min(...items.map((item) => nextChangeOf(item, now)));
  return {
    articles,
    feeds: listedFeeds(shelf, counts, now),
    modified: Math.min(now, Math.max(shelf.modified, ...known.map((item) => lastChangeOf(item, now)))),
    ...(Number.isFinite(validUntil) && { validUntil }),
  };
}

/** Sections in the publication's order, with articles or without; then tags and authors that have any, by name. */
function listedFeeds(shelf: Shelf, counts: ReadonlyMap<string, number>, now: number): ListedFeed[] {
  const { language, sections } = shelf.publication;
  const collator = new Intl.Collator(language);
  const others = [...shelf.scopes.values()]
    .filter(({ scope }) => scope.kind !== "section" && counts.has(scopeKey(scope)))
    .toSorted((a, b) => collator.compare(a.name, b.name));
  const all = [
    ...sections.map(({ slug }) => ({ kind: "section", slug }) as const),
    ...others.map(({ scope }) => scope),
  ];
  return all.flatMap((scope) => {
    const about = describeScope(shelf, scope, now);
    const head = feedHead(shelf, allOf(scope), now);
    return about && head ? [{ scope, name: about.name, head, articles: counts.get(scopeKey(scope)) ?? 0 }] : [];
  });
}
