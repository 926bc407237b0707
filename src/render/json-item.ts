import type { Item } from "feed";
import type { Article, Attachment, Person } from "../model/article.ts";
import { authorsOf } from "../model/credit.ts";
import type { Feed } from "../model/feed.ts";
import { instantOf } from "../model/timestamp.ts";
import { contentHtml } from "./content-html.ts";
import { datelineOfAttachment, datelineOfItem } from "./dateline-extension.ts";
import { extensions } from "./feed-library.ts";

/** One article as a JSON Feed 1.1 item. The original elsewhere is `external_url`; `url` is always our own page. */
export function jsonItem(article: Article, { publication, selection }: Feed): Item {
  const isFull = selection.content === "full";
  const image = article.image?.file?.url;
  return {
    id: article.id,
    title: article.title,
    link: article.url,
    date: new Date(instantOf(article.updated)),
    ...(isFull && { content: contentHtml(article) }),
    extensions: extensions({
      // An item must have a content (JSON Feed 1.1, "Items").
      content_text: isFull ? undefined : article.summary,
      external_url: article.canonical,
      summary: article.summary || undefined,
      image,
      banner_image: image,
      date_published: article.published,
      date_modified: article.updated,
      authors: jsonAuthors(authorsOf(article)),
      tags: article.tags,
      language: article.language === publication.language ? undefined : article.language,
      attachments: article.attachments.map(jsonAttachment),
      _dateline: datelineOfItem(article, publication),
    }),
  };
}

/** Names and addresses of pages. JSON Feed has no place for an e-mail address, and a `mailto:` in `url` would be read as a page. */
export function jsonAuthors(people: readonly Person[]): { name: string; url?: string | undefined }[] {
  return people.map(({ name, url }) => ({ name, url }));
}

function jsonAttachment({ file, title }: Attachment) {
  return {
    url: file.url,
    mime_type: file.mediaType,
    title,
    size_in_bytes: file.length,
    duration_in_seconds: file.duration,
    _dateline: datelineOfAttachment(file),
  };
}
