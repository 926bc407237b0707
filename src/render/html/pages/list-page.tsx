import { authorOf } from "../../../model/author.ts";
import type { Feed } from "../../../model/feed.ts";
import { nameSlug } from "../../../model/scope.ts";
import { isFiltered } from "../../../model/selection.ts";
import { selectionQuery } from "../../../site/feed-links.ts";
import { feedDescription } from "../../feed-description.ts";
import { FrontArticles } from "../front/front.tsx";
import { type PageLanguage, pageOf } from "../page-language.ts";
import { Alternates, feedsOfList, podcastBeside, pushLinks } from "../parts/alternates.tsx";
import { AuthorCard } from "../parts/author-card.tsx";
import { renderDocument } from "../parts/document.tsx";
import { Entries } from "../parts/entries.tsx";
import { isFrontPage } from "../parts/is-front-page.ts";
import { Neighbours } from "../parts/neighbours.tsx";
import { FeedOpenGraph } from "../parts/open-graph.tsx";
import { PageScripts } from "../parts/outside-scripts.tsx";
import { pageOfList } from "../parts/page-of-list.ts";
import { SearchForm } from "../parts/search-form.tsx";
import { Subscribe } from "../parts/subscribe.tsx";

/**
 * A page of a feed: the front page, or the articles of a section, tag, author, search or archive.
 *
 * @param number the number of the page, from 1. Undefined is returned if there is no such page
 */
export function renderListPage(feed: Feed): string;
export function renderListPage(feed: Feed, number: number): string | undefined;
export function renderListPage(feed: Feed, number = 1): string | undefined {
  const listed = pageOfList(feed, number);
  if (!listed) return undefined;
  const { addresses, publication, selection } = feed;
  const page = pageOf(publication);
  const isFront = isFrontPage(feed) && number === 1;
  const heading = feedHeading(feed, page);
  const numbered = number === 1 ? heading : `${heading} · ${page.labels.pageNumber(inDigits(number, page))}`;
  const hasPodcast = selectionQuery(selection) === "" && podcastBeside(selection.scope, publication) !== undefined;
  const { scope } = selection;
  const subscribe = <Subscribe addresses={addresses} hasPodcast={hasPodcast} page={page} />;
  return renderDocument({
    page,
    publication,
    title: isFrontPage(feed) ? numbered : `${numbered} — ${publication.title}`,
    description: feedDescription(feed),
    kind: isFront ? "front" : "inner",
    // Search engines must not list searches.
    isIndexed: selection.words === undefined && selection.limit === undefined,
    hasSubscribe: true,
    section: scope.kind === "section" ? scope.slug : undefined,
    head: (
      <>
        <link rel="canonical" href={listed.address} />
        <Alternates feeds={feedsOfList(feed)} publication={publication} more={number === 1 ? pushLinks(feed) : []} />
        {publication.licence && <link rel="license" href={publication.licence} />}
        <FeedOpenGraph feed={feed} />
        <PageScripts publication={publication} hasPlayers={false} />
      </>
    ),
    children: isFront ? (
      <>
        <FrontArticles feed={feed} page={page} />
        <Neighbours listed={listed} page={page} />
        {subscribe}
      </>
    ) : (
      <div class="column h-feed">
        <ListHeading feed={feed} page={page} heading={numbered} isFirst={number === 1} />
        <Entries feed={feed} entries={listed.entries} page={page} />
        <Neighbours listed={listed} page={page} />
        {subscribe}
      </div>
    ),
  });
}

type ListHeadingProps = { feed: Feed; page: PageLanguage; heading: string; isFirst: boolean };

/** The heading of a list, and what is said of its subject: of a section, of an author, or the words of a search. */
function ListHeading({ feed, page, heading, isFirst }: ListHeadingProps) {
  const { description, publication, selection } = feed;
  const { scope } = selection;
  const author = scope.kind === "author" && !isFiltered(selection) ? authorOf(publication, scope.slug) : undefined;
  return (
    <header class="list-heading">
      <h1 class="p-name">
        <bdi>{heading}</bdi>
      </h1>
      {isFirst && scope.kind === "section" && description !== undefined && <p class="p-summary">{description}</p>}
      {isFirst && author && <AuthorCard author={author} />}
      {isFirst && scope.kind === "author" && <AuthorLinks feed={feed} />}
      {selection.words !== undefined && <SearchForm publication={publication} page={page} words={selection.words} />}
    </header>
  );
}

/** The address that the byline of the newest article gives the author, unless the publication describes the author. */
function AuthorLinks({ feed: { entries, publication, selection } }: { feed: Feed }) {
  const { scope } = selection;
  if (scope.kind !== "author" || authorOf(publication, scope.slug)) return null;
  const people = entries.flatMap(({ byline, agency }) => [...byline, ...(agency ? [agency] : [])]);
  const url = people.find((person) => person.url !== undefined && nameSlug(person.name) === scope.slug)?.url;
  return url === undefined ? null : (
    <p>
      <a href={url} rel="me" dir="ltr">
        {url.replace(/^https?:\/\/|\/$/g, "")}
      </a>
    </p>
  );
}

/** The heading of a feed's page. The heading of an archive says that the articles are older, and gives its number. */
export function feedHeading({ name, place: { document } }: Feed, page: PageLanguage): string {
  if (document.kind === "current") return name;
  return `${name} · ${page.labels.olderArticles} (${inDigits(document.number, page)})`;
}

function inDigits(number: number, { tag }: PageLanguage): string {
  return new Intl.NumberFormat(tag).format(number);
}
