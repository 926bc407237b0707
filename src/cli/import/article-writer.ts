import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { articleText } from "../../import/feeds/article-text.ts";
import type { ComposedArticle } from "../../import/feeds/compose-article.ts";
import { EntryIds } from "../../import/feeds/identity/entry-ids.ts";
import { writeWhole } from "../export/write-whole.ts";
import type { ComposedEntry } from "./compose/compose-entries.ts";
import type { ImportFeedOptions } from "./import-feed-options.ts";
import type { ImportReport } from "./import-report.ts";
import { ImportedArticles } from "./imported-articles.ts";
import { earlierText } from "./media/earlier-text.ts";
import type { FetchedMedia, MediaFetcher } from "./media/media-fetcher.ts";
import { unknownLengths } from "./media/unknown-lengths.ts";
import { PageWriter } from "./page-writer.ts";

const NOTHING: FetchedMedia = { media: new Map(), lengths: new Map(), notes: [] };

/**
 * Writes entries into content/articles and content/pages, one file each. A file that is there and differs was changed by a person, so it
 * stays.
 */
export class ArticleWriter {
  readonly #options: ImportFeedOptions;
  readonly #report: ImportReport;
  readonly #folder: string;
  readonly #articles: ImportedArticles;
  readonly #media: MediaFetcher | undefined;
  readonly #ids: EntryIds;
  readonly #pages: PageWriter;

  /** @param media copies the files of articles, or is undefined to leave them where they are */
  constructor(options: ImportFeedOptions, root: string, report: ImportReport, media?: MediaFetcher) {
    this.#options = options;
    this.#report = report;
    this.#folder = join(root, "content/articles");
    this.#articles = new ImportedArticles(this.#folder);
    this.#ids = new EntryIds((id) => this.#articles.factsBefore(id));
    this.#media = media;
    this.#pages = new PageWriter(options, root, report, { articles: this.#articles, media });
    if (!options.isDryRun) mkdirSync(this.#folder, { recursive: true });
  }

  /** @param source the name of the document in a report */
  async take(read: ComposedEntry, source: string): Promise<void> {
    if (read.kind === "left out") {
      const { kind: _, ...leftOut } = read;
      return this.#report.skip(leftOut);
    }
    const fault = (message: string) => this.#report.fault(message, source, read.place);
    if (read.kind === "fault") return fault(read.message);
    if (read.kind === "page") {
      const written = await this.#pages.take(read.entry, read.context);
      return written.ok ? undefined : fault(written.error.message);
    }
    const { composition } = read;
    if (!composition.ok) return fault(composition.error.message);
    const composed = composition.value;
    // A feed and its archives overlap. The first of two entries of one article is the newest.
    const taken = this.#ids.take(composed.identity, composed, source);
    if (taken.kind === "repeated") {
      this.#report.repeated += 1;
      return;
    }
    if (taken.rename) this.#rename(taken.rename.from, taken.rename.to);
    await this.#write(taken.id, composed);
  }

  /** Gives a file that this import wrote another id. */
  #rename(from: string, to: string): void {
    const name = this.#articles.rename(from, to);
    const text = name === undefined ? undefined : this.#articles.read(name);
    if (name === undefined || text === undefined || this.#options.isDryRun) return;
    writeWhole(
      join(this.#folder, name),
      text.replace(stringify({ id: from }), () => stringify({ id: to })),
    );
  }

  async #write(id: string, { slug: suggested, draft, files, notes, status }: ComposedArticle): Promise<void> {
    const report = this.#report;
    const { name, slug, isNew } = this.#articles.place(id, suggested);
    const fetched = this.#media ? await this.#media.fetchAll(files) : NOTHING;
    const place = { id, slug, isFree: (path: string) => this.#articles.takePath(path, name), ...fetched };
    const wanted = articleText(draft, place);
    const present = isNew ? undefined : this.#articles.read(name);
    const all = [...notes, ...unknownLengths(files, fetched), ...fetched.notes];
    const article = { file: name, id, status, notes: all };
    if (present === wanted) return report.article({ ...article, outcome: "unchanged" });
    const isMarkdown = name.endsWith(".md");
    const isOurs = present !== undefined && present === earlierText(present, draft, place);
    if (present !== undefined && !isOurs && (isMarkdown || !this.#options.force))
      return report.article(
        { ...article, outcome: "differs" },
        `content/articles/${name}: differs from the imported article${isMarkdown ? ", and is Markdown" : ""}; not changed`,
      );
    if (!this.#options.isDryRun) writeWhole(join(this.#folder, name), wanted);
    report.article({ ...article, outcome: "written" });
  }
}
