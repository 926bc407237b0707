import type { Article } from "./article.ts";
import { instantOf } from "./timestamp.ts";

/**
 * When an article is public. This depends only on its own times and the clock. Instants are milliseconds since the
 * epoch.
 */

/** The instant from which the article may be public. */
export function dueAt(article: Pick<Article, "published" | "scheduledFor">): number {
  const published = instantOf(article.published);
  return article.scheduledFor ? Math.max(published, instantOf(article.scheduledFor)) : published;
}

/** The fields of an article that decide when it is public. */
export type ReleaseTimes = Pick<Article, "published" | "scheduledFor" | "unpublishAt" | "status">;

export type Release = "hidden" | "out" | "withdrawn";

/**
 * What the public may know about the article at `now`: nothing (`hidden`), everything (`out`), or only that it is gone
 * (`withdrawn`). A draft stays hidden until its status changes.
 */
export function releaseAt(article: ReleaseTimes, now: number): Release {
  if (article.status === "draft" || dueAt(article) > now) return "hidden";
  if (article.status === "retracted") return "withdrawn";
  if (article.unpublishAt && instantOf(article.unpublishAt) <= now) return "withdrawn";
  return "out";
}

/** The next instant after `now` at which the result of `releaseAt` changes, or undefined if it never changes again. */
export function nextChange(article: ReleaseTimes, now: number): number | undefined {
  if (article.status === "draft") return undefined;
  const instants = [dueAt(article), article.unpublishAt ? instantOf(article.unpublishAt) : Number.POSITIVE_INFINITY];
  const next = Math.min(...instants.filter((instant) => instant > now));
  return Number.isFinite(next) ? next : undefined;
}
