import type { Feed } from "../../model/feed.ts";
import { FEED_FORMATS, type FeedFormat } from "../../render/formats.ts";
import { renderFeedPage } from "../../render/html/pages/feed-page.tsx";
import { renderListPage } from "../../render/html/pages/list-page.tsx";
import { renderSearchPage } from "../../render/html/pages/search-page.tsx";
import { feedsOfList, type PageLink, pushLinks } from "../../render/html/parts/alternates.tsx";
import { noticesOf } from "../../render/retraction-notice.ts";
import { feedLinkHeader, pageLinkHeader } from "../link-header.ts";
import type { Rendered } from "../representation/representation.ts";
import { fingerprint, hasFingerprints } from "./feed-etag.ts";

/**
 * What a client can get of a feed: the feed itself in a form, a page that lists its articles, a page of a search, or the
 * page about a form, which a browser gets at the address of that form. Pages of a list are numbered from 1.
 */
export type FeedView =
  | { readonly kind: "form"; readonly form: FeedFormat }
  | { readonly kind: "page"; readonly number: number }
  | { readonly kind: "search"; readonly number: number }
  | { readonly kind: "about"; readonly form: FeedFormat };

/** Returns undefined if the list has no page of this number. */
export function renderFeedView(feed: Feed, view: FeedView): Rendered | undefined {
  const { modified, validUntil } = feed;
  switch (view.kind) {
    case "form": {
      const { mediaType, render } = FEED_FORMATS[view.form];
      const fingerprints = hasFingerprints(feed.place.document, view.form)
        ? [...feed.entries, ...noticesOf(feed)].map(fingerprint).join("")
        : "";
      const headers = [feedLinkHeader(feed, view.form)];
      return { text: render(feed), mediaType, headers, modified, validUntil, fingerprints };
    }
    case "page": {
      const text = renderListPage(feed, view.number);
      const links = view.number === 1 ? pushLinks(feed) : [];
      return text === undefined ? undefined : { text, ...pageOf(feed, links), modified, validUntil };
    }
    case "search": {
      const text = renderSearchPage(feed.publication, feed, view.number);
      return text === undefined ? undefined : { text, ...pageOf(feed), modified, validUntil };
    }
    case "about":
      return { text: renderFeedPage(feed, view.form), ...pageOf(feed), modified, validUntil };
  }
}

function pageOf(feed: Feed, more: readonly PageLink[] = []): Pick<Rendered, "mediaType" | "headers"> {
  return {
    mediaType: "text/html",
    headers: [
      pageLinkHeader(feedsOfList(feed), feed.publication, more),
      ["Content-Language", feed.publication.language],
    ],
  };
}
