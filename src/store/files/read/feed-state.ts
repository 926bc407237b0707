import type { Publication } from "../../../model/publication.ts";
import { MAX_WITHDRAWALS, noticeEnd } from "../../withdrawal.ts";
import { EXPIRING_PLACES, type FeedFile, type GoneArticle } from "../data-files.ts";
import { expiringPath } from "../file-names.ts";
import { releaseOf } from "../item.ts";
import type { ContentFiles } from "./content-files.ts";

/**
 * What a feed is at one moment. Instants are in milliseconds since the epoch. `next` is when the clock alone changes
 * it; infinity if nothing waits.
 */
export type FeedState = {
  readonly archives: number;
  readonly told: number;
  readonly changed: number;
  readonly articles: number;
  readonly next: number;
};

/**
 * Works out the state at `now` from that of the build. A clock before that of the build gets the state of the build,
 * but no time after `now`. Callers that show an article check its own times.
 */
export function feedStateAt(
  feed: Pick<FeedFile, "told" | "changed" | "articles" | "later"> & Partial<Pick<FeedFile, "archives" | "filling">>,
  now: number,
): FeedState {
  const { archives = 0, filling = [], later } = feed;
  const passed = later.filter(({ at }) => at <= now);
  const latest = (first: number, each: readonly (number | undefined)[]) =>
    each.reduce<number>((a, b) => Math.max(a, b ?? 0), first);
  return {
    archives: archives + filling.filter((at) => at <= now).length,
    told: Math.min(
      now,
      latest(
        feed.told,
        passed.map(({ told }) => told),
      ),
    ),
    changed: Math.min(
      now,
      latest(
        feed.changed,
        passed.map(({ changed }) => changed),
      ),
    ),
    articles: passed.reduce((sum, { articles = 0 }) => sum + articles, feed.articles),
    next: later.find(({ at }) => at > now)?.at ?? Number.POSITIVE_INFINITY,
  };
}

/** Reads the articles of a feed that are withdrawn at `now`: at least the newest that the feed lists. */
export async function withdrawnAt(files: ContentFiles, feed: FeedFile, now: number): Promise<readonly GoneArticle[]> {
  const started = feed.expiring.filter((from) => from <= now).length;
  // The newest file that has started may have only a few, so the one before it is needed as well.
  const wanted = Math.ceil(MAX_WITHDRAWALS / EXPIRING_PLACES) + 1;
  const numbers = Array.from({ length: Math.min(started, wanted) }, (_, index) => started - 1 - index);
  const expired = await Promise.all(
    numbers.map((number) => files.json<readonly GoneArticle[]>(expiringPath(feed.key, number))),
  );
  return [...feed.gone, ...expired.flatMap((each) => each ?? [])].filter(
    (gone) => gone.entered <= now && releaseOf(gone, now) === "withdrawn",
  );
}

type NoticeEnds = { readonly ended: number; readonly next: number };

/** Those of a feed that shows no notices. */
export const NO_NOTICES: NoticeEnds = { ended: 0, next: Number.POSITIVE_INFINITY };

/**
 * When the notices of a feed's withdrawn articles end: `ended` is the last end by `now`, 0 if there is none, and `next`
 * is the first one after it, infinity if there is none.
 */
export function noticeEndsAt(
  feed: Pick<FeedFile, "ended">,
  withdrawn: readonly GoneArticle[],
  publication: Publication,
  now: number,
): NoticeEnds {
  const ends = withdrawn.flatMap((gone) => noticeEnd(gone, publication) ?? []);
  return {
    ended: Math.min(
      now,
      ends.filter((end) => end <= now).reduce((a, b) => Math.max(a, b), feed.ended),
    ),
    next: ends.filter((end) => end > now).reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
  };
}
