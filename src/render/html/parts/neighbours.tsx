import type { Feed } from "../../../model/feed.ts";
import { archiveLinks } from "../../../site/addresses.ts";
import type { PageLanguage } from "../page-language.ts";

/** The way to older articles, and back to newer ones. */
export function Neighbours({ feed, page: { labels } }: { feed: Feed; page: PageLanguage }) {
  const links = archiveLinks(feed);
  const older = links.find(({ rel }) => rel === "prev-archive");
  const newer = links.find(({ rel }) => rel === "next-archive") ?? links.find(({ rel }) => rel === "current");
  if (!older && !newer) return null;
  return (
    <nav class="neighbours" aria-label={labels.olderArticles}>
      {newer && (
        <a href={newer.addresses.html} rel="next">
          {labels.newerArticles}
        </a>
      )}
      {older && (
        <a href={older.addresses.html} rel="prev">
          {labels.olderArticles}
        </a>
      )}
    </nav>
  );
}
