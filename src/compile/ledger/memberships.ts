import type { LedgerArticle, Membership } from "../../model/ledger.ts";
import { scopeKey } from "../../model/scope.ts";
import type { Timestamp } from "../../model/timestamp.ts";
import type { ArticleFacts } from "./article-facts.ts";

/** The positions of an article that readers have not seen: those with which it entered. */
export function newMemberships(article: ArticleFacts): Record<string, Membership> {
  return Object.fromEntries(keysOf(article).map((key) => [key, {}]));
}

/**
 * An article that leaves a feed leaves its position empty. An article that joins a feed, or joins it again, gets a
 * position at the end.
 */
export function memberships(
  { feeds }: LedgerArticle,
  keys: readonly string[],
  time: Timestamp,
  next: () => number,
): Record<string, Membership> {
  const kept = Object.entries(feeds).map(([key, membership]): [string, Membership] => [
    key,
    keys.includes(key) || membership.left ? membership : { ...membership, left: time },
  ]);
  const joined = keys
    .filter((key) => !feeds[key] || feeds[key].left)
    .map((key): [string, Membership] => {
      const left = feeds[key]?.left;
      return [key, { sequence: next(), entered: time, ...(left && { leftBefore: left }) }];
    });
  return Object.fromEntries([...kept, ...joined]);
}

const known = new WeakMap<ArticleFacts, readonly string[]>();

/** The keys of the feeds that an article is in. */
export function keysOf(article: ArticleFacts): readonly string[] {
  const before = known.get(article);
  if (before) return before;
  const keys = article.scopes.map(({ scope }) => scopeKey(scope));
  known.set(article, keys);
  return keys;
}
