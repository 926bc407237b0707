import type { Feed } from "../../model/feed.ts";
import { FEED_FORMATS, type FeedFormat } from "../../render/formats.ts";
import { renderFeedPage } from "../../render/html/pages/feed-page.tsx";
import { renderListPage } from "../../render/html/pages/list-page.tsx";
import { feedsOfList, type PageLink, pushLinks } from "../../render/html/parts/alternates.tsx";
import { noticesOf } from "../../render/retraction-notice.ts";
import { feedLinkHeader, pageLinkHeader } from "../link-header.ts";
import type { Rendered } from "../representation/representation.ts";
import { fingerprint, hasFingerprints } from "./feed-etag.ts";

/**
 * What a client can get of a feed: the feed itself in a form, the page that lists its articles, or the page about a
 * form, which a browser gets at the address of that form.
 */
export type FeedView =
  | { readonly kind: "form"; readonly form: FeedFormat }
  | { readonly kind: "page" }
  | { readonly kind: "about"; readonly form: FeedFormat };

export function renderFeedView(feed: Feed, view: FeedView): Rendered {
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
    case "page":
      return { text: renderListPage(feed), ...pageOf(feed, pushLinks(feed)), modified, validUntil };
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
