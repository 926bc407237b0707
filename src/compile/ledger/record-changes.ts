import type { Ledger, LedgerArticle } from "../../model/ledger.ts";
import type { Page } from "../../model/page.ts";
import { pageFactsOf, withoutPageFacts } from "../../model/page-facts.ts";
import type { Publication } from "../../model/publication.ts";
import { dueAt } from "../../model/release.ts";
import { instantOf, timestampInUtc } from "../../model/timestamp.ts";
import { type ArticleFacts, hashOfText } from "./article-facts.ts";
import { inOrder } from "./ledger-lines.ts";
import { keysOf, memberships, newMemberships } from "./memberships.ts";
import { recordedGuids } from "./podcast-guids.ts";
import { recordPages } from "./record-pages.ts";
import type { RecordTimes } from "./record-times.ts";
import { datesSeen, lastVersion, releaseOfKnown, toldBy, untitled } from "./recorded-dates.ts";

/**
 * What a build would serve, without drafts, which are never recorded. `renderer` is a hash of the code that renders.
 */
export type Recordable = {
  readonly publication: Publication;
  readonly articles: readonly ArticleFacts[];
  /** Missing if there are none. */
  readonly pages?: readonly Page[];
  readonly renderer: string;
};

/** A difference from the ledger. `name` is the title or, of a page and if the file is gone, the slug. */
export type Change = {
  readonly kind:
    | "new"
    | "changed"
    | "moved"
    | "gone"
    | "page"
    | "navigation"
    | "publication"
    | "pages"
    | "podcast"
    | "renderer";
  readonly name: string;
  readonly id?: string;
};

/**
 * Brings the ledger up to date with the content. `changes` is empty if it was up to date. The records of `ledger` are
 * in the order of `inOrder`, as every reader returns them.
 *
 * @param joined ids whose records were made of those of two branches: they count as changed, since readers may have
 *   seen either version
 */
export function recordChanges(
  ledger: Ledger | undefined,
  { publication, articles, pages = [], renderer }: Recordable,
  times: RecordTimes,
  joined: ReadonlySet<string> = new Set(),
): { readonly ledger: Ledger; readonly changes: readonly Change[] } {
  const changes: Change[] = [];
  const version = (kind: "publication" | "pages" | "renderer", hash: string) => {
    const known = ledger?.[kind];
    if (known?.hash === hash) return known;
    if (known || kind === "pages") changes.push({ kind, name: kind });
    return { hash, modified: times.changed() };
  };
  const facts = pageFactsOf(publication);
  const heads = {
    publication: version("publication", hashOfText(JSON.stringify(withoutPageFacts(publication)))),
    renderer: version("renderer", renderer),
    // A publication that once had such facts keeps the record: pages changed when they went.
    ...((facts || ledger?.pages) && { pages: version("pages", hashOfText(JSON.stringify(facts ?? {}))) }),
  };
  const podcasts = recordedGuids(ledger?.podcasts, publication);
  for (const [key, guid] of Object.entries(podcasts))
    if (ledger?.podcasts?.[key] !== guid) changes.push({ kind: "podcast", name: guid });
  const ofPages = recordPages(ledger ?? {}, pages, () => times.changed());
  changes.push(...ofPages.changes);

  const before = ledger?.articles ?? {};
  const isSame = (known: LedgerArticle, article: ArticleFacts) =>
    !joined.has(article.id) && isUnchanged(known, article);
  const isKept = (article: ArticleFacts) => {
    const known = before[article.id];
    return known !== undefined && isSame(known, article) && keysOf(article).every((key) => known.feeds[key]);
  };
  let sequence: number | undefined;
  const next = () => {
    sequence = (sequence ?? lastSequence(before)) + 1;
    return sequence;
  };
  // Articles that are new together enter in the order in which they come due.
  const different = articles
    .filter((article) => !isKept(article))
    .map((article) => ({ article, due: dueAt(article) }))
    .toSorted((a, b) => a.due - b.due);
  const present = new Set(articles.map(({ id }) => id));
  const gone = Object.entries(before).filter(([id, known]) => !present.has(id) && !known.withdrawn);
  const kept = Object.keys(podcasts).length > 0 && { podcasts };
  const rest = { ...ledger, ...heads, ...kept, ...ofPages.recorded };
  // The records are in their order already.
  if (different.length === 0 && gone.length === 0) return { ledger: { ...rest, articles: before }, changes };
  const after = new Map(Object.entries(before));
  for (const { article } of different) {
    const known = before[article.id];
    if (!known) {
      after.set(article.id, entered(article, times, next()));
      changes.push({ kind: "new", id: article.id, name: article.title });
    } else if (isSame(known, article)) after.set(article.id, withNewKinds(known, article, changes));
    else after.set(article.id, updated(known, article, times, next, changes));
  }
  for (const [id, known] of gone) {
    changes.push({ kind: "gone", id, name: known.slug });
    const record = withdrawn(known, times);
    if (record) after.set(id, record);
    else after.delete(id);
  }
  return { ledger: { ...rest, articles: inOrder([...after]) }, changes };
}

function isUnchanged(known: LedgerArticle, { hash, status }: ArticleFacts): boolean {
  return hash === known.hash && (!known.withdrawn || status === "retracted");
}

function lastSequence(articles: Ledger["articles"]): number {
  let last = 0;
  for (const record of Object.values(articles)) {
    last = Math.max(last, record.sequence);
    for (const key in record.feeds) last = Math.max(last, record.feeds[key]?.sequence ?? 0);
  }
  return last;
}

function entered(article: ArticleFacts, times: RecordTimes, sequence: number): LedgerArticle {
  return {
    sequence,
    entered: times.entered(article),
    due: timestampInUtc(dueAt(article)),
    size: article.size,
    slug: article.slug,
    formerSlugs: [],
    hash: article.hash,
    modified: times.changed(article),
    feeds: newMemberships(article),
    ...withdrawalIn(article),
    last: lastVersion(article),
    // An article that is retracted from the beginning was published elsewhere, and its notice is wanted.
    ...(article.status !== "retracted" && { deployed: false }),
  };
}

/**
 * Adds the feeds of kinds that did not exist when the article was recorded. The article is in their history from the
 * beginning, and has not changed for that.
 */
function withNewKinds(known: LedgerArticle, article: ArticleFacts, changes: Change[]): LedgerArticle {
  changes.push({ kind: "changed", id: article.id, name: article.title });
  const missing = Object.entries(newMemberships(article)).filter(([key]) => !known.feeds[key]);
  return { ...known, feeds: { ...known.feeds, ...Object.fromEntries(missing) } };
}

function withdrawalIn({ status, retraction }: ArticleFacts): Pick<LedgerArticle, "withdrawn"> {
  return status === "retracted" && retraction ? { withdrawn: retraction } : {};
}

function updated(
  known: LedgerArticle,
  article: ArticleFacts,
  times: RecordTimes,
  next: () => number,
  changes: Change[],
): LedgerArticle {
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
    hash: article.hash,
    modified: time,
    feeds: wasSeen ? memberships(known, keysOf(article), time, next) : newMemberships(article),
    ...withdrawalIn(article),
    last: lastVersion(article),
    ...(wasSeen && datesSeen(known, article, time)),
  };
}

/**
 * The record of an article whose file is gone. Undefined if it was never due: it is removed from the ledger. One that
 * had expired stays as it is for readers.
 */
function withdrawn(known: LedgerArticle, times: RecordTimes): LedgerArticle | undefined {
  const time = times.gone(known);
  const now = instantOf(time);
  if (instantOf(known.due) > now) return undefined;
  const release = releaseOfKnown(known, now);
  const end = release === "withdrawn" ? known.last?.unpublishAt : undefined;
  return {
    ...known,
    modified: end ? known.modified : time,
    withdrawn: end ? { time: end, expired: true } : { time },
    ...(known.last && { last: release === "hidden" ? untitled(known.last) : known.last }),
    told: toldBy(known, now),
  };
}
