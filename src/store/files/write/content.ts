import type { Article, ArticleHead } from "../../../model/article.ts";
import type { Ledger, LedgerArticle } from "../../../model/ledger.ts";
import type { Publication } from "../../../model/publication.ts";
import { latest } from "../../../model/timestamp.ts";
import type { BundledMedia } from "../content-artifact.ts";
import type { Item } from "../item.ts";

/**
 * What a build writes down: every article that the ledger knows, by id. Its head is in memory, and `read` gets the
 * whole article when a file is written that has it. `articles` lacks those whose file was deleted.
 */
export type Content = {
  readonly mode: "development" | "production";
  readonly publication: Publication;
  readonly ledger: Ledger;
  readonly articles: ReadonlyMap<string, ArticleHead>;
  readonly media: readonly BundledMedia[];
  readonly read: (id: string) => Article;
};

export type ContentItem = Item<ArticleHead> & { readonly record: LedgerArticle };

/** The items of the ledger, in the order of their numbers. */
export function itemsOf({ ledger, articles }: Content): ContentItem[] {
  return Object.entries(ledger.articles)
    .map(([id, record]): ContentItem => {
      const article = articles.get(id);
      return { id, record, ...(article && { article: dated(article, record) }) };
    })
    .toSorted((a, b) => a.record.sequence - b.record.sequence);
}

/** An article that was published again is newer than the notice of its withdrawal, so that readers show it again. */
export function dated<Facts extends Pick<Article, "updated">>(article: Facts, { restored }: LedgerArticle): Facts {
  return restored === undefined ? article : { ...article, updated: latest(article.updated, restored) };
}
