import { escapeHtml } from "../../syntax/html.ts";
import type { Enclosure, Picture } from "./imported-entry.ts";

/** A picture as a figure in the body. */
export function figureOf({ url, alternativeText = "", caption, credit }: Picture): string {
  const words = caption === undefined ? [] : [escapeHtml(caption)];
  if (credit !== undefined) words.push(`<span class="credit">${escapeHtml(credit)}</span>`);
  const figcaption = words.length === 0 ? "" : `<figcaption>${words.join(" ")}</figcaption>`;
  return `<figure><img src="${escapeHtml(url)}" alt="${escapeHtml(alternativeText)}">${figcaption}</figure>`;
}

/** Audio and video as a player, any other file as a link. Returns "" if the body already contains the address. */
export function playerOf({ url, mediaType = "", title }: Enclosure, html: string): string {
  if (html.includes(url) || html.includes(url.replaceAll("&", "&amp;"))) return "";
  const [kind = ""] = mediaType.split("/");
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
