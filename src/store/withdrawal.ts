import type { Article } from "../model/article.ts";
import type { Withdrawal } from "../model/feed.ts";
import type { LedgerArticle } from "../model/ledger.ts";
import type { Publication } from "../model/publication.ts";
import { instantOf } from "../model/timestamp.ts";
import { articlePath } from "../site/addresses.ts";

/** The current document of a feed lists at most this many withdrawals, the newest. */
export const MAX_WITHDRAWALS = 50;

/** A withdrawn article: its record in the ledger, and the article itself if its file still exists. */
export type Withdrawn = {
  readonly id: string;
  readonly article?: Pick<Article, "slug" | "language" | "unpublishAt" | "retraction">;
  readonly record: Pick<LedgerArticle, "slug" | "modified" | "withdrawn">;
};

/** Builds the tombstone of a withdrawn article: id, URL, language, time and, if one was given, the reason. */
export function withdrawalOf({ id, article, record }: Withdrawn, publication: Publication): Withdrawal {
  const { retraction, unpublishAt } = article ?? {};
  const reason = retraction?.reason ?? record.withdrawn?.reason;
  return {
    id,
    url: publication.address + articlePath(article?.slug ?? record.slug),
    language: article?.language ?? publication.language,
    time: retraction?.time ?? record.withdrawn?.time ?? unpublishAt ?? record.modified,
    ...(reason !== undefined && { reason }),
  };
}

/** The newest `MAX_WITHDRAWALS`, newest first. Ids break ties. */
export function newestWithdrawals(withdrawals: readonly Withdrawal[]): Withdrawal[] {
  return withdrawals
    .toSorted((a, b) => instantOf(b.time) - instantOf(a.time) || (a.id < b.id ? -1 : 1))
    .slice(0, MAX_WITHDRAWALS);
}
