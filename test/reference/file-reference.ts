import { articleFacts } from "../../src/compile/ledger/article-facts.ts";
import { recordChanges } from "../../src/compile/ledger/record-changes.ts";
import { recordedAt } from "../../src/compile/ledger/record-times.ts";
import type { Article } from "../../src/model/article.ts";
import type { Ledger } from "../../src/model/ledger.ts";
import type { Page } from "../../src/model/page.ts";
import type { Publication } from "../../src/model/publication.ts";
import type { ArticleStore } from "../../src/store/article-store.ts";
import type { Division } from "../../src/store/history.ts";
import { artifactOf } from "../fixtures/file-content.ts";
import { ORIGIN, publication } from "../fixtures/full-article.ts";
import { openMemoryStore } from "./memory-store.ts";

/**
 * The reference for the newsroom: content in file mode, recorded again after each change. It holds everything in memory
 * and is simple enough to be trusted.
 */
export class FileReference {
  readonly #division: Division;
  readonly #articles = new Map<string, Article>();
  readonly #pages = new Map<string, Page>();
  readonly #publication: Publication;
  #ledger: Ledger | undefined;

  constructor(division: Division, about: Publication = publication) {
    this.#division = division;
    this.#publication = about;
    this.#record(0);
  }

  get articles(): readonly Article[] {
    return [...this.#articles.values()];
  }

  put(article: Article, now: number): void {
    this.#articles.set(article.id, article);
    this.#record(now);
  }

  putPage(page: Page, now: number): void {
    this.#pages.set(page.slug, page);
    this.#record(now);
  }

  removePage(slug: string, now: number): void {
    this.#pages.delete(slug);
    this.#record(now);
  }

  /** A production build has no drafts. */
  get #published(): readonly Page[] {
    return [...this.#pages.values()].filter(({ status }) => status === "published");
  }

  /** File mode keeps drafts out of the ledger. */
  #record(now: number): void {
    const articles = this.articles.filter(({ status }) => status !== "draft");
    const recordable = {
      publication: this.#publication,
      articles: articles.map((article) => articleFacts(article)),
      pages: this.#published,
      renderer: "0".repeat(16),
    };
    this.#ledger = recordChanges(this.#ledger, recordable, recordedAt(now)).ledger;
  }

  get store(): ArticleStore {
    return openMemoryStore(this.artifact, ORIGIN, this.#division);
  }

  /** What a build would be made from, as JSON. */
  get artifact(): string {
    const articles = this.articles.filter(({ status }) => status !== "draft");
    return artifactOf(articles, {
      publication: this.#publication,
      pages: this.#published,
      ...(this.#ledger && { ledger: this.#ledger }),
    });
  }
}
