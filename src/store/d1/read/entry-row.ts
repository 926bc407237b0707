import type { Article } from "../../../model/article.ts";
import type { ArticleState } from "../../../model/article-state.ts";
import type { Withdrawal } from "../../../model/feed.ts";
import { timestampInUtc } from "../../../model/timestamp.ts";
import { articlePath, PLACEHOLDER_ORIGIN } from "../../../site/addresses.ts";

/** A place that shows an article, with the article. */
export type EntryRow = {
  readonly position: number;
  readonly division: number;
  readonly document: string;
  readonly next_change: number | null;
};

/** A place that shows nothing any more. */
export type WithdrawnRow = {
  readonly state: ArticleState;
  readonly withdrawn_at: number;
  readonly document: string;
};

/** The article, its own addresses below `origin`. */
export function placedArticle(document: string, origin: string): Article {
  return JSON.parse(document.replaceAll(PLACEHOLDER_ORIGIN, origin));
}

/** That it is gone, since when and why; no more than a reader may know. */
export function placedWithdrawal({ state, withdrawn_at, document }: WithdrawnRow, origin: string): Withdrawal {
  const { id, slug, language, retraction, unpublishAt } = placedArticle(document, origin);
  return {
    id,
    url: origin + articlePath(slug),
    language,
    time: retraction?.time ?? (state === "unpublished" ? unpublishAt : undefined) ?? timestampInUtc(withdrawn_at),
    ...(retraction && { reason: retraction.reason }),
  };
}
