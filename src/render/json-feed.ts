import { Feed as LibraryFeed } from "feed";
import type { Article, Attachment, Person } from "../model/article.ts";
import { authorsOf } from "../model/credit.ts";
import type { Feed } from "../model/feed.ts";
import { instantOf } from "../model/timestamp.ts";
import { archiveLinks, documentAddresses, pushAddresses } from "../site/feed-links.ts";
import { contentHtml } from "./content-html.ts";
import { datelineOfAttachment, datelineOfFeed, datelineOfItem } from "./dateline-extension.ts";
import { feedDescription } from "./feed-description.ts";
import { compactJson, extensions, type LibraryItem } from "./feed-library.ts";
import { plainPicture } from "./feed-pictures.ts";
import { GENERATOR } from "./generator.ts";
import { entriesWithNotices } from "./retraction-notice.ts";
import { sectionOf } from "./sections.ts";
import { shownSummary } from "./shown-summary.ts";

export const JSON_FEED_MEDIA_TYPE = "application/feed+json";

/**
 * JSON Feed 1.1. The package writes version 1.0: an extension replaces the version, and `author`, which only 1.0 has,
 * is never set. `_dateline` holds the rest of the model (see `dateline-extension.ts`).
 *
 * The package indents by four spaces, which is a quarter of the bytes if the articles have much metadata. The
 * indentation is removed afterwards, at a tenth of the cost of parsing the text and printing it again.
 */
export function renderJsonFeed(feed: Feed): string {
  const { publication } = feed;
  const { hub } = pushAddresses(feed);
  const self = documentAddresses(feed);
  const json = new LibraryFeed({
    title: feed.title,
    link: self.html,
    feedLinks: { json: self.json },
    description: feedDescription(feed),
    ...(publication.icon && { image: publication.icon.url }),
  });
  const members = extensions({
    version: "https://jsonfeed.org/version/1.1",
    next_url: archiveLinks(feed).find(({ rel }) => rel === "prev-archive")?.addresses.json,
    favicon: publication.icon?.url,
    authors: jsonAuthors(publication.people),
    language: publication.language,
    hubs: hub === undefined ? [] : [{ type: "WebSub", url: hub }],
    _dateline: datelineOfFeed(feed, GENERATOR),
  });
  for (const member of members) json.addExtension(member);
  for (const article of entriesWithNotices(feed)) json.addItem(jsonItem(article, feed));
  return compactJson(json.json1());
}

/** One article. `url` is always our own page; `external_url` is the original on another site. */
function jsonItem(article: Article, { publication, selection }: Feed): LibraryItem {
  const isFull = selection.content === "full";
  const image = plainPicture(article)?.url;
  const section = sectionOf(article, publication);
  return {
    id: article.id,
    title: article.title,
    link: article.url,
    date: new Date(instantOf(article.updated)),
    ...(isFull && { content: contentHtml(article) }),
    extensions: extensions({
      // An item must have a content (JSON Feed 1.1, "Items").
      content_text: isFull ? undefined : shownSummary(article, selection),
      external_url: article.canonical,
      summary: article.summary || undefined,
      image,
      banner_image: image,
      date_published: article.published,
      date_modified: article.updated,
      authors: jsonAuthors(authorsOf(article)),
      // The section comes first, as in the other formats.
      tags: [...(section ? [section.title] : []), ...article.tags],
      language: article.language === publication.language ? undefined : article.language,
      attachments: article.attachments.map(jsonAttachment),
      _dateline: datelineOfItem(article, publication),
    }),
  };
}

/**
 * Names and addresses of pages. JSON Feed has no member for an e-mail address, and readers would take a `mailto:` in
 * `url` for a page.
 */
function jsonAuthors(people: readonly Person[]): { name: string; url?: string | undefined }[] {
  return people.map(({ name, url }) => ({ name, url }));
}

/** `size_in_bytes` is left out if the length is 0, which means that it is not known. */
function jsonAttachment(attachment: Attachment) {
  const { file, title } = attachment;
  return {
    url: file.url,
    mime_type: file.mediaType,
    title,
    size_in_bytes: file.length || undefined,
    duration_in_seconds: file.duration,
    _dateline: datelineOfAttachment(attachment),
  };
}
