import type { Article } from "../../../model/article.ts";
import { SITEMAP_PLACES } from "../../../model/catalogue.ts";
import type { Publication } from "../../../model/publication.ts";
import { noticeDuration } from "../../../model/retractions.ts";
import { EVERYTHING, scopeKey } from "../../../model/scope.ts";
import { instantOf } from "../../../model/timestamp.ts";
import { MAX_WITHDRAWALS, noticeEnd, withdrawalTime } from "../../withdrawal.ts";
import { EXPIRING_PLACES, type FeedFile, type GoneArticle, type LaterChange, type Place } from "../data-files.ts";
import { type Content, type ContentItem, dated } from "./content.ts";
import type { ItemPosition, NamedHistory } from "./feed-places.ts";
import { instantsAfter, stateAt } from "./item-changes.ts";

/** A feed never lists the notices of more withdrawn articles than this. */
const MAX_NOTICES = 1_000;

export type FeedParts = {
  readonly feed: Omit<FeedFile, "open">;
  /** The articles that expire after `asOf`, in the order of expiring: a file of `EXPIRING_PLACES` each. */
  readonly expiring: readonly (readonly GoneArticle[])[];
};

type Described = { readonly asOf: number; readonly notice: number; readonly parts: FeedParts };

/** The last description of each history: in the next build of a process, most are the same. */
const described = new WeakMap<NamedHistory, Described>();

/** Describes a feed as it is at `asOf`, and what the clock will change in it. */
export function describeFeed(
  named: NamedHistory,
  content: Pick<Content, "publication" | "head">,
  asOf: number,
): FeedParts {
  const notice = noticeDuration(content.publication);
  const known = described.get(named);
  if (known?.asOf === asOf && known.notice === notice) return known.parts;
  const parts = partsOf(named, content, asOf);
  described.set(named, { asOf, notice, parts });
  return parts;
}

function partsOf(
  { key, name, history }: NamedHistory,
  { publication, head }: Pick<Content, "publication" | "head">,
  asOf: number,
): FeedParts {
  const { positions } = history;
  const isWhole = key === scopeKey(EVERYTHING);
  const archives = history.archivesAt(asOf);
  const now = { told: 0, changed: 0, articles: 0 };
  const later: LaterChange[] = [];
  const gone: Going[] = [];
  positions.forEach((position, index) => {
    const part = isWhole ? { part: Math.floor(index / SITEMAP_PLACES) } : undefined;
    const states = statesOf(position, asOf);
    let wasOut = 0;
    for (const { at, told, changed, isOut } of states) {
      const articles = Number(isOut) - wasOut;
      wasOut = Number(isOut);
      if (at > asOf) {
        later.push({ at, told, changed, ...(articles !== 0 && { articles }), ...part });
        continue;
      }
      now.told = Math.max(now.told, told);
      now.changed = Math.max(now.changed, changed);
      now.articles += articles;
    }
    const withdrawn = position.left === undefined && states.find(({ isWithdrawn }) => isWithdrawn);
    if (withdrawn) gone.push({ position, from: withdrawn.at });
  });
  const { listed, ended, expiring } = goneArticles(gone, publication, asOf);
  return {
    feed: {
      key,
      name,
      begun: positions[0]?.entered ?? Number.MAX_SAFE_INTEGER,
      archives,
      filling: fillingAfter(history, archives),
      divisions: history.divisions,
      ...now,
      later: merged(later),
      ended,
      gone: listed.map(({ position }) => goneArticle(position, head, isWhole)),
      expiring: expiring.map(([first]) => first?.from ?? 0),
    },
    expiring: expiring.map((chunk) => chunk.map(({ position }) => goneArticle(position, head, isWhole))),
  };
}

/** The position's article as readers see it at `asOf`, if it has entered by then, and at each later change. */
function statesOf({ item, entered, left, leftBefore = 0 }: ItemPosition, asOf: number) {
  const from = Math.max(entered, asOf);
  const later = instantsAfter(item, from);
  return (later.length === 0 ? [from] : [from, ...later]).map((at) => {
    const state = stateAt(item, at);
    return {
      at,
      told: left ?? Math.max(leftBefore, state.told),
      changed: Math.max(entered, left ?? state.changed),
      isOut: left === undefined && state.isOut,
      isWithdrawn: state.isWithdrawn,
    };
  });
}

/** When the divisions after the archives become full. */
function fillingAfter(history: NamedHistory["history"], archives: number): number[] {
  return Array.from({ length: history.divisions - archives }, (_, index) =>
    history.fullAt(archives + 1 + index),
  ).filter((instant) => instant !== undefined);
}

/** The changes in order. Those of one instant and one part of the sitemap are one change. */
function merged(changes: readonly LaterChange[]): LaterChange[] {
  const byInstant = new Map<string, LaterChange>();
  for (const change of changes) {
    const name = `${change.at} ${change.part}`;
    const known = byInstant.get(name);
    if (!known) {
      byInstant.set(name, change);
      continue;
    }
    const articles = (known.articles ?? 0) + (change.articles ?? 0);
    const { articles: _, ...rest } = known;
    byInstant.set(name, {
      ...rest,
      told: Math.max(known.told ?? 0, change.told ?? 0),
      changed: Math.max(known.changed ?? 0, change.changed ?? 0),
      ...(articles !== 0 && { articles }),
    });
  }
  return [...byInstant.values()].toSorted((a, b) => a.at - b.at || (a.part ?? 0) - (b.part ?? 0));
}

/** A position whose article is or will be withdrawn, and from when. */
type Going = { readonly position: ItemPosition; readonly from: number };

function goneArticles(gone: readonly Going[], publication: Publication, asOf: number) {
  const endOf = (item: ContentItem) => noticeEnd(item, publication) ?? 0;
  const isAtOnce = ({ position, from }: Going) => from <= asOf || from === position.entered;
  const now = gone
    .filter(isAtOnce)
    .map(({ position }) => ({ position, time: instantOf(withdrawalTime(position.item)) }))
    .toSorted((a, b) => b.time - a.time || (a.position.id < b.position.id ? -1 : 1));
  const isComing = ({ position }: { readonly position: ItemPosition }) => position.entered > asOf;
  const present = now.filter((each) => !isComing(each));
  const noticed = present.filter(({ position }) => endOf(position.item) > asOf).slice(0, MAX_NOTICES);
  const listed = [...new Set([...present.slice(0, MAX_WITHDRAWALS), ...noticed, ...now.filter(isComing)])];
  const ended = present.map(({ position }) => endOf(position.item)).filter((end) => end <= asOf);
  const expiring = gone
    .filter((each) => !isAtOnce(each))
    .toSorted((a, b) => a.from - b.from || (a.position.id < b.position.id ? -1 : 1));
  return {
    listed,
    ended: ended.reduce((a, b) => Math.max(a, b), 0),
    expiring: Array.from({ length: Math.ceil(expiring.length / EXPIRING_PLACES) }, (_, index) =>
      expiring.slice(index * EXPIRING_PLACES, (index + 1) * EXPIRING_PLACES),
    ),
  };
}

function goneArticle({ id, item, entered }: ItemPosition, head: Content["head"], isWhole: boolean): GoneArticle {
  const article = item.article && head(id);
  return {
    id,
    entered,
    record: recordFacts(item),
    ...(article && {
      article: {
        slug: article.slug,
        language: article.language,
        status: article.status,
        published: article.published,
        ...(article.scheduledFor && { scheduledFor: article.scheduledFor }),
        ...(article.unpublishAt && { unpublishAt: article.unpublishAt }),
        ...(article.retraction && { retraction: article.retraction }),
        title: article.title,
      },
    }),
    ...(isWhole && { scopes: enteredScopes(item) }),
  };
}

/** When the item entered each feed that it has not left. */
function enteredScopes({ record }: ContentItem): Record<string, number> {
  const due = instantOf(record.due);
  const present = Object.entries(record.feeds).filter(([, { left }]) => left === undefined);
  return Object.fromEntries(
    present.map(([key, { entered }]) => [key, Math.max(instantOf(entered ?? record.entered), due)]),
  );
}

/** The positions of a division with their articles, as its file holds them. */
export function placesOf(positions: readonly ItemPosition[], read: Content["read"]): Place[] {
  return positions.map(({ id, item, entered, left, leftBefore }) => ({
    id,
    entered,
    ...(left !== undefined && { left }),
    ...(leftBefore !== undefined && { leftBefore }),
    record: recordFacts(item),
    // The text of an article that has left the feed is never read.
    ...(item.article && left === undefined && { article: readable(read(id), item) }),
  }));
}

/** The article as files hold it: nobody may read a text that was withdrawn. */
function readable(article: Article, { record }: ContentItem): Article {
  return { ...dated(article, record), ...(article.status === "retracted" && { body: "", summary: "" }) };
}

/** What readers need of the record. */
export function recordFacts({ record }: ContentItem): Place["record"] {
  const { slug, due, modified, withdrawn, last, told, restored } = record;
  return {
    slug,
    due,
    modified,
    ...(withdrawn && { withdrawn }),
    ...(last && { last }),
    ...(told && { told }),
    ...(restored && { restored }),
  };
}
