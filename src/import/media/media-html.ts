import { escapeHtml } from "../../syntax/html.ts";
import type { Enclosure, Picture } from "../feeds/imported-entry.ts";

/** A picture as a figure in the body, with its caption and credit. */
export function figureOf({ url, alternativeText = "", caption, credit }: Picture): string {
  const parts = [
    ...(caption === undefined ? [] : [escapeHtml(caption)]),
    ...(credit === undefined ? [] : [`<span class="credit">(${escapeHtml(credit)})</span>`]),
  ];
  const figcaption = parts.length === 0 ? "" : `<figcaption>${parts.join(" ")}</figcaption>`;
  return `<figure><img src="${escapeHtml(url)}" alt="${escapeHtml(alternativeText)}">${figcaption}</figure>`;
}

/** Audio and video as a player, any other file as a link. Returns "" if the body already contains the address. */
export function playerOf({ url, mediaType = "", medium, title }: Enclosure, html: string): string {
  if (html.includes(url) || html.includes(url.replaceAll("&", "&amp;"))) return "";
  const kind = medium ?? mediaType.split("/")[0];
  const name =
    title ??
    (url
      .replace(/[?#].*$/s, "")
      .split("/")
      .at(-1) ||
      url);
  const address = escapeHtml(url);
  const link = `<a href="${address}">${escapeHtml(name)}</a>`;
  if (kind !== "audio" && kind !== "video") return `\n<p>${link}</p>`;
  return `\n<figure><${kind} controls src="${address}"></${kind}><figcaption>${link}</figcaption></figure>`;
}
