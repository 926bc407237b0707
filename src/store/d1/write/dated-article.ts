import type { Article } from "../../../model/article.ts";
import { instantOf, latest, type Timestamp, timestampInUtc } from "../../../model/timestamp.ts";
import type { ArticleRow, HeldPlace } from "../article-row.ts";

/** The article before its change, as far as its dates depend on it. */
export type DatedRecord = {
  readonly article: Article;
  readonly row: Pick<ArticleRow, "position" | "state">;
  readonly places: readonly Pick<HeldPlace, "withdrawn_at">[];
};

/** Says of a change when it is made (milliseconds since the epoch), and whether readers are to notice it. */
export type Dating = { readonly now: number; readonly isNoticeable: boolean };

/**
 * Gives an article that readers have seen before the `updated` that its change makes.
 *
 * - It never goes back, except from a time that is still to come, which was a mistake.
 * - An article that was withdrawn is newer than the notice of it, so that readers show it again.
 * - If readers are to notice the change, and its author gives no later time, it is `now`.
 */
export function datedArticle(article: Article, before: DatedRecord | undefined, dating: Dating): Article {
  if (!before || before.row.position === null) return article;
  const updated = newUpdated(article, before, dating);
  return updated === article.updated ? article : { ...article, updated };
}

function newUpdated(article: Article, before: DatedRecord, { now, isNoticeable }: Dating): Timestamp {
  const present = timestampInUtc(now);
  const known = before.article.updated;
  const floor = instantOf(known) > now ? present : known;
  const kept = instantOf(article.updated) > instantOf(floor) ? article.updated : floor;
  if (article.status !== "published" && article.status !== "scheduled") return kept;
  switch (before.row.state) {
    case "published":
    case "scheduled": {
      const isDated = instantOf(article.updated) > instantOf(known);
      return isNoticeable && !isDated && isSeenChange(before.article, article) ? latest(kept, present) : kept;
    }
    case "draft":
    case "retracted":
    case "unpublished": {
      const gone = before.places.find((place) => place.withdrawn_at !== null)?.withdrawn_at ?? 0;
      const isBack = !article.unpublishAt || instantOf(article.unpublishAt) > now;
      return isBack ? latest(kept, timestampInUtc(Math.max(now, gone + 1_000))) : kept;
    }
  }
}

/**
 * What readers see of an article itself. Its section, its tags and its language are where it is filed, its addresses
 * and times are how it is published: a publication that sorts its archive must not send all of it to readers again.
 */
const SEEN = [
  "title",
  "summary",
  "byline",
  "agency",
  "dateline",
  "image",
  "body",
  "attachments",
  "canonical",
  "rights",
  "licence",
  "corrections",
] as const satisfies readonly (keyof Article)[];

function isSeenChange(before: Article, after: Article): boolean {
  return SEEN.some((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
}
