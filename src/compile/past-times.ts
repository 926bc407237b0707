import type { Article } from "../model/article.ts";
import { instantOf } from "../model/timestamp.ts";
import type { ContentFault, FieldPath } from "./content-fault.ts";

/** The times at which an article is to be shown and to be taken down. */
type Plan = Pick<Article, "scheduledFor" | "unpublishAt">;

/**
 * Warns of times that an author planned and that have passed before the service heard of them: a `scheduledFor` from
 * which the article is public at once, and an `unpublishAt` after which it never is.
 *
 * @param known the article as it was before. A time that it already had was in the future when it was written
 * @param now milliseconds since the epoch
 */
export function pastTimes(
  { scheduledFor, unpublishAt, status }: Plan & Pick<Article, "status">,
  known: Plan | undefined,
  faultAt: (path: FieldPath, expected: string) => ContentFault,
  now: number,
): ContentFault[] {
  if (status === "retracted") return [];
  const isOver = unpublishAt !== undefined && instantOf(unpublishAt) <= now;
  if (isOver) {
    const expected = "a time to come: this one has passed, so readers do not see the article";
    return unpublishAt === known?.unpublishAt ? [] : [faultAt(["unpublishAt"], expected)];
  }
  const isPassed = scheduledFor !== undefined && instantOf(scheduledFor) <= now;
  if (!isPassed || scheduledFor === known?.scheduledFor) return [];
  const result = status === "draft" ? "would be public as soon as it is no draft" : "is public at once";
  return [faultAt(["scheduledFor"], `a time to come: this one has passed, so the article ${result}`)];
}
