import type { Feed } from "../../../model/feed.ts";
import type { Publication } from "../../../model/publication.ts";
import { SEARCH_PATH } from "../../../site/addresses.ts";
import { selectionQuery } from "../../../site/feed-links.ts";
import { pageOf } from "../page-language.ts";
import { Alternates, feedsOfList } from "../parts/alternates.tsx";
import { renderDocument } from "../parts/document.tsx";
import { Entries } from "../parts/entries.tsx";
import { Neighbours } from "../parts/neighbours.tsx";
import { PageScripts } from "../parts/outside-scripts.tsx";
import { pageOfList } from "../parts/page-of-list.ts";
import { SearchForm } from "../parts/search-form.tsx";
import { Subscribe } from "../parts/subscribe.tsx";

/**
 * A page of a search: the form alone, or with articles that match, newest first. Search engines must not list it.
 *
 * @param number the number of the page, from 1. Undefined is returned if there is no such page
 */
export function renderSearchPage(publication: Publication): string;
export function renderSearchPage(publication: Publication, found: Feed, number: number): string | undefined;
export function renderSearchPage(publication: Publication, found?: Feed, number = 1): string | undefined {
  const page = pageOf(publication);
  const { labels } = page;
  const words = found?.selection.words;
  const address = publication.address + SEARCH_PATH + (found ? selectionQuery(found.selection) : "");
  const listed = found && pageOfList(found, number, address);
  if (found && !listed) return undefined;
  const heading = words === undefined ? labels.search : `${labels.search}: ${words}`;
  return renderDocument({
    page,
    publication,
    title: `${heading} — ${publication.title}`,
    kind: "inner",
    isIndexed: false,
    hasSubscribe: found !== undefined,
    head: (
      <>
        <link rel="canonical" href={publication.address + SEARCH_PATH} />
        {found && <Alternates feeds={feedsOfList(found)} publication={publication} />}
        <PageScripts publication={publication} hasPlayers={false} />
      </>
    ),
    children: (
      <div class="column">
        <header class="list-heading">
          <h1>{labels.search}</h1>
          <SearchForm publication={publication} page={page} {...(words !== undefined && { words })} />
        </header>
        {found && listed && (
          <>
            <Entries feed={found} entries={listed.entries} page={page} />
            <Neighbours listed={listed} page={page} />
            <Subscribe addresses={found.addresses} hasPodcast={false} page={page} />
          </>
        )}
      </div>
    ),
  });
}
