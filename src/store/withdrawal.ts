import type { Article } from "../model/article.ts";
import type { Withdrawal } from "../model/feed.ts";
import type { LedgerArticle } from "../model/ledger.ts";
import type { Publication } from "../model/publication.ts";
import { dueAt } from "../model/release.ts";
import { noticeDuration } from "../model/retractions.ts";
import type { Scope } from "../model/scope.ts";
import { matcherOfWords, searchLine } from "../model/search-tokens.ts";
import type { Selection } from "../model/selection.ts";
import { instantOf, type Timestamp } from "../model/timestamp.ts";
import { articlePath } from "../site/addresses.ts";

/** The current document of a feed lists at most this many withdrawals, the newest. */
export const MAX_WITHDRAWALS = 50;

/** A withdrawn article: its record in the ledger, and the article itself if its file still exists. */
export type Withdrawn = {
  readonly id: string;
  readonly article?: Pick<Article, "slug" | "language" | "unpublishAt" | "retraction" | "title" | "published">;
  readonly record: Pick<LedgerArticle, "slug" | "modified" | "withdrawn" | "last" | "due">;
};

/** What tells when an article was withdrawn. */
export type WithdrawalTimes = {
  readonly article?: Pick<Article, "unpublishAt" | "retraction"> | undefined;
  readonly record: Pick<LedgerArticle, "modified" | "withdrawn">;
};

/** When an article was withdrawn. */
export function withdrawalTime({ article, record }: WithdrawalTimes): Timestamp {
  return article?.retraction?.time ?? record.withdrawn?.time ?? article?.unpublishAt ?? record.modified;
}

/** Builds the tombstone of a withdrawn article: id, URL, language, time and, if one was given, the reason. */
export function withdrawalOf({ id, article, record }: Withdrawn, publication: Publication): Withdrawal {
  const { retraction } = article ?? {};
  const reason = retraction?.reason ?? record.withdrawn?.reason;
  return {
    id,
    url: publication.address + articlePath(article?.slug ?? record.slug),
    language: article?.language ?? publication.language,
    time: withdrawalTime({ article, record }),
    ...(reason !== undefined && { reason }),
  };
}

/**
 * The instant at which the notice of a withdrawn article ends, in milliseconds since the epoch. Undefined if it has
 * none: an article that expires as planned was not wrong, so nobody is told.
 */
export function noticeEnd({ article, record }: WithdrawalTimes, publication: Publication): number | undefined {
  const isExpired = article ? !article.retraction : record.withdrawn?.expired;
  const duration = noticeDuration(publication);
  if (isExpired || duration === 0) return undefined;
  return instantOf(withdrawalTime({ article, record })) + duration;
}

/**
 * Whether the feeds of a scope show notices. A podcast has episodes only: apps show no entry without a recording, and
 * remove an episode that is no longer in the feed.
 */
export function hasNotices({ kind }: Scope): boolean {
  return kind !== "podcast";
}

/** Adds what a notice says of a withdrawn article besides the tombstone. */
export function withNotice(withdrawal: Withdrawal, { article, record }: Withdrawn): Withdrawal {
  const { title, published } = article ?? record.last ?? {};
  return { ...withdrawal, notice: { ...(title !== undefined && { title }), published: published ?? record.due } };
}

/** Compares withdrawals for an order of newest first. Ids break ties. */
export function newestWithdrawalFirst(a: Withdrawal, b: Withdrawal): number {
  return instantOf(b.time) - instantOf(a.time) || (a.id < b.id ? -1 : 1);
}

/** The newest `MAX_WITHDRAWALS`, newest first. */
export function newestWithdrawals(withdrawals: readonly Withdrawal[]): Withdrawal[] {
  return withdrawals.toSorted(newestWithdrawalFirst).slice(0, MAX_WITHDRAWALS);
}

/** Adds to the tombstones of a feed the notices that it shows. */
export function withNotices(tombstones: readonly Withdrawal[], told: readonly Withdrawal[]): readonly Withdrawal[] {
  const byId = new Map(told.map((withdrawal) => [withdrawal.id, withdrawal]));
  return tombstones.map((tombstone) => byId.get(tombstone.id) ?? tombstone);
}

/**
 * Returns whether the title of a withdrawn article has the words of the selection. The rest of the article is not
 * searched, because the answer would tell what was in it.
 */
export function matcherOfTitle({ words }: Selection): (title: string | undefined) => boolean {
  if (words === undefined) return () => true;
  const hasWords = matcherOfWords(words);
  return (title) => title !== undefined && hasWords(searchLine({ title, summary: "" }));
}

type Listed = { readonly entries: readonly Article[]; readonly withdrawals: readonly Withdrawal[] };

/** Reduces entries and notices together to the newest `limit`. A notice takes the place of its article. */
export function withinLimit({ entries, withdrawals }: Listed, limit: number | undefined): Listed {
  if (limit === undefined) return { entries, withdrawals };
  const all = [
    ...entries.map((article) => ({ id: article.id, time: dueAt(article) })),
    ...withdrawals.flatMap(({ id, notice }) => (notice ? [{ id, time: instantOf(notice.published) }] : [])),
  ];
  const newest = all.toSorted((a, b) => b.time - a.time || (a.id < b.id ? -1 : 1)).slice(0, limit);
  const ids = new Set(newest.map(({ id }) => id));
  return { entries: entries.filter(({ id }) => ids.has(id)), withdrawals: withdrawals.filter(({ id }) => ids.has(id)) };
}
