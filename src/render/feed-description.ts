import type { FeedHead } from "../model/feed.ts";
import { isFiltered } from "../model/selection.ts";
import { labelsFor } from "./html/labels/labels-for.ts";

/**
 * What a feed is about, in the language of the publication: the description that the publication gives, or else a
 * sentence that names the section, tag or author. The description of the publication would be the same for all of its
 * feeds, and a list of feeds in a reader could not tell them apart.
 */
export function feedDescription({ description, name, publication, selection }: FeedHead): string {
  if (description !== undefined) return description;
  const { title } = publication;
  const labels = labelsFor(publication.language);
  if (isFiltered(selection)) return labels.matching(name, title);
  switch (selection.scope.kind) {
    case "section":
      return labels.inSection(name, title);
    case "tag":
      return labels.tagged(name, title);
    case "author":
      return labels.byAuthor(name, title);
    case "podcast":
    case "everything":
      return publication.description;
  }
}
