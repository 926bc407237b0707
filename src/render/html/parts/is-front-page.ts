import type { Feed } from "../../../model/feed.ts";
import { ALL } from "../../../model/selection.ts";
import { selectionQuery } from "../../../site/feed-links.ts";

/** Whether the first page of this feed is the publication's front page. */
export function isFrontPage({ selection, place }: Pick<Feed, "selection" | "place">): boolean {
  const isAll = selection.scope.kind === ALL.scope.kind && selectionQuery(selection) === "";
  return isAll && place.document.kind === "current";
}
