import type { Attachment } from "../model/article.ts";
import type { MediaFile } from "../model/media-file.ts";
import { cleanLine } from "../model/text.ts";
import { escapeHtml } from "./escape-html.ts";

/** Attachments as a list: a player for sound and film, a link for the rest. */
export function attachmentsHtml(attachments: readonly Attachment[]): string[] {
  if (attachments.length === 0) return [];
  return [`<ul class="attachments">${attachments.map((each) => `<li>${attachmentHtml(each)}</li>`).join("")}</ul>`];
}

/**
 * A browser hides what stands inside a player, and a reader that knows no players shows only that: so the title stands outside,
 * and the link inside. `preload="none"`: opening an article must not fetch a film.
 */
function attachmentHtml({ file, title }: Attachment): string {
  const url = escapeHtml(file.url);
  const name = escapeHtml(fileName(file));
  const type = escapeHtml(file.mediaType);
  const heading = title ? `${escapeHtml(title)}<br>` : "";
  if (file.mediaType.startsWith("audio/"))
    return `${heading}<audio controls preload="none" src="${url}"><a href="${url}" type="${type}">${name}</a></audio>`;
  if (file.mediaType.startsWith("video/")) {
    const size = (file.width ? ` width="${file.width}"` : "") + (file.height ? ` height="${file.height}"` : "");
    return `${heading}<video controls preload="none" src="${url}"${size}><a href="${url}" type="${type}">${name}</a></video>`;
  }
  return `<a href="${url}" type="${type}">${title ? escapeHtml(title) : name}</a>`;
}

/** The last part of the address, as a person would write it; the host where the address ends in a slash. */
function fileName({ url }: MediaFile): string {
  const { pathname, hostname } = new URL(url);
  const last = pathname.slice(pathname.lastIndexOf("/") + 1);
  // An address can hide in percent signs what XML forbids, so a decoded name is cleaned like any other text on the way in.
  return (isEncodedText(last) && cleanLine(decodeURIComponent(last))) || last || hostname;
}

function isEncodedText(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
