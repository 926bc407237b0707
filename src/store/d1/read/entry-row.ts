import type { Article } from "../../../model/article.ts";
import type { ArticleState } from "../../../model/article-state.ts";
import type { Withdrawal } from "../../../model/feed.ts";
import { timestampInUtc } from "../../../model/timestamp.ts";
import { articlePath } from "../../../site/addresses.ts";
import { textWithPublicOrigin } from "../../../site/public-origin.ts";

/** A position of a feed with the published article that it shows. */
export type EntryRow = {
  readonly position: number;
  readonly division: number;
  readonly document: string;
  readonly next_change: number | null;
};

/** A position of a feed whose article was withdrawn. */
export type WithdrawnRow = {
  readonly state: ArticleState;
  readonly withdrawn_at: number;
  readonly document: string;
};

/** Parses a stored article and puts the public `origin` into its addresses. */
export function publicArticle(document: string, origin: string): Article {
  return JSON.parse(textWithPublicOrigin(document, origin));
}

/** Builds the tombstone of a withdrawn article: id, URL, language, time and, if one was given, the reason. */
export function publicWithdrawal({ state, withdrawn_at, document }: WithdrawnRow, origin: string): Withdrawal {
  const { id, slug, language, retraction, unpublishAt } = publicArticle(document, origin);
  return {
    id,
    url: origin + articlePath(slug),
    language,
    time: retraction?.time ?? (state === "unpublished" ? unpublishAt : undefined) ?? timestampInUtc(withdrawn_at),
    ...(retraction && { reason: retraction.reason }),
  };
}
