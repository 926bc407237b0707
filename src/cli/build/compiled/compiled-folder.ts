import type { ContentFault } from "../../../compile/content-fault.ts";
import type { ArticleFacts } from "../../../compile/ledger/article-facts.ts";
import type { UsedMedia } from "../../../compile/media/used-media.ts";
import type { Article, ArticleHead } from "../../../model/article.ts";
import type { Page } from "../../../model/page.ts";
import type { Publication } from "../../../model/publication.ts";

/**
 * A compiled article of a folder. Its facts are in memory, and the rest is read from disk each time it is asked for, so
 * that a build of any size holds one body at a time.
 *
 * `head` and `read` cost some microseconds each. They are valid until `CompiledFolder.close`, also if the article's
 * file changes meanwhile or another build runs.
 */
export type CompiledFile = {
  /** The path of the file from the repository's root, with slashes. */
  readonly file: string;
  readonly facts: ArticleFacts;
  readonly head: () => ArticleHead;
  /** The whole article, with the members in the order of the model: the same article gives the same JSON. */
  readonly read: () => Article;
};

/** A folder of content after compilation. The addresses have the placeholder origin, as in `CompiledContent`. */
export type CompiledFolder = {
  readonly publication: Publication;
  /** In the order of their files' names. A production build has no drafts among them. */
  readonly articles: readonly CompiledFile[];
  /** Whole, since there are few. */
  readonly pages: readonly Page[];
  readonly media: readonly UsedMedia[];
  readonly warnings: readonly ContentFault[];
  /** How many articles were compiled anew, and not taken from an earlier run. */
  readonly compiled: number;
  /** Lets go of the files on disk. */
  readonly close: () => void;
};
