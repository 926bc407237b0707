import type { Article } from "../model/article.ts";
import { dueAt } from "../model/release.ts";

/**
 * Compares articles for an order of newest first, by the time at which they came due. Ids break ties, so that the order
 * is stable.
 */
export function newestFirst(a: Article, b: Article): number {
  return dueAt(b) - dueAt(a) || (a.id < b.id ? -1 : 1);
}
