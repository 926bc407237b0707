import type { Article } from "../model/article.ts";
import type { Feed } from "../model/feed.ts";
import { escapeHtml } from "../syntax/html.ts";
import { labelsFor } from "./html/labels/labels-for.ts";

/**
 * A short entry in place of each withdrawn article, for the formats that have no element for a withdrawal. It has the
 * article's id, so readers show it as a change of that article, and none of the article's text.
 *
 * Returns none unless the publication asks for notices, because some readers show them as new articles.
 */
export function noticesOf({ publication, withdrawals }: Feed): Article[] {
  if (publication.retractions !== "notice") return [];
  const title = labelsFor(publication.language).withdrawn;
  return withdrawals.map(({ id, url, time, reason }) => ({
    id,
    slug: "withdrawn",
    url,
    title,
    summary: reason ?? "",
    byline: [],
    published: time,
    updated: time,
    language: publication.language,
    tags: [],
    body: `<p>${escapeHtml(reason ?? title)}</p>`,
    related: [],
    attachments: [],
    status: "retracted",
    corrections: [],
    formerSlugs: [],
  }));
}
