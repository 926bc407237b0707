import type { Article } from "./article.ts";
import { releaseAt } from "./release.ts";
import { instantOf } from "./timestamp.ts";

/** `unpublished`: its time is over. `retracted`: taken back, with a reason. */
export const ARTICLE_STATES = ["draft", "scheduled", "published", "retracted", "unpublished"] as const;
export type ArticleState = (typeof ARTICLE_STATES)[number];

/** What a newsroom calls the article at `now` (milliseconds since the epoch). */
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

/** The instant since which an article that is in state `state` at `now` can be read no more, as it says of itself. */
export function withdrawnAt(
  { retraction, unpublishAt }: Article,
  state: ArticleState,
  now: number,
): number | undefined {
  if (state === "published" || state === "scheduled") return undefined;
  if (retraction) return instantOf(retraction.time);
  return state === "unpublished" && unpublishAt ? instantOf(unpublishAt) : now;
}
