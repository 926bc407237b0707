import type { ImportNote } from "../../import/feeds/import-note.ts";

/** Something that is not an article. `what` is its kind in the singular; readers of the old site knew its name. */
export type LeftOut = {
  readonly what: string;
  readonly title?: string | undefined;
  readonly address?: string | undefined;
};

/** One article of an import, and what the import did with its file. */
export type ReportedArticle = {
  /** The name of the file in content/articles. */
  readonly file: string;
  readonly id: string;
  readonly status: "draft" | "scheduled" | "published";
  readonly outcome: "written" | "unchanged" | "differs";
  readonly notes: readonly ImportNote[];
};

/** One page of an import. `file` is its path in content. */
export type ReportedPage = Omit<ReportedArticle, "id" | "status"> & { readonly status: "draft" | "published" };

/** What was noted about a document outside of its entries. */
export type ReportedDocument = { readonly source: string; readonly notes: readonly ImportNote[] };

/** Why an entry or a document could not be imported. `place` is its place in the document, such as `line 7`. */
export type ReportedFault = { readonly source: string; readonly place: string; readonly message: string };
