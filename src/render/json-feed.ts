import { Feed as LibraryFeed } from "feed";
import type { Feed } from "../model/feed.ts";
import { archiveLinks, documentAddresses } from "../site/addresses.ts";
import { pushAddresses } from "../site/push-addresses.ts";
import { datelineOfFeed } from "./dateline-extension.ts";
import { compactJson, extensions } from "./feed-library.ts";
import { GENERATOR } from "./generator.ts";
import { jsonAuthors, jsonItem } from "./json-item.ts";
import { noticesOf } from "./retraction-notice.ts";

/**
 * JSON Feed 1.1. The library writes 1.0; extensions put 1.1 in its place, and what only 1.0 had (`author`) is never set. `_dateline` holds the
 * rest of the model (`dateline-extension.ts` documents it).
 *
 * The library indents by four spaces, a quarter of the bytes for articles with much metadata, and clients like a small feed: so the indentation
 * is taken out again, at a tenth of what parsing the text and printing it anew would cost.
 */
export function renderJsonFeed(feed: Feed): string {
  const { publication } = feed;
  const { hub } = pushAddresses(feed);
  const self = documentAddresses(feed);
  const json = new LibraryFeed({
    title: feed.title,
    link: self.html,
    feedLinks: { json: self.json },
    description: feed.description,
    ...(publication.icon && { image: publication.icon.url }),
  });
  json.extensions = extensions({
    version: "https://jsonfeed.org/version/1.1",
    next_url: archiveLinks(feed).find(({ rel }) => rel === "prev-archive")?.addresses.json,
    favicon: publication.icon?.url,
    authors: jsonAuthors(publication.people),
    language: publication.language,
    hubs: hub === undefined ? [] : [{ type: "WebSub", url: hub }],
    _dateline: datelineOfFeed(feed, GENERATOR),
  });
  for (const article of [...feed.entries, ...noticesOf(feed)]) json.addItem(jsonItem(article, feed));
  return compactJson(json.json1());
}
