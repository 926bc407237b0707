import type { LastVersion, LedgerArticle } from "../../model/ledger.ts";
import { type Release, releaseAt } from "../../model/release.ts";
import { instantOf, type Timestamp, timestampInUtc } from "../../model/timestamp.ts";
import { toldTime } from "../../model/told-time.ts";
import type { ArticleFacts } from "./article-facts.ts";

/** What the ledger keeps of a version of an article. */
export function lastVersion({ title, published, updated, scheduledFor, unpublishAt }: ArticleFacts): LastVersion {
  return {
    title,
    published,
    updated,
    ...(scheduledFor && { scheduledFor }),
    ...(unpublishAt && { unpublishAt }),
  };
}

/** Readers have not seen the title of a version that was still to come. */
export function untitled({ title: _, ...last }: LastVersion): LastVersion {
  return last;
}

/**
 * What readers were told by `time`, and when an article that was withdrawn is published again. That a public article
 * waits to be published again is told once: a later change of the waiting version is not public.
 */
export function datesSeen(
  known: LedgerArticle,
  article: ArticleFacts,
  time: Timestamp,
): Pick<LedgerArticle, "told" | "restored"> {
  const now = instantOf(time);
  const before = releaseOfKnown(known, now);
  const after = releaseAt(article, now);
  const gone = before === "withdrawn" && (known.withdrawn?.time ?? known.last?.unpublishAt);
  const restored =
    gone && after !== "withdrawn" ? timestampInUtc(Math.max(now, instantOf(gone) + 1_000)) : known.restored;
  const isTakenBack = before !== "hidden" && after === "hidden";
  return { told: isTakenBack ? time : toldBy(known, now), ...(restored !== undefined && { restored }) };
}

/** When readers were last told of a recorded version, if it is `now` (milliseconds since the epoch). */
export function toldBy(known: LedgerArticle, now: number): Timestamp {
  const version = known.withdrawn ? undefined : known.last;
  return timestampInUtc(Math.min(now, toldTime(version, known, releaseOfKnown(known, now), now)));
}

/** What readers see of a recorded version. An old record does not tell when it expires. */
export function releaseOfKnown({ withdrawn, last }: LedgerArticle, now: number): Release {
  if (withdrawn) return "withdrawn";
  return last ? releaseAt({ ...last, status: "published" }, now) : "out";
}
