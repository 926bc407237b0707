import type { Article } from "../../src/model/article.ts";
import type { LedgerArticle } from "../../src/model/ledger.ts";
import type { Publication } from "../../src/model/publication.ts";
import { EVERYTHING, type NamedScope, scopeKey, scopesOf } from "../../src/model/scope.ts";
import { instantOf, latest } from "../../src/model/timestamp.ts";
import { formerPathKey } from "../../src/site/former-path.ts";
import type { NameOf } from "../../src/store/feed-head.ts";
import type { ContentArtifact } from "../../src/store/files/content-artifact.ts";
import type { Item as StoredItem } from "../../src/store/files/item.ts";
import { type Division, divisionOf, type FeedPosition, History } from "../../src/store/history.ts";

/** An article with its ledger record. `article` is absent if its file was deleted. */
export type Item = StoredItem & { readonly record: LedgerArticle };

/** The content of a build, indexed once by id, slug, former address and feed. */
export type ContentIndex = {
  readonly publication: Publication;
  readonly items: ReadonlyMap<string, Item>;
  readonly bySlug: ReadonlyMap<string, Item>;
  readonly byFormerSlug: ReadonlyMap<string, Item>;
  /** By `formerPathKey`. */
  readonly byFormerPath: ReadonlyMap<string, Item>;
  /** By `scopeKey`. */
  readonly histories: ReadonlyMap<string, History>;
  readonly scopes: ReadonlyMap<string, NamedScope>;
  /** When the publication's own facts or the renderer last changed, in milliseconds since the epoch. */
  readonly modified: number;
  /** When these, or the facts that only pages show, last changed. */
  readonly pagesModified: number;
};

export function indexContent(artifact: ContentArtifact, publication: Publication, division: Division): ContentIndex {
  const { ledger } = artifact;
  const articles = new Map(artifact.articles.map((article) => [article.id, article]));
  const list: Item[] = Object.entries(ledger.articles).map(([id, record]) => {
    const article = articles.get(id);
    return { id, record, ...(article && { article: datedArticle(article, record) }) };
  });
  const positions = new Map<string, FeedPosition[]>();
  for (const [key, position] of list.flatMap(positionsOf)) {
    const known = positions.get(key);
    if (known) known.push(position);
    else positions.set(key, [position]);
  }
  const modified = Math.max(instantOf(ledger.publication.modified), instantOf(ledger.renderer.modified));
  return {
    publication,
    items: new Map(list.map((item) => [item.id, item])),
    bySlug: new Map(list.map((item) => [item.article?.slug ?? item.record.slug, item])),
    byFormerSlug: new Map(list.flatMap((item) => formerSlugs(item).map((slug) => [slug, item]))),
    byFormerPath: new Map(list.flatMap((item) => formerPathKeys(item).map((key) => [key, item]))),
    histories: new Map([...positions].map(([key, each]) => [key, new History(each, divisionOf(key, division))])),
    scopes: namesOf(list),
    modified,
    pagesModified: Math.max(modified, ledger.pages ? instantOf(ledger.pages.modified) : 0),
  };
}

/** An article that was published again is newer than the notice of its withdrawal, so that readers show it again. */
function datedArticle(article: Article, { restored }: LedgerArticle): Article {
  return restored === undefined ? article : { ...article, updated: latest(article.updated, restored) };
}

function formerSlugs({ article, record }: Item): readonly string[] {
  return [...record.formerSlugs, ...(article?.formerSlugs ?? [])];
}

function formerPathKeys({ article }: Item): readonly string[] {
  return article?.formerPaths?.map(formerPathKey) ?? [];
}

/** The item's positions, one in each feed that it is or was in, with the feed's `scopeKey`. */
function positionsOf({ id, record }: Item): [string, FeedPosition][] {
  const due = instantOf(record.due);
  const { sequence, size } = record;
  const entered = Math.max(instantOf(record.entered), due);
  const everywhere: [string, FeedPosition] = [scopeKey(EVERYTHING), { id, sequence, size, entered }];
  const others = Object.entries(record.feeds).map(([key, membership]): [string, FeedPosition] => {
    const joined = membership.entered ? Math.max(instantOf(membership.entered), due) : entered;
    const left = membership.left && { left: instantOf(membership.left) };
    const before = membership.leftBefore && { leftBefore: instantOf(membership.leftBefore) };
    return [key, { id, size, sequence: membership.sequence ?? sequence, entered: joined, ...left, ...before }];
  });
  return [everywhere, ...others];
}

/**
 * The names of scopes, by `scopeKey`. The first article of a tag or author gives the feed its name; later spellings do
 * not rename it.
 */
function namesOf(items: readonly Item[]): Map<string, NamedScope> {
  const names = new Map<string, NamedScope>();
  for (const { article } of items.toSorted((a, b) => a.record.sequence - b.record.sequence)) {
    for (const named of article ? scopesOf(article) : []) {
      const key = scopeKey(named.scope);
      if (!names.has(key)) names.set(key, named);
    }
  }
  return names;
}

/** Looks up an item of a history. @throws if the ledger does not have the id, which is a bug. */
export function itemOf(content: ContentIndex, id: string): Item {
  const item = content.items.get(id);
  if (!item) throw new Error(`a history holds ${id}, which the ledger does not have`);
  return item;
}

/** Names scopes as of `now`. A scope that no article names any more is named by its slug. */
export function namesAt(content: ContentIndex, now: number): NameOf {
  return (key) =>
    (content.histories.get(key)?.lengthAt(now) ?? 0) === 0
      ? undefined
      : (content.scopes.get(key)?.name ?? key.slice(key.indexOf("/") + 1));
}
