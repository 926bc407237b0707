import type { Article } from "../model/article.ts";
import type { Feed, Withdrawal } from "../model/feed.ts";
import type { Publication } from "../model/publication.ts";
import { dueAt } from "../model/release.ts";
import { escapeHtml } from "../syntax/html.ts";
import { labelsFor } from "./html/labels/labels-for.ts";

/** The entries of a feed and the notices that stand in place of withdrawn articles, newest first. */
export function entriesWithNotices(feed: Feed): readonly Article[] {
  const notices = noticesOf(feed);
  return notices.length === 0 ? feed.entries : [...feed.entries, ...notices].toSorted((a, b) => dueAt(b) - dueAt(a));
}

/**
 * A short entry in place of each withdrawn article that the feed tells of. It has the article's id and is newer, so
 * readers show it as a change of that article. Of the article it has the title alone.
 *
 * Its `updated` is the `when` of the tombstone: a reader that knows RFC 6721 removes an entry that is not newer than
 * its tombstone (section 3), and any other reader shows the notice.
 */
export function noticesOf({ publication, withdrawals }: Feed): readonly Article[] {
  return withdrawals.flatMap((withdrawal) => noticeOf(withdrawal, publication) ?? []);
}

function noticeOf({ notice, ...withdrawal }: Withdrawal, publication: Publication): Article | undefined {
  if (!notice) return undefined;
  const { id, url, time, reason } = withdrawal;
  const { language, people, title } = publication;
  const labels = labelsFor(language);
  return {
    id,
    slug: "withdrawn",
    url,
    title: notice.title === undefined ? labels.withdrawn : labels.withdrawnTitle(notice.title),
    summary: reason ?? labels.withdrawn,
    byline: people.length > 0 ? people : [{ name: title }],
    published: notice.published,
    updated: time,
    language,
    tags: [],
    body: noticeHtml(withdrawal, publication),
    related: [],
    attachments: [],
    status: "retracted",
    corrections: [],
    formerSlugs: [],
  };
}

/** When the article was withdrawn and why, and a link to its address, which says the same. */
function noticeHtml({ language, reason, time, url }: Withdrawal, publication: Publication): string {
  const { withdrawn } = labelsFor(publication.language);
  const lang = language === publication.language ? "" : ` lang="${escapeHtml(language)}"`;
  const when = `<time datetime="${time}">${time.slice(0, 10)}</time>`;
  const told = `<p>${when}: <a href="${escapeHtml(url)}">${escapeHtml(withdrawn)}</a></p>`;
  return reason === undefined ? told : `${told}\n<p${lang}>${escapeHtml(reason)}</p>`;
}
