import { podcastOf } from "../../../model/podcast.ts";
import type { Publication } from "../../../model/publication.ts";
import { EVERYTHING, type Scope, scopeKey, scopeOfKey } from "../../../model/scope.ts";
import { instantOf } from "../../../model/timestamp.ts";
import { type Division, divisionOf, type FeedPosition, History } from "../../history.ts";
import type { ContentItem } from "./content.ts";

/** A position with the item that it holds. */
export type ItemPosition = FeedPosition & { readonly item: ContentItem };

/** The history of a feed, and the name of its scope. */
export type NamedHistory = {
  readonly key: string;
  readonly name: string;
  readonly history: History<ItemPosition>;
};

/**
 * The history of every feed of the publication that an article is or was in, by `scopeKey`. That of everything is the
 * first, and is there even without an article.
 *
 * The first article of a tag or author gives the feed its name; later spellings do not rename it. A scope that no
 * article names any more is named by its slug.
 *
 * @param items in the order of their numbers
 */
export function historiesOf(
  items: readonly ContentItem[],
  publication: Publication,
  division: Division,
): ReadonlyMap<string, NamedHistory> {
  const everything = scopeKey(EVERYTHING);
  const positions = new Map<string, ItemPosition[]>([[everything, []]]);
  const names = new Map<string, string>();
  for (const item of items) {
    for (const [key, position] of positionsOf(item)) {
      const others = positions.get(key);
      if (others) others.push(position);
      else positions.set(key, [position]);
    }
    for (const { scope, name } of item.article?.scopes ?? []) {
      const key = scopeKey(scope);
      if (!names.has(key)) names.set(key, name);
    }
  }
  // An episode is in podcasts that the publication may not have, and nobody asks for those.
  const isThere = (scope: Scope) => scope.kind !== "podcast" || podcastOf(publication, scope) !== undefined;
  const served = [...positions].filter(([key]) => isThere(scopeOfKey(key)));
  return new Map(
    served.map(([key, each]) => {
      const name = names.get(key) ?? key.slice(key.indexOf("/") + 1);
      return [key, namedHistory(key, name, each, divisionOf(key, division))];
    }),
  );
}

type MadeHistory = {
  readonly positions: readonly ItemPosition[];
  readonly division: Division;
  readonly named: NamedHistory;
};

/** The last history of each feed, by its first position: in the next build of a process, most are the same. */
const made = new WeakMap<ItemPosition, MadeHistory>();

function namedHistory(key: string, name: string, positions: readonly ItemPosition[], division: Division): NamedHistory {
  const [first] = positions;
  const before = first && made.get(first);
  const isSame =
    before?.named.key === key &&
    before.named.name === name &&
    before.division.entries === division.entries &&
    before.division.bytes === division.bytes &&
    before.positions.length === positions.length &&
    before.positions.every((position, index) => position === positions[index]);
  if (isSame) return before.named;
  const named = { key, name, history: new History(positions, division) };
  if (first) made.set(first, { positions, division, named });
  return named;
}

type KeyedPosition = readonly [key: string, position: ItemPosition];

const known = new WeakMap<ContentItem, readonly KeyedPosition[]>();

/** The item's positions, one in each feed that it is or was in, with the feed's `scopeKey`. */
function positionsOf(item: ContentItem): readonly KeyedPosition[] {
  const earlier = known.get(item);
  if (earlier) return earlier;
  const positions = madePositions(item);
  known.set(item, positions);
  return positions;
}

function madePositions(item: ContentItem): readonly KeyedPosition[] {
  const { id, record } = item;
  const due = instantOf(record.due);
  const { sequence, size } = record;
  const entered = Math.max(instantOf(record.entered), due);
  const others = Object.entries(record.feeds).map(([key, membership]): KeyedPosition => {
    const joined = membership.entered ? Math.max(instantOf(membership.entered), due) : entered;
    const left = membership.left && { left: instantOf(membership.left) };
    const before = membership.leftBefore && { leftBefore: instantOf(membership.leftBefore) };
    return [key, { id, item, size, sequence: membership.sequence ?? sequence, entered: joined, ...left, ...before }];
  });
  return [[scopeKey(EVERYTHING), { id, item, sequence, size, entered }], ...others];
}
