import type { ArticleHead } from "../../../model/article.ts";
import { MAX_LISTED } from "../../../model/catalogue.ts";
import { dueAt } from "../../../model/release.ts";
import { SCOPE_FOLDERS, scopeKey, scopeOfKey } from "../../../model/scope.ts";
import { searchLine } from "../../../model/search-tokens.ts";
import type { CatalogueEntry, FeedFile, ListedItem } from "../data-files.ts";
import { monthOf } from "../month.ts";
import type { Content, ContentItem } from "./content.ts";
import type { ItemPosition } from "./feed-places.ts";
import { recordFacts } from "./write-feed.ts";

/**
 * The feeds that the catalogue may list at `asOf` or later: every podcast and section, and of tags and authors those
 * with the most articles. A feed that loses articles later may let another one in, so there are more of them by as
 * many.
 */
export function catalogueEntries(feeds: readonly Omit<FeedFile, "open">[]): CatalogueEntry[] {
  const entries = feeds.map(({ key, name, begun, told, articles, changed, later }) => ({
    key,
    name,
    begun,
    told,
    articles,
    changed,
    later,
  }));
  const ofKind = (folder: string) => entries.filter(({ key }) => key.startsWith(`${folder}/`));
  const largest = (folder: string) => {
    const all = ofKind(folder);
    const shrinking = all.filter(({ later }) => later.some(({ articles = 0 }) => articles < 0)).length;
    const sorted = all.toSorted((a, b) => b.articles - a.articles || (a.name < b.name ? -1 : 1));
    return sorted.filter(({ later }, index) => index < MAX_LISTED + shrinking || later.length > 0);
  };
  const podcasts = entries.filter(({ key }) => scopeOfKey(key).kind === "podcast");
  return [
    ...podcasts,
    ...ofKind(SCOPE_FOLDERS.section),
    ...largest(SCOPE_FOLDERS.tag),
    ...largest(SCOPE_FOLDERS.author),
  ];
}

/**
 * The lines that filters look at, one a position: the number of its division, the keys of its feeds and its search
 * tokens, with tabs between them. Keys and tokens contain neither tabs nor spaces. An article that is gone has only the
 * number.
 */
export function wordsOf(
  positions: readonly ItemPosition[],
  divisionOf: (id: string) => number,
  head: Content["head"],
): string {
  const lines = positions.map(({ id, item: { article } }) => {
    const keys = article?.scopes.map(({ scope }) => ` ${scopeKey(scope)} `) ?? [];
    return `${divisionOf(id)}\t${keys.join("")}\t${article ? searchLine(head(id)) : ""}`;
  });
  return lines.join("\n");
}

/** The articles at the positions, for lists. */
export function listedItems(positions: readonly ItemPosition[], head: Content["head"]): ListedItem[] {
  return positions.flatMap(({ id, item, entered }) => (item.article ? listedItem(item, head(id), entered) : []));
}

/** The positions whose articles come due in each month (UTC, `YYYY-MM`), newest first. */
export function monthsOf(positions: readonly ItemPosition[]): ReadonlyMap<string, readonly ItemPosition[]> {
  const due = positions
    .flatMap((position) => dueOf(position) ?? [])
    .toSorted((a, b) => b.due - a.due || (a.position.id < b.position.id ? -1 : 1));
  const byMonth = Map.groupBy(due, ({ month }) => month);
  return new Map([...byMonth].map(([month, each]) => [month, each.map(({ position }) => position)]));
}

type DuePosition = { readonly position: ItemPosition; readonly due: number; readonly month: string };

const dues = new WeakMap<ItemPosition, DuePosition>();

function dueOf(position: ItemPosition): DuePosition | undefined {
  const { article } = position.item;
  const known = dues.get(position);
  if (known || !article) return known;
  const due = dueAt(article);
  const made = { position, due, month: monthOf(due) };
  dues.set(position, made);
  return made;
}

function listedItem(item: ContentItem, head: ArticleHead, entered: number): ListedItem {
  const { url, title, language, published, scheduledFor, status, unpublishAt, retraction } = head;
  return {
    id: item.id,
    entered,
    record: recordFacts(item),
    article: {
      url,
      title,
      language,
      published,
      status,
      ...(scheduledFor && { scheduledFor }),
      ...(unpublishAt && { unpublishAt }),
      ...(retraction && { retraction }),
    },
  };
}
