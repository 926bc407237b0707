import type { Article, Attachment, Image } from "../model/article.ts";
import type { MediaFile } from "../model/media-file.ts";
import { cleanLine } from "../model/text.ts";
import { escapeHtml } from "../syntax/html.ts";
import { percentDecode } from "../syntax/percent.ts";
import { type PlainPicture, plainPicture, withPlainPictures } from "./feed-pictures.ts";
import { withNotesHeading } from "./notes-heading.ts";

/**
 * The whole article as one piece of HTML: the same string in `content:encoded`, `atom:content` and `content_html`. A
 * reader that shows only the content still shows the picture's caption and credit, the attachments, the corrections and
 * the source.
 *
 * It adds no words but the heading of the footnotes, because an article may be in any language: lists and links show by
 * their form what they are.
 */
export function contentHtml(article: Article): string {
  return [
    ...(article.image ? figureHtml(article.image, plainPicture(article)) : []),
    ...(article.body ? [withPlainPictures(withNotesHeading(article), article.pictures)] : []),
    ...attachmentsHtml(article.attachments.filter((each) => !isPlayedIn(article.body, each))),
    ...correctionsHtml(article),
    ...sourceHtml(article),
  ].join("\n");
}

/** Caption and credit are shown even if the picture itself is missing. */
function figureHtml({ alternativeText = "", caption, credit }: Image, file: PlainPicture | undefined): string[] {
  const parts = [
    ...(caption === undefined ? [] : [escapeHtml(caption)]),
    ...(credit === undefined ? [] : [`<span class="credit">(${escapeHtml(credit)})</span>`]),
  ];
  const figcaption = parts.length > 0 ? `<figcaption>${parts.join(" ")}</figcaption>` : "";
  if (!file) return figcaption ? [`<figure>${figcaption}</figure>`] : [];
  return [
    `<figure><img src="${escapeHtml(file.url)}" alt="${escapeHtml(alternativeText)}"${sizeAttributes(file)}>${figcaption}</figure>`,
  ];
}

function sizeAttributes({ width, height }: Pick<MediaFile, "width" | "height">): string {
  return (width ? ` width="${width}"` : "") + (height ? ` height="${height}"` : "");
}

/** Whether the text has a player for the recording. A second one below the text would only repeat it. */
function isPlayedIn(body: string, { file: { url, mediaType } }: Attachment): boolean {
  if (!/^(?:audio|video)\//.test(mediaType)) return false;
  const at = body.indexOf(` src="${url.replaceAll("&", "&#x26;")}"`);
  return at !== -1 && /^<(?:audio|video|source)\b/.test(body.slice(body.lastIndexOf("<", at), at));
}

/** Attachments as a list: a player for audio and video, a link for other files. */
function attachmentsHtml(attachments: readonly Attachment[]): string[] {
  if (attachments.length === 0) return [];
  return [`<ul class="attachments">${attachments.map((each) => `<li>${attachmentHtml(each)}</li>`).join("")}</ul>`];
}

/**
 * A browser hides the content of a player, and a reader without players shows only that. The title is therefore outside
 * the player and the link inside. `preload="none"`: the browser must not fetch a video when it opens the article.
 */
function attachmentHtml({ file, title }: Attachment): string {
  const url = escapeHtml(file.url);
  const name = escapeHtml(fileName(file));
  const type = escapeHtml(file.mediaType);
  const heading = title ? `${escapeHtml(title)}<br>` : "";
  if (file.mediaType.startsWith("audio/"))
    return `${heading}<audio controls preload="none" src="${url}"><a href="${url}" type="${type}">${name}</a></audio>`;
  if (file.mediaType.startsWith("video/"))
    return `${heading}<video controls preload="none" src="${url}"${sizeAttributes(file)}><a href="${url}" type="${type}">${name}</a></video>`;
  return `<a href="${url}" type="${type}">${title ? escapeHtml(title) : name}</a>`;
}

/** The decoded last segment of the address's path, or the host if the path ends in a slash. */
function fileName({ url }: MediaFile): string {
  const { pathname, hostname } = new URL(url);
  const last = pathname.slice(pathname.lastIndexOf("/") + 1);
  // Percent-encoding can hide characters that XML forbids, so the decoded name is cleaned like any other input.
  return cleanLine(percentDecode(last) ?? "") || last || hostname;
}

function correctionsHtml({ corrections }: Article): string[] {
  if (corrections.length === 0) return [];
  const items = corrections.map(
    ({ time, text }) => `<li><time datetime="${time}">${time.slice(0, 10)}</time>: ${escapeHtml(text)}</li>`,
  );
  return [`<ul class="corrections">${items.join("")}</ul>`];
}

/** One line with the agency, the original, the rights and the licence. */
function sourceHtml({ agency, canonical, rights, licence }: Article): string[] {
  const parts: string[] = [];
  if (agency) parts.push(agency.url ? linkHtml(agency.url, agency.name) : escapeHtml(agency.name));
  if (canonical) parts.push(linkHtml(canonical, new URL(canonical).hostname));
  if (rights) parts.push(escapeHtml(rights));
  if (licence) parts.push(linkHtml(licence, bareAddress(licence), ' rel="license"'));
  return parts.length > 0 ? [`<p class="source">${parts.join(" · ")}</p>`] : [];
}

function linkHtml(url: string, text: string, attributes = ""): string {
  return `<a href="${escapeHtml(url)}"${attributes}>${escapeHtml(text)}</a>`;
}

/** Host and path without a trailing slash: `creativecommons.org/licenses/by/4.0`. */
function bareAddress(url: string): string {
  const { hostname, pathname } = new URL(url);
  return (hostname + pathname).replace(/\/$/, "");
}
