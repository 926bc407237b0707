import type { LedgerArticle } from "../../model/ledger.ts";
import type { Publication } from "../../model/publication.ts";
import { dueAt } from "../../model/release.ts";
import { instantOf, latest, type Timestamp, timestampInUtc } from "../../model/timestamp.ts";
import type { ArticleFacts } from "./article-facts.ts";

/**
 * The times that `recordChanges` writes: when an article enters the ledger, when an article changes (or, without an
 * article, the publication or the renderer), and when an article's file is gone.
 */
export type RecordTimes = {
  readonly entered: (article: ArticleFacts) => Timestamp;
  readonly changed: (article?: ArticleFacts) => Timestamp;
  readonly gone: (known: LedgerArticle) => Timestamp;
};

/** Uses one instant for everything, as `npm run record` does. `now` is in milliseconds since the epoch. */
export function recordedAt(now: number): RecordTimes {
  const time = timestampInUtc(now);
  return { entered: () => time, changed: () => time, gone: () => time };
}

/** Uses the articles' own times, so that every build of unrecorded content gives the same result. */
export function byOwnTimes({ identity }: Publication): RecordTimes {
  const founded = timestampInUtc(Date.parse(`${identity.date}T00:00:00Z`));
  const utc = (instant: number) => timestampInUtc(instant);
  return {
    entered: (article) => utc(dueAt(article)),
    changed: (article) => (article ? utc(instantOf(article.updated)) : founded),
    gone: ({ modified, due }) => latest(modified, due),
  };
}
