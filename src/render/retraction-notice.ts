import type { Article } from "../model/article.ts";
import type { Feed } from "../model/feed.ts";
import { escapeHtml } from "./escape-html.ts";
import { labelsFor } from "./html/labels.ts";

/**
 * A short entry in place of each that was withdrawn, for the forms that have no word for it. It has the id of what it stands for, so a reader
 * shows it as a change of that, and nothing of its text. Only where the publication asks for it: some readers would show it as news.
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
