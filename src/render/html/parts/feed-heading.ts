import type { Feed } from "../../../model/feed.ts";
import { ALL, selectionQuery } from "../../../model/selection.ts";
import type { PageLanguage } from "../page-language.ts";

/** Whether the page of this feed is the publication's front page. */
export function isFrontPage({ selection, place }: Feed): boolean {
  const isAll = selection.scope.kind === ALL.scope.kind && selectionQuery(selection) === "";
  return isAll && place.document.kind === "current";
}

/** What the page of a feed is called; an archive says that it holds older articles, and which part of them. */
export function feedHeading({ name, place: { document } }: Feed, { labels, tag }: PageLanguage): string {
  if (document.kind === "current") return name;
  return `${name} · ${labels.olderArticles} (${new Intl.NumberFormat(tag).format(document.number)})`;
}
