import type { Feed } from "../../model/feed.ts";
import { documentAddresses } from "../../site/addresses.ts";
import { Alternates, feedsOfList, pushLinks } from "./alternates.tsx";
import { renderDocument } from "./document.tsx";
import { Entries } from "./entries.tsx";
import { feedHeading, isFrontPage } from "./feed-heading.ts";
import { Neighbours } from "./neighbours.tsx";
import { FeedOpenGraph } from "./open-graph.tsx";
import { pageLanguage } from "./page-language.ts";
import { Subscribe } from "./subscribe.tsx";

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
