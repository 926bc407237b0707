import type { Article } from "./article.ts";
import type { LedgerArticle } from "./ledger.ts";
import { dueAt, type Release, type ReleaseTimes } from "./release.ts";
import { instantOf } from "./timestamp.ts";

/** A version of an article, as far as the dates of feeds depend on it. */
export type DatedVersion = Omit<ReleaseTimes, "status"> & Pick<Article, "updated"> & Partial<Pick<Article, "status">>;

/**
 * The latest change of an article that readers of its feeds were told of, in milliseconds since the epoch. It never
 * goes back while time passes, nor from one record to the next. A feed is not older than the newest of its articles.
 *
 * A published version counts by its `updated`, but not as later than the instant at which readers got it: a mistyped
 * year would date the feed in the future for good. That an article was taken away counts at the instant of it.
 *
 * @param version the version that `record` is of; undefined if its file is gone, or if an old record does not tell
 * @param release what readers see of it at `now`
 */
export function toldTime(
  version: DatedVersion | undefined,
  record: Pick<LedgerArticle, "modified" | "due" | "told" | "restored">,
  release: Release,
  now: number,
): number {
  const told = record.told === undefined ? 0 : instantOf(record.told);
  const modified = instantOf(record.modified);
  const entered = instantOf(record.due) <= now ? instantOf(record.due) : 0;
  if (!version) return Math.max(told, modified, entered);
  const due = dueAt(version);
  switch (release) {
    case "hidden":
      return told;
    case "out": {
      const updated = Math.max(instantOf(version.updated), record.restored ? instantOf(record.restored) : 0);
      return Math.max(told, Math.min(updated, Math.max(modified, due)));
    }
    case "withdrawn": {
      const end = version.status === "retracted" ? undefined : version.unpublishAt;
      const instants = [due, end === undefined ? 0 : instantOf(end)].filter((instant) => instant <= now);
      return Math.max(told, modified, entered, ...instants);
    }
  }
}
