import { createHash } from "node:crypto";
import type { Article } from "../../model/article.ts";
import type { Ledger, LedgerArticle, Membership } from "../../model/ledger.ts";
import type { Publication } from "../../model/publication.ts";
import { dueAt } from "../../model/release.ts";
import { scopeKey, scopesOf } from "../../model/scope.ts";
import { instantOf, latest, type Timestamp, timestampInUtc } from "../../model/timestamp.ts";

/** What a build would serve: drafts apart, which the ledger never sees. `renderer` is a hash of the code that makes bytes of it. */
export type Recordable = {
  readonly publication: Publication;
  readonly articles: readonly Article[];
  readonly renderer: string;
};

/** What differs from the ledger. `name` is the title or, for an article that is gone, the slug. */
export type Change = {
  readonly kind: "new" | "changed" | "moved" | "gone" | "publication" | "renderer";
  readonly name: string;
  readonly id?: string;
};

/** The times a record is made with: of entering the ledger, of a change (with no article for what is not of one), of being taken away. */
export type RecordTimes = {
  readonly entered: (article: Article) => Timestamp;
  readonly changed: (article?: Article) => Timestamp;
  readonly gone: (known: LedgerArticle) => Timestamp;
};

/** All in one moment: what `npm run record` writes. */
export function recordedAt(now: number): RecordTimes {
  const time = timestampInUtc(now);
  return { entered: () => time, changed: () => time, gone: () => time };
}

/** By the articles' own times: for a look at what is not recorded yet, the same at every build. */
export function byOwnTimes({ identity }: Publication): RecordTimes {
  const founded = timestampInUtc(Date.parse(`${identity.date}T00:00:00Z`));
  const utc = (instant: number) => timestampInUtc(instant);
  return {
    entered: (article) => utc(dueAt(article)),
    changed: (article) => (article ? utc(instantOf(article.updated)) : founded),
    gone: ({ modified, due }) => latest(modified, due),
  };
}

/** The ledger brought up to date with what is there, and what that changed: nothing where it was up to date already. */
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

  const before = ledger?.articles ?? {};
  let sequence = Math.max(0, ...Object.values(before).flatMap(sequencesOf));
  const next = () => ++sequence;
  // Those that are new together enter in the order in which readers can see them.
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
  return { ledger: { version: 1, ...heads, articles: Object.fromEntries(all) }, changes };
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
  };
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
  if (hash === known.hash && !known.withdrawn) return known;
  const isMoved = article.slug !== known.slug;
  changes.push({ kind: isMoved ? "moved" : "changed", id: article.id, name: article.title });
  const time = times.changed(article);
  const { withdrawn: _, ...rest } = known;
  const former = isMoved ? [...known.formerSlugs, known.slug] : known.formerSlugs;
  const wasSeen = instantOf(known.due) <= instantOf(time);
  return {
    ...rest,
    // Once readers could see it, the place it has in the feeds' history stays.
    due: wasSeen ? known.due : timestampInUtc(dueAt(article)),
    slug: article.slug,
    formerSlugs: [...new Set(former)].filter((slug) => slug !== article.slug),
    hash,
    modified: time,
    feeds: wasSeen ? memberships(known, keysOf(article), time, next) : newMemberships(article),
  };
}

/** Feeds that it left keep its place empty; one that it joins, or joins again, gets it at the end. */
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
    .map((key): [string, Membership] => [key, { sequence: next(), entered: time }]);
  return Object.fromEntries([...kept, ...joined]);
}

/** An article that nobody could see yet leaves no trace. */
function withdrawn(id: string, known: LedgerArticle, times: RecordTimes, changes: Change[]): [string, LedgerArticle][] {
  if (known.withdrawn) return [[id, known]];
  changes.push({ kind: "gone", id, name: known.slug });
  const time = times.gone(known);
  if (instantOf(known.due) > instantOf(time)) return [];
  return [[id, { ...known, modified: time, withdrawn: { time } }]];
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
