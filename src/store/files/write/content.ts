import type { Article, ArticleHead } from "../../../model/article.ts";
import type { Ledger, LedgerArticle } from "../../../model/ledger.ts";
import type { Page } from "../../../model/page.ts";
import type { Publication } from "../../../model/publication.ts";
import type { NamedScope } from "../../../model/scope.ts";
import { latest } from "../../../model/timestamp.ts";
import type { BundledMedia } from "../content-artifact.ts";
import type { Item, ItemTimes } from "../item.ts";

/**
 * What a build writes down: every article that the ledger knows, by id. The facts of all articles are in memory. `head`
 * and `read` get the rest when a file is written that has it. `articles` lacks those whose file was deleted.
 *
 * No value is changed in place: two contents that have the same object, such as the record of an article, agree on it.
 */
export type Content = {
  readonly mode: "development" | "production";
  readonly publication: Publication;
  readonly ledger: Ledger;
  readonly articles: ReadonlyMap<string, LaidOutArticle>;
  readonly pages: readonly Page[];
  readonly media: readonly BundledMedia[];
  readonly head: (id: string) => ArticleHead;
  readonly read: (id: string) => Article;
};

/** The facts of an article that decide in which files it is. `scopes` are its feeds, apart from that of everything. */
export type LaidOutArticle = ItemTimes &
  Pick<Article, "slug" | "updated" | "formerSlugs" | "formerPaths" | "pictures"> & {
    readonly scopes: readonly NamedScope[];
  };

export type ContentItem = Item<LaidOutArticle> & { readonly record: LedgerArticle };

type MadeItem = { readonly article: LaidOutArticle | undefined; readonly item: ContentItem };

/** The last item made of each record. What was worked out for an item then holds in later builds of this process. */
const made = new WeakMap<LedgerArticle, MadeItem>();

/** The items of the ledger, in the order of their numbers. */
export function itemsOf({ ledger, articles }: Pick<Content, "ledger" | "articles">): ContentItem[] {
  return Object.entries(ledger.articles)
    .map(([id, record]) => itemOf(id, record, articles.get(id)))
    .toSorted((a, b) => a.record.sequence - b.record.sequence);
}

function itemOf(id: string, record: LedgerArticle, article: LaidOutArticle | undefined): ContentItem {
  const known = made.get(record);
  if (known && known.article === article && known.item.id === id) return known.item;
  const item: ContentItem = article ? { id, record, article: dated(article, record) } : { id, record };
  made.set(record, { article, item });
  return item;
}

/** An article that was published again is newer than the notice of its withdrawal, so that readers show it again. */
export function dated<Facts extends Pick<Article, "updated">>(article: Facts, { restored }: LedgerArticle): Facts {
  return restored === undefined ? article : { ...article, updated: latest(article.updated, restored) };
}
