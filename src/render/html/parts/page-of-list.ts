import type { Article } from "../../../model/article.ts";
import type { Feed } from "../../../model/feed.ts";
import { archiveLinks, documentAddresses } from "../../../site/feed-links.ts";
import { arrangeFront } from "../front/arrange-front.ts";
import { isFrontPage } from "./is-front-page.ts";

/** Articles on a page of a list. */
const PAGE_LENGTH = 24;

/** The query parameter with the number of a page of a list. The first has none. */
export const PAGE_PARAMETER = "page";

/** One page of a list: its articles, and the addresses of the pages with older and newer ones. */
export type ListedPage = {
  readonly entries: readonly Article[];
  readonly address: string;
  readonly older?: string | undefined;
  readonly newer?: string | undefined;
};

/**
 * A page of the articles of a document. Pages are numbered from 1. The first page of the front is arranged in its own
 * way, and the others list what it does not show. Returns undefined if there is no such page.
 *
 * @param own the address of the first page
 */
export function pageOfList(
  feed: Feed,
  number: number,
  own: string = documentAddresses(feed).html,
): ListedPage | undefined {
  const isFront = isFrontPage(feed);
  const rest = isFront ? arrangeFront(feed.entries, feed.publication).others : feed.entries;
  const from = PAGE_LENGTH * (number - (isFront ? 2 : 1));
  const entries = isFront && number === 1 ? feed.entries : rest.slice(from, from + PAGE_LENGTH);
  if (number > 1 && entries.length === 0) return undefined;
  const hasMore = rest.length > from + PAGE_LENGTH && rest.length > 0;
  const links = archiveLinks(feed);
  const archive = (rel: string) => links.find((link) => link.rel === rel)?.addresses.html;
  return {
    entries,
    address: numbered(own, number),
    older: hasMore ? numbered(own, number + 1) : archive("prev-archive"),
    newer: number > 1 ? numbered(own, number - 1) : (archive("next-archive") ?? archive("current")),
  };
}

/** The address of a page of a list. */
function numbered(address: string, number: number): string {
  if (number === 1) return address;
  return `${address}${address.includes("?") ? "&" : "?"}${PAGE_PARAMETER}=${number}`;
}
