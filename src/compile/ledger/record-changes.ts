import { createHash } from "node:crypto";
import type { Article } from "../../model/article.ts";
import type { LastVersion, Ledger, LedgerArticle, Membership } from "../../model/ledger.ts";
import type { Publication } from "../../model/publication.ts";
import { dueAt, type Release, releaseAt } from "../../model/release.ts";
import { scopeKey, scopesOf } from "../../model/scope.ts";
import { instantOf, type Timestamp, timestampInUtc } from "../../model/timestamp.ts";
import { toldTime } from "../../model/told-time.ts";
import { recordedGuids } from "./podcast-guids.ts";
import type { RecordTimes } from "./record-times.ts";

/**
 * What a build would serve, without drafts, which are never recorded. `renderer` is a hash of the code that renders.
 */
export type Recordable = {
  readonly publication: Publication;
  readonly articles: readonly Article[];
  readonly renderer: string;
};

/** A difference from the ledger. `name` is the title or, if the file is gone, the slug. */
export type Change = {
  readonly kind: "new" | "changed" | "moved" | "gone" | "publication" | "podcast" | "renderer";
  readonly name: string;
  readonly id?: string;
};

/** Brings the ledger up to date with the content. `changes` is empty if it was up to date. */
export function recordChanges(
  ledger: Ledger | undefined,
  { publication, articles, renderer }: Recordable,
  times: RecordTimes,
): { readonly ledger: Ledger; readonly changes: readonly Change[] } {
  const changes: Change[] = [];
  const version = (kind: "publication" | "renderer", hash: string) => {
    const known = ledger?.[kind];
    if (known?.hash === hash) return known;
    if (known) changes.push({ kind, name: kind });
    return { hash, modified: times.changed() };
  };
  const heads = { publication: version("publication", hashOf(publication)), renderer: version("renderer", renderer) };
  const podcasts = recordedGuids(ledger?.podcasts, publication);
  for (const [key, guid] of Object.entries(podcasts))
    if (ledger?.podcasts?.[key] !== guid) changes.push({ kind: "podcast", name: guid });

  const before = ledger?.articles ?? {};
  let sequence = Math.max(0, ...Object.values(before).flatMap(sequencesOf));
  const next = () => ++sequence;
  // Articles that are new together enter in the order in which they come due.
  const present = articles
    .toSorted((a, b) => dueAt(a) - dueAt(b))
    .map((article): [string, LedgerArticle] => {
      const known = before[article.id];
      const record = known ? updated(known, article, times, next, changes) : entered(article, times, next());
      if (!known) changes.push({ kind: "new", id: article.id, name: article.title });
      return [article.id, record];
    });
  const ids = new Set(articles.map(({ id }) => id));
  const absent = Object.entries(before).filter(([id]) => !ids.has(id));
  const gone = absent.flatMap(([id, known]) => withdrawn(id, known, times, changes));
  const all = [...present, ...gone].toSorted(([, a], [, b]) => a.sequence - b.sequence);
  const kept = Object.keys(podcasts).length > 0 && { podcasts };
  return { ledger: { version: 1, ...heads, ...kept, articles: Object.fromEntries(all) }, changes };
}

function entered(article: Article, times: RecordTimes, sequence: number): LedgerArticle {
  return {
    sequence,
    entered: times.entered(article),
    due: timestampInUtc(dueAt(article)),
    size: new TextEncoder().encode(article.body).length,
    slug: article.slug,
    formerSlugs: [],
    hash: hashOf(article),
    modified: times.changed(article),
    feeds: newMemberships(article),
    ...withdrawalIn(article),
    last: lastVersion(article),
  };
}

/**
 * Adds the feeds of kinds that did not exist when the article was recorded. The article is in their history from the
 * beginning, and has not changed for that.
 */
function withNewKinds(known: LedgerArticle, article: Article, changes: Change[]): LedgerArticle {
  const missing = Object.entries(newMemberships(article)).filter(([key]) => !known.feeds[key]);
  if (missing.length === 0) return known;
  changes.push({ kind: "changed", id: article.id, name: article.title });
  return { ...known, feeds: { ...known.feeds, ...Object.fromEntries(missing) } };
}

function lastVersion({ title, published, updated, scheduledFor, unpublishAt }: Article): LastVersion {
  return {
    title,
    published,
    updated,
    ...(scheduledFor && { scheduledFor }),
    ...(unpublishAt && { unpublishAt }),
  };
}

function withdrawalIn({ status, retraction }: Article): Pick<LedgerArticle, "withdrawn"> {
  return status === "retracted" && retraction ? { withdrawn: retraction } : {};
}

function newMemberships(article: Article): Record<string, Membership> {
  return Object.fromEntries(keysOf(article).map((key) => [key, {}]));
}

function updated(
  known: LedgerArticle,
  article: Article,
  times: RecordTimes,
  next: () => number,
  changes: Change[],
): LedgerArticle {
  const hash = hashOf(article);
  const isRetracted = article.status === "retracted";
  if (hash === known.hash && (!known.withdrawn || isRetracted)) return withNewKinds(known, article, changes);
  const isMoved = article.slug !== known.slug;
  changes.push({ kind: isMoved ? "moved" : "changed", id: article.id, name: article.title });
  const time = times.changed(article);
  const { withdrawn: _, told: __, restored: ___, ...rest } = known;
  const former = isMoved ? [...known.formerSlugs, known.slug] : known.formerSlugs;
  const wasSeen = instantOf(known.due) <= instantOf(time);
  return {
    ...rest,
    // Once readers could see the article, its positions in the feeds' histories are permanent.
    due: wasSeen ? known.due : timestampInUtc(dueAt(article)),
    slug: article.slug,
    formerSlugs: [...new Set(former)].filter((slug) => slug !== article.slug),
    hash,
    modified: time,
    feeds: wasSeen ? memberships(known, keysOf(article), time, next) : newMemberships(article),
    ...withdrawalIn(article),
    last: lastVersion(article),
    ...(wasSeen && datesSeen(known, article, time)),
  };
}

/**
 * What readers were told by `time`, and when an article that was withdrawn is published again. That a public article
 * waits to be published again is told once: a later change of the waiting version is not public.
 */
function datesSeen(known: LedgerArticle, article: Article, time: Timestamp): Pick<LedgerArticle, "told" | "restored"> {
  const now = instantOf(time);
  const before = releaseOfKnown(known, now);
  const after = releaseAt(article, now);
  const gone = before === "withdrawn" && (known.withdrawn?.time ?? known.last?.unpublishAt);
  const restored =
    gone && after !== "withdrawn" ? timestampInUtc(Math.max(now, instantOf(gone) + 1_000)) : known.restored;
  const isTakenBack = before !== "hidden" && after === "hidden";
  return { told: isTakenBack ? time : toldBy(known, now), ...(restored !== undefined && { restored }) };
}

function toldBy(known: LedgerArticle, now: number): Timestamp {
  const version = known.withdrawn ? undefined : known.last;
  return timestampInUtc(Math.min(now, toldTime(version, known, releaseOfKnown(known, now), now)));
}

/** What readers see of a recorded version. An old record does not tell when it expires. */
function releaseOfKnown({ withdrawn, last }: LedgerArticle, now: number): Release {
  if (withdrawn) return "withdrawn";
  return last ? releaseAt({ ...last, status: "published" }, now) : "out";
}

/**
 * An article that leaves a feed leaves its position empty. An article that joins a feed, or joins it again, gets a
 * position at the end.
 */
function memberships(
  { feeds }: LedgerArticle,
  keys: readonly string[],
  time: Timestamp,
  next: () => number,
): Record<string, Membership> {
  const kept = Object.entries(feeds).map(([key, membership]): [string, Membership] => [
    key,
    keys.includes(key) || membership.left ? membership : { ...membership, left: time },
  ]);
  const joined = keys
    .filter((key) => !feeds[key] || feeds[key].left)
    .map((key): [string, Membership] => {
      const left = feeds[key]?.left;
      return [key, { sequence: next(), entered: time, ...(left && { leftBefore: left }) }];
    });
  return Object.fromEntries([...kept, ...joined]);
}

/**
 * Records that an article's file is gone. An article that was never due is removed from the ledger. One that had
 * expired stays as it is for readers.
 */
function withdrawn(id: string, known: LedgerArticle, times: RecordTimes, changes: Change[]): [string, LedgerArticle][] {
  if (known.withdrawn) return [[id, known]];
  changes.push({ kind: "gone", id, name: known.slug });
  const time = times.gone(known);
  const now = instantOf(time);
  if (instantOf(known.due) > now) return [];
  const release = releaseOfKnown(known, now);
  const end = release === "withdrawn" ? known.last?.unpublishAt : undefined;
  return [
    [
      id,
      {
        ...known,
        modified: end ? known.modified : time,
        withdrawn: end ? { time: end, expired: true } : { time },
        ...(known.last && { last: release === "hidden" ? untitled(known.last) : known.last }),
        told: toldBy(known, now),
      },
    ],
  ];
}

/** Readers have not seen the title of a version that was still to come. */
function untitled({ title: _, ...last }: LastVersion): LastVersion {
  return last;
}

function sequencesOf({ sequence, feeds }: LedgerArticle): number[] {
  return [sequence, ...Object.values(feeds).flatMap((membership) => membership.sequence ?? [])];
}

function keysOf(article: Article): string[] {
  return scopesOf(article).map(({ scope }) => scopeKey(scope));
}

function hashOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 16);
}
