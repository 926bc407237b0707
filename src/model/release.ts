import type { Article } from "./article.ts";
import { instantOf } from "./timestamp.ts";

/** When an article shows, by its own times and nothing else: a clock that passes `dueAt` or `unpublishAt` is all it takes. */

/** The instant from which the article may be seen. */
export function dueAt(article: Pick<Article, "published" | "scheduledFor">): number {
  const published = instantOf(article.published);
  return article.scheduledFor ? Math.max(published, instantOf(article.scheduledFor)) : published;
}

export type Release = "hidden" | "out" | "withdrawn";

/** What a reader may know of the article at `now`: nothing, all of it, or only that it is gone. A draft is never out by itself. */
export function releaseAt(article: Article, now: number): Release {
  if (article.status === "draft" || dueAt(article) > now) return "hidden";
  if (article.status === "retracted") return "withdrawn";
  if (article.unpublishAt && instantOf(article.unpublishAt) <= now) return "withdrawn";
  return "out";
}

/** The next instant after `now` at which `releaseAt` changes by itself, if there is one. */
export function nextChange(article: Article, now: number): number | undefined {
  if (article.status === "draft") return undefined;
  const moments = [dueAt(article), article.unpublishAt ? instantOf(article.unpublishAt) : Number.POSITIVE_INFINITY];
  const next = Math.min(...moments.filter((moment) => moment > now));
  return Number.isFinite(next) ? next : undefined;
}
