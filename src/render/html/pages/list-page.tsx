import type { Feed } from "../../../model/feed.ts";
import { documentAddresses } from "../../../site/addresses.ts";
import { pageLanguage } from "../page-language.ts";
import { Alternates, feedsOfList, pushLinks } from "../parts/alternates.tsx";
import { renderDocument } from "../parts/document.tsx";
import { Entries } from "../parts/entries.tsx";
import { feedHeading, isFrontPage } from "../parts/feed-heading.ts";
import { Neighbours } from "../parts/neighbours.tsx";
import { FeedOpenGraph } from "../parts/open-graph.tsx";
import { Subscribe } from "../parts/subscribe.tsx";

/** The page of a feed: the publication's front page, or the articles of one section, tag or author, or of the past. */
export function renderListPage(feed: Feed): string {
  const { addresses, description, publication, selection } = feed;
  const page = pageLanguage(publication.language);
  const isFront = isFrontPage(feed);
  const heading = feedHeading(feed, page);
  return renderDocument({
    page,
    publication,
    title: isFront ? heading : `${heading} — ${publication.title}`,
    description,
    kind: isFront ? "front" : "inner",
    // A search is nothing that a search engine should list.
    isIndexed: selection.words === undefined && selection.limit === undefined,
    hasSubscribe: true,
    head: (
      <>
        <link rel="canonical" href={documentAddresses(feed).html} />
        <Alternates feeds={feedsOfList(feed)} publication={publication} more={pushLinks(feed)} />
        {publication.licence && <link rel="license" href={publication.licence} />}
        <FeedOpenGraph feed={feed} />
      </>
    ),
    children: isFront ? (
      <>
        <div>
          <Entries feed={feed} page={page} />
          <Neighbours feed={feed} page={page} />
        </div>
        <Subscribe addresses={addresses} page={page} />
      </>
    ) : (
      <div class="column h-feed">
        <h1 class="p-name">
          <bdi>{heading}</bdi>
        </h1>
        {selection.scope.kind === "section" && <p class="p-summary">{description}</p>}
        <Entries feed={feed} page={page} />
        <Neighbours feed={feed} page={page} />
        <Subscribe addresses={addresses} page={page} />
      </div>
    ),
  });
}
