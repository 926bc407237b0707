import type { Feed } from "../../../model/feed.ts";
import { ALL } from "../../../model/selection.ts";
import { archiveLinks, documentAddresses, selectionQuery } from "../../../site/feed-links.ts";
import { feedDescription } from "../../feed-description.ts";
import { type PageLanguage, pageLanguage } from "../page-language.ts";
import { Alternates, feedsOfList, podcastBeside, pushLinks } from "../parts/alternates.tsx";
import { renderDocument } from "../parts/document.tsx";
import { Entries } from "../parts/entries.tsx";
import { FeedOpenGraph } from "../parts/open-graph.tsx";
import { PageScripts } from "../parts/outside-scripts.tsx";
import { Subscribe } from "../parts/subscribe.tsx";

/** The page of a feed: the front page, or the articles of a section, tag, author, search or archive. */
export function renderListPage(feed: Feed): string {
  const { addresses, description, publication, selection } = feed;
  const page = pageLanguage(publication.language);
  const isFront = isFrontPage(feed);
  const heading = feedHeading(feed, page);
  const hasPodcast = selectionQuery(selection) === "" && podcastBeside(selection.scope, publication) !== undefined;
  return renderDocument({
    page,
    publication,
    title: isFront ? heading : `${heading} — ${publication.title}`,
    description: feedDescription(feed),
    kind: isFront ? "front" : "inner",
    // Search engines must not list searches.
    isIndexed: selection.words === undefined && selection.limit === undefined,
    hasSubscribe: true,
    head: (
      <>
        <link rel="canonical" href={documentAddresses(feed).html} />
        <Alternates feeds={feedsOfList(feed)} publication={publication} more={pushLinks(feed)} />
        {publication.licence && <link rel="license" href={publication.licence} />}
        <FeedOpenGraph feed={feed} />
        <PageScripts publication={publication} hasPlayers={false} />
      </>
    ),
    children: isFront ? (
      <>
        <div>
          <Entries feed={feed} page={page} />
          <Neighbours feed={feed} page={page} />
        </div>
        <Subscribe addresses={addresses} hasPodcast={hasPodcast} page={page} />
      </>
    ) : (
      <div class="column h-feed">
        <h1 class="p-name">
          <bdi>{heading}</bdi>
        </h1>
        {selection.scope.kind === "section" && description !== undefined && <p class="p-summary">{description}</p>}
        <Entries feed={feed} page={page} />
        <Neighbours feed={feed} page={page} />
        <Subscribe addresses={addresses} hasPodcast={hasPodcast} page={page} />
      </div>
    ),
  });
}

/** Whether the page of this feed is the publication's front page. */
export function isFrontPage({ selection, place }: Feed): boolean {
  const isAll = selection.scope.kind === ALL.scope.kind && selectionQuery(selection) === "";
  return isAll && place.document.kind === "current";
}

/** The heading of a feed's page. The heading of an archive says that the articles are older, and gives its number. */
export function feedHeading({ name, place: { document } }: Feed, { labels, tag }: PageLanguage): string {
  if (document.kind === "current") return name;
  return `${name} · ${labels.olderArticles} (${new Intl.NumberFormat(tag).format(document.number)})`;
}

/** Links to the pages with older and with newer articles. */
function Neighbours({ feed, page: { labels } }: { feed: Feed; page: PageLanguage }) {
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
