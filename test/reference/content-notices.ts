import type { Withdrawal } from "../../src/model/feed.ts";
import { EVERYTHING, scopeKey } from "../../src/model/scope.ts";
import type { Selection } from "../../src/model/selection.ts";
import { releaseOf } from "../../src/store/files/item.ts";
import type { FeedPosition } from "../../src/store/history.ts";
import { matcherOfTitle, newestWithdrawals, noticeEnd, withdrawalOf, withNotice } from "../../src/store/withdrawal.ts";
import { type ContentIndex, itemOf } from "./content-index.ts";

/**
 * `withdrawals` are those that the selection's current document shows a notice of at `now`, newest first. `ends` are
 * the instants at which notices end or have ended, in milliseconds since the epoch.
 */
export type ToldWithdrawals = { readonly withdrawals: readonly Withdrawal[]; readonly ends: readonly number[] };

/**
 * Finds the withdrawn articles that readers of a selection are told of.
 *
 * @param known the positions of the history that the selection is cut from
 */
export function toldWithdrawals(
  content: ContentIndex,
  selection: Selection,
  known: readonly FeedPosition[],
  now: number,
): ToldWithdrawals {
  const isHeld = holderOf(content, selection, now);
  const items = known
    .filter(({ id, left }) => left === undefined && isHeld(id))
    .map(({ id }) => itemOf(content, id))
    .filter((item) => releaseOf(item, now) === "withdrawn");
  const noticed = items.flatMap((item) => {
    const end = noticeEnd(item, content.publication);
    return end === undefined ? [] : [{ item, end }];
  });
  const hasWords = matcherOfTitle(selection);
  const current = noticed
    .filter(({ end }) => end > now)
    .map(({ item }) => withNotice(withdrawalOf(item, content.publication), item))
    .filter(({ notice }) => hasWords(notice?.title));
  return { withdrawals: newestWithdrawals(current), ends: noticed.map(({ end }) => end) };
}

/** Returns whether an article is in the feeds of a selection's scope and tags, and has not left them. */
function holderOf(content: ContentIndex, { scope, tags }: Selection, now: number): (id: string) => boolean {
  const keys = [scopeKey(scope), ...tags.map((slug) => scopeKey({ kind: "tag", slug }))];
  const held = keys
    .filter((key) => key !== scopeKey(EVERYTHING))
    .map((key) => {
      const history = content.histories.get(key);
      const positions = history?.positions.slice(0, history.lengthAt(now)) ?? [];
      return new Set(positions.filter(({ left }) => left === undefined).map(({ id }) => id));
    });
  return (id) => held.every((ids) => ids.has(id));
}
