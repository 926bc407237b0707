import type { Article } from "../model/article.ts";
import { dueAt } from "../model/release.ts";

/** Newest first, by the moment of release; ids break ties so that the order never wavers. */
export function newestFirst(a: Article, b: Article): number {
  return dueAt(b) - dueAt(a) || (a.id < b.id ? -1 : 1);
}
