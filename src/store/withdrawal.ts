import type { Article } from "../model/article.ts";
import type { Withdrawal } from "../model/feed.ts";
import type { LedgerArticle } from "../model/ledger.ts";
import type { Publication } from "../model/publication.ts";
import { instantOf } from "../model/timestamp.ts";
import { articlePath } from "../site/addresses.ts";

/** The newest of so many withdrawals stand in the current document of a feed. */
const MAX_WITHDRAWALS = 50;

/** What a store keeps of an article that can be read no more: itself, unless it was taken away, and what was noted of it. */
export type Withdrawn = {
  readonly id: string;
  readonly article?: Pick<Article, "slug" | "language" | "unpublishAt" | "retraction">;
  readonly record: Pick<LedgerArticle, "slug" | "modified" | "withdrawn">;
};

/** That it is gone, since when and why. */
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

/** Those that a document has room for, the newest first; ids break ties. */
export function newestWithdrawals(withdrawals: readonly Withdrawal[]): Withdrawal[] {
  return withdrawals
    .toSorted((a, b) => instantOf(b.time) - instantOf(a.time) || (a.id < b.id ? -1 : 1))
    .slice(0, MAX_WITHDRAWALS);
}
