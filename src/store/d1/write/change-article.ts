import { createHash } from "node:crypto";
import type { Article } from "../../../model/article.ts";
import { type ArticleState, stateAt, withdrawnAt } from "../../../model/article-state.ts";
import { dueAt, nextChange } from "../../../model/release.ts";
import { EVERYTHING, scopeKey, scopesOf } from "../../../model/scope.ts";
import { instantOf } from "../../../model/timestamp.ts";
import type { Division } from "../../history.ts";
import type { ArticleRecord } from "../article-row.ts";
import { seenVersion } from "./seen-version.ts";

/** A feed that an article is in, by `scopeKey`. `name` is the name the feed gets if this article is its first. */
export type FeedName = { readonly key: string; readonly name: string };

/**
 * A position whose feed changes. `delta` is added to the number of articles of the feed. If `always` is true, the
 * feed's newest document changes even if the position is in an archive. `told` is the time of the change for readers,
 * if they are told of it.
 */
export type TouchedPlace = {
  readonly feed: number;
  readonly position: number;
  readonly division: number;
  readonly delta: number;
  readonly always: boolean;
  readonly told: number;
};

/**
 * Everything that a change of an article changes in the database, computed from the article before and after it.
 * Instants are milliseconds since the epoch. `modified` is a whole second and not before the change, so that a reader
 * that sends `If-Modified-Since` cannot take two changes within one second for one.
 */
export type ArticleChange = {
  readonly before: ArticleRecord | undefined;
  readonly article: Article;
  readonly document: string;
  readonly hash: string;
  readonly state: ArticleState;
  readonly revision: number;
  readonly at: number;
  /** When the desk last wrote the article. A due change keeps the value from before. */
  readonly saved: number;
  readonly modified: number;
  readonly due: number;
  readonly nextChange: number | undefined;
  /** Whether the article gets its position in the history of everything now. */
  readonly enters: boolean;
  /**
   * The instant since which its positions show nothing. Null if they show the article; undefined if that does not
   * change.
   */
  readonly withdrawnAt: number | null | undefined;
  /** The same instant if feeds tell of the withdrawal by a notice; otherwise null. */
  readonly noticedAt: number | null | undefined;
  /** The latest change that readers were told of. 0 if they have not seen the article. Whole seconds. */
  readonly told: number;
  /** What readers know of a draft that they have seen before, as JSON. */
  readonly withdrawal: string | null;
  /** Whether readers get something else than before. */
  readonly isVisible: boolean;
  readonly feeds: readonly FeedName[];
  readonly joined: readonly FeedName[];
  readonly left: readonly number[];
  readonly touched: readonly TouchedPlace[];
  /** Bytes of the body, by which pages of a feed are filled. */
  readonly size: number;
  readonly division: Division;
};

export function hashOfArticle(document: string): string {
  return createHash("sha256").update(document).digest("hex").slice(0, 32);
}

export function planChange(
  before: ArticleRecord | undefined,
  article: Article,
  { at, saved, division }: { readonly at: number; readonly saved: number; readonly division: Division },
): ArticleChange {
  const document = JSON.stringify(article);
  const state = stateAt(article, at);
  const wasIn = before?.row.position !== undefined && before.row.position !== null;
  const enters = !wasIn && state !== "draft" && state !== "scheduled";
  const isIn = wasIn || enters;
  const feeds = feedsOf(article);
  const held = before?.places ?? [];
  // A draft does not change feeds until it is shown again.
  const isKnown = isIn && state !== "draft";
  const joined = isKnown ? feeds.filter(({ key }) => !held.some((place) => place.key === key)) : [];
  const leaving = isKnown ? held.filter(({ key }) => !feeds.some((feed) => feed.key === key)) : [];
  const wasOut = before?.row.state === "published";
  const isOut = state === "published";
  const hash = hashOfArticle(document);
  const isNewState = state !== before?.row.state;
  // For readers, a draft is withdrawn, as an article that was retracted or has expired.
  const isStillGone = state === "draft" && before?.row.state !== "published" && before?.row.state !== "scheduled";
  const isMoved = joined.length > 0 || leaving.length > 0;
  const isOther = isKnown && hash !== before?.row.hash && (state !== "scheduled" || isMoved);
  const isVisible = isIn && !isStillGone && (isNewState || isOther);
  const second = wholeSecond(at);
  const toldBefore = wasIn ? (held.find(({ key }) => key === scopeKey(EVERYTHING))?.told ?? before.row.modified) : 0;
  // A change of an article that waits to be public again is not public. Only the feeds that it leaves tell it.
  const isTold = isVisible && (isNewState || state !== "scheduled");
  const told = Math.max(toldBefore, isTold ? (isOut ? Math.min(instantOf(article.updated), second) : second) : 0);
  const gone = isVisible ? wholeSecond(withdrawnAt(article, state, at)) : undefined;
  const isTakenAway = wasOut !== isOut || (!isOut && isIn);
  const touched = held.map(({ feed, key, position, division: number }) => ({
    feed,
    position,
    division: number,
    delta: Number(isOut && !leaving.some((place) => place.key === key)) - Number(wasOut),
    always: isTakenAway,
    told: leaving.some((place) => place.key === key) ? second : told,
  }));
  return {
    before,
    article,
    document,
    hash,
    state,
    revision: (before?.row.revision ?? 0) + 1,
    at,
    saved,
    modified: isVisible ? Math.ceil(at / 1_000) * 1_000 : (before?.row.modified ?? Math.ceil(at / 1_000) * 1_000),
    due: dueAt(article),
    nextChange: nextChange(article, at),
    enters,
    withdrawnAt: isVisible ? (gone ?? null) : undefined,
    // An article that expires as planned was not wrong, so nobody is told.
    noticedAt: isVisible ? (state === "unpublished" ? null : (gone ?? null)) : undefined,
    told,
    withdrawal: state === "draft" && wasIn ? seenVersion(before) : null,
    isVisible,
    feeds,
    joined,
    left: leaving.map(({ feed }) => feed),
    touched: isVisible ? touched : [],
    size: new TextEncoder().encode(article.body).length,
    division,
  };
}

function wholeSecond(instant: number): number;
function wholeSecond(instant: number | undefined): number | undefined;
function wholeSecond(instant: number | undefined): number | undefined {
  return instant === undefined ? undefined : Math.floor(instant / 1_000) * 1_000;
}

/** The feed of everything first, then those of the article's scopes. */
export function feedsOf(article: Article): FeedName[] {
  return [
    { key: scopeKey(EVERYTHING), name: "" },
    ...scopesOf(article).map(({ scope, name }) => ({ key: scopeKey(scope), name })),
  ];
}
