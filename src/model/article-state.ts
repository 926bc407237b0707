import type { Article } from "./article.ts";
import { releaseAt } from "./release.ts";
import { instantOf } from "./timestamp.ts";

/** `unpublished`: its `unpublishAt` has passed. `retracted`: withdrawn with a reason. */
export const ARTICLE_STATES = ["draft", "scheduled", "published", "retracted", "unpublished"] as const;
export type ArticleState = (typeof ARTICLE_STATES)[number];

/**
 * The state of an article in a newsroom.
 *
 * @param now milliseconds since the epoch
 */
export function stateAt(article: Article, now: number): ArticleState {
  switch (releaseAt(article, now)) {
    case "hidden":
      return article.status === "draft" ? "draft" : "scheduled";
    case "withdrawn":
      return article.status === "retracted" ? "retracted" : "unpublished";
    case "out":
      return "published";
  }
}

/**
 * The instant at which the article was withdrawn, according to the article itself: its retraction, its `unpublishAt`,
 * or else `now`. Returns undefined if the article is published or scheduled.
 *
 * @param state the state of the article at `now`
 * @param now milliseconds since the epoch
 */
export function withdrawnAt(
  { retraction, unpublishAt }: Article,
  state: ArticleState,
  now: number,
): number | undefined {
  if (state === "published" || state === "scheduled") return undefined;
  if (retraction) return instantOf(retraction.time);
  return state === "unpublished" && unpublishAt ? instantOf(unpublishAt) : now;
}
