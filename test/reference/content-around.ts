import { type Around, aroundArticle } from "../../src/model/around.ts";
import { EVERYTHING, scopeKey } from "../../src/model/scope.ts";
import { nextChangeOf, releaseOf } from "../../src/store/files/item.ts";
import { type ContentIndex, itemOf } from "./content-index.ts";

/** What is around an article: looks through the division that it is in. */
export function aroundAt(content: ContentIndex, id: string, now: number): Around {
  const history = content.histories.get(scopeKey(EVERYTHING));
  if (!history) return { candidates: [] };
  const archives = history.archivesAt(now);
  const index = history.positions.findIndex((position) => position.id === id);
  const current = history.currentSpan(now);
  const isCurrent = index >= current.from;
  const numbers = Array.from({ length: archives }, (_, number) => number + 1);
  const isAt = (number: number) => {
    const { from, to } = history.archiveSpan(number);
    return index >= from && index < to;
  };
  const division = isCurrent ? Math.max(1, archives) : (numbers.find(isAt) ?? 1);
  const { from, to } = isCurrent ? { from: current.from, to: history.positions.length } : history.archiveSpan(division);
  const places = history.positions.slice(from, to);
  const entered = places.filter((position) => position.entered <= now);
  const articles = entered.flatMap((position) => {
    const item = itemOf(content, position.id);
    return item.article && position.left === undefined && releaseOf(item, now) === "out" ? [item.article] : [];
  });
  const next = Math.min(
    ...places.map((position) =>
      position.entered > now ? position.entered : nextChangeOf(itemOf(content, position.id), now),
    ),
  );
  return {
    ...aroundArticle(articles, id, {
      older: division > 1 ? division - 1 : undefined,
      newer: isCurrent ? undefined : division + 1,
    }),
    ...(Number.isFinite(next) && { validUntil: next }),
  };
}
