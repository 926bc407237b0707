import type { Publication } from "../../model/publication.ts";
import { EVERYTHING, type NamedScope, scopeKey, scopesOf } from "../../model/scope.ts";
import { instantOf } from "../../model/timestamp.ts";
import { formerPathKey } from "../../site/former-path.ts";
import type { NameOf } from "../feed-head.ts";
import { type Division, History, type Slot } from "../history.ts";
import type { ContentArtifact } from "./content-artifact.ts";
import type { Item } from "./item.ts";

/** The content of a build, indexed once: by id, by slug, and by feed. */
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
  /** When the publication's own facts, or the way all is rendered, last changed: in milliseconds since the epoch. */
  readonly modified: number;
};

export function indexContent(artifact: ContentArtifact, publication: Publication, division: Division): ContentIndex {
  const { ledger } = artifact;
  const articles = new Map(artifact.articles.map((article) => [article.id, article]));
  const list: Item[] = Object.entries(ledger.articles).map(([id, record]) => {
    const article = articles.get(id);
    return { id, record, ...(article && { article }) };
  });
  const slots = new Map<string, Slot[]>();
  for (const [key, slot] of list.flatMap(slotsOf)) {
    const known = slots.get(key);
    if (known) known.push(slot);
    else slots.set(key, [slot]);
  }
  return {
    publication,
    items: new Map(list.map((item) => [item.id, item])),
    bySlug: new Map(list.map((item) => [item.article?.slug ?? item.record.slug, item])),
    byFormerSlug: new Map(list.flatMap((item) => formerSlugs(item).map((slug) => [slug, item]))),
    byFormerPath: new Map(list.flatMap((item) => formerPathKeys(item).map((key) => [key, item]))),
    histories: new Map([...slots].map(([key, each]) => [key, new History(each, division)])),
    scopes: namesOf(list),
    modified: Math.max(instantOf(ledger.publication.modified), instantOf(ledger.renderer.modified)),
  };
}

function formerSlugs({ article, record }: Item): readonly string[] {
  return [...record.formerSlugs, ...(article?.formerSlugs ?? [])];
}

function formerPathKeys({ article }: Item): readonly string[] {
  return article?.formerPaths?.map(formerPathKey) ?? [];
}

/** The item's places, one in each feed it is or was in. */
function slotsOf({ id, record }: Item): [string, Slot][] {
  const due = instantOf(record.due);
  const { sequence, size } = record;
  const entered = Math.max(instantOf(record.entered), due);
  const everywhere: [string, Slot] = [scopeKey(EVERYTHING), { id, sequence, size, entered }];
  const others = Object.entries(record.feeds).map(([key, membership]): [string, Slot] => {
    const joined = membership.entered ? Math.max(instantOf(membership.entered), due) : entered;
    const left = membership.left && { left: instantOf(membership.left) };
    return [key, { id, size, sequence: membership.sequence ?? sequence, entered: joined, ...left }];
  });
  return [everywhere, ...others];
}

/** A tag or author is called what the article that brought it in calls it; later spellings do not rename a feed. */
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

export function itemOf(shelf: ContentIndex, id: string): Item {
  const item = shelf.items.get(id);
  if (!item) throw new Error(`a history holds ${id}, which the ledger does not have`);
  return item;
}

/** What scopes are called at `now`. One that no article names any more keeps its address for a name. */
export function namesAt(shelf: ContentIndex, now: number): NameOf {
  return (key) =>
    (shelf.histories.get(key)?.lengthAt(now) ?? 0) === 0
      ? undefined
      : (shelf.scopes.get(key)?.name ?? key.slice(key.indexOf("/") + 1));
}
