import { type ComposedArticle, composeArticle, type ImportContext } from "../../../import/feeds/compose-article.ts";
import type { EntryFault, ImportedEntry } from "../../../import/feeds/imported-entry.ts";
import { err, type Result } from "../../../syntax/result.ts";

/** An entry, and the settings of the import for it. */
export type EntryJob = { readonly entry: ImportedEntry; readonly context: ImportContext };

export type Composition = Result<ComposedArticle, EntryFault>;

/** Turns an entry into an article. An entry that nests too deeply for the HTML parsers is a fault. */
export function composeEntry({ entry, context }: EntryJob): Composition {
  try {
    return composeArticle(entry, context);
  } catch (error) {
    // The HTML parsers recurse at each level of nesting.
    if (!(error instanceof RangeError)) throw error;
    return err({ message: "elements nested too deeply" });
  }
}
