import type { Article, Retraction } from "../../../model/article.ts";
import type { ArticleState } from "../../../model/article-state.ts";
import type { Withdrawal, WithdrawnEntry } from "../../../model/feed.ts";
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
  /** `SeenVersion` as JSON, if the article is a draft again. */
  readonly withdrawal: string | null;
};

/** A position whose article was withdrawn, in a feed. `noticed_at` is null if the feed shows no notice of it. */
export type GonePlaceRow = WithdrawnRow & { readonly noticed_at: number | null };

/** What readers know of an article that is a draft again. `time` and `reason` are those of an earlier withdrawal. */
export type SeenVersion = Pick<Article, "slug" | "language" | "published"> &
  Partial<Pick<Article, "title"> & Retraction>;

/** Parses a stored article and puts the public `origin` into its addresses. */
export function publicArticle(document: string, origin: string): Article {
  return JSON.parse(textWithPublicOrigin(document, origin));
}

/** Builds the tombstone of a withdrawn article: id, URL, language, time and, if one was given, the reason. */
export function publicWithdrawal({ state, withdrawn_at, ...row }: WithdrawnRow, origin: string): Withdrawal {
  const { id, retraction, unpublishAt } = publicArticle(row.document, origin);
  const { slug, language, time, reason } = seenVersion({ ...row, state }, origin);
  const told = retraction ?? { time, reason };
  return {
    id,
    url: origin + articlePath(slug),
    language,
    time: told.time ?? (state === "unpublished" ? unpublishAt : undefined) ?? timestampInUtc(withdrawn_at),
    ...(told.reason !== undefined && { reason: told.reason }),
  };
}

/** What a notice says of a withdrawn article besides the tombstone. */
export function withdrawnEntry(row: WithdrawnRow, origin: string): WithdrawnEntry {
  const { title, published } = seenVersion(row, origin);
  return { ...(title !== undefined && { title }), published };
}

/** The version that readers have seen. A draft that an older version of the service stored does not tell its title. */
function seenVersion({ withdrawal, document, state }: Omit<WithdrawnRow, "withdrawn_at">, origin: string): SeenVersion {
  if (withdrawal !== null) return JSON.parse(withdrawal);
  const { title, ...article } = publicArticle(document, origin);
  return state === "draft" ? article : { ...article, title };
}
