import { pageOfPlayer } from "../../compile/body/clean/page-of-player.ts";
import { escapeHtml } from "../../syntax/html.ts";
import { fileKind } from "./facts/attached-file.ts";

/** A link to a page that another page embeds. Without a title, its text is the address. */
export function linkTo(address: string, title?: string): string {
  const page = pageOfPlayer(address);
  return `<a href="${escapeHtml(page)}">${escapeHtml(title?.trim() || page)}</a>`;
}

/** What an embedded address shows: a player for a recording, a picture, otherwise a link to the page. */
export function embedOf(address: string, title?: string): { readonly html: string; readonly isBlock: boolean } {
  const kind = fileKind(address);
  const caption = title === undefined ? undefined : escapeHtml(title);
  if (kind === "audio" || kind === "video") return { html: playerFigure(kind, [address], { caption }), isBlock: true };
  if (kind === "picture") return { html: pictureFigure({ url: address, caption }), isBlock: true };
  return { html: linkTo(address, title), isBlock: false };
}

/**
 * A recording as a figure. Of several addresses, the reader's browser plays the first that it can. `caption` is HTML.
 */
export function playerFigure(
  kind: "audio" | "video",
  addresses: readonly string[],
  { poster, caption, tracks = "" }: { poster?: string | undefined; caption?: string | undefined; tracks?: string } = {},
): string {
  const [only = "", ...others] = addresses.map(escapeHtml);
  const from = others.length === 0 ? ` src="${only}"` : "";
  const still = poster ? ` poster="${escapeHtml(poster)}"` : "";
  const sources = others.length === 0 ? "" : [only, ...others].map((src) => `<source src="${src}">`).join("");
  return `<figure><${kind} controls${from}${still}>${sources}${tracks}</${kind}>${figcaption(caption)}</figure>`;
}

/** A picture as a figure. `caption` is HTML, `alt` is text. */
export function pictureFigure({
  url,
  alt = "",
  caption,
}: {
  url: string;
  alt?: string | undefined;
  caption?: string | undefined;
}): string {
  return `<figure><img src="${escapeHtml(url)}" alt="${escapeHtml(alt)}">${figcaption(caption)}</figure>`;
}

export function figcaption(html: string | undefined): string {
  return html === undefined || html.trim() === "" ? "" : `<figcaption>${html.trim()}</figcaption>`;
}
