import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { ImportContext } from "../../import/feeds/compose-article.ts";
import type { EntryFault, ImportedEntry } from "../../import/feeds/imported-entry.ts";
import { type ComposedPage, composePage } from "../../import/feeds/pages/compose-page.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import { writeWhole } from "../export/write-whole.ts";
import type { ImportFeedOptions } from "./import-feed-options.ts";
import type { ImportReport } from "./import-report.ts";
import type { ImportedArticles } from "./imported-articles.ts";
import { ImportedPages } from "./imported-pages.ts";
import type { FetchedMedia, MediaFetcher } from "./media/media-fetcher.ts";

const NOTHING: FetchedMedia = { media: new Map(), lengths: new Map(), notes: [] };

/** Writes the pages of the old site into content/pages. A file that a person changed stays, as with articles. */
export class PageWriter {
  readonly #options: ImportFeedOptions;
  readonly #report: ImportReport;
  readonly #folder: string;
  readonly #pages: ImportedPages;
  readonly #media: MediaFetcher | undefined;

  constructor(
    options: ImportFeedOptions,
    root: string,
    report: ImportReport,
    { articles, media }: { readonly articles: ImportedArticles; readonly media: MediaFetcher | undefined },
  ) {
    this.#options = options;
    this.#report = report;
    this.#folder = join(root, "content/pages");
    this.#pages = new ImportedPages(this.#folder, articles);
    this.#media = media;
  }

  /** Returns why the entry cannot become a page. */
  async take(entry: ImportedEntry, context: ImportContext): Promise<Result<undefined, EntryFault>> {
    const composed = compose(entry, context);
    if (!composed.ok) return composed;
    await this.#write(composed.value);
    return ok(undefined);
  }

  async #write({ slug: suggested, text, files, notes, status }: ComposedPage): Promise<void> {
    const { name, slug } = this.#pages.place(suggested);
    const fetched = this.#media ? await this.#media.fetchAll(files) : NOTHING;
    const wanted = text({ slug, isFree: (path) => this.#pages.takePath(path, name), ...fetched });
    const present = this.#pages.read(name);
    const page = { file: `pages/${name}`, status, notes: [...notes, ...fetched.notes] };
    if (present === wanted) return this.#report.page({ ...page, outcome: "unchanged" });
    const isMarkdown = name.endsWith(".md");
    if (present !== undefined && (isMarkdown || !this.#options.force)) {
      const why = `differs from the imported page${isMarkdown ? ", and is Markdown" : ""}; not changed`;
      return this.#report.page({ ...page, outcome: "differs" }, `content/pages/${name}: ${why}`);
    }
    if (!this.#options.isDryRun) {
      mkdirSync(this.#folder, { recursive: true });
      writeWhole(join(this.#folder, name), wanted);
    }
    this.#report.page({ ...page, outcome: "written" });
  }
}

function compose(entry: ImportedEntry, context: ImportContext): Result<ComposedPage, EntryFault> {
  try {
    return composePage(entry, context);
  } catch (error) {
    // The HTML parsers recurse at each level of nesting.
    if (!(error instanceof RangeError)) throw error;
    return err({ message: "elements nested too deeply" });
  }
}
