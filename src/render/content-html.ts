import type { Article, Image } from "../model/article.ts";
import { attachmentsHtml } from "./attachments-html.ts";
import { escapeHtml } from "./escape-html.ts";

/**
 * The whole article as one piece of HTML: what `content:encoded`, `atom:content` and `content_html` carry, the same string in each. A reader
 * that shows nothing but the content still shows the picture's caption and credit, the attachments, the corrections and where the copy is from.
 *
 * It holds no words of our own, because an article may be in any language: lists and links say what they are by their form.
 */
export function contentHtml(article: Article): string {
  return [
    ...(article.image ? figureHtml(article.image) : []),
    ...(article.body ? [article.body] : []),
    ...attachmentsHtml(article.attachments),
    ...correctionsHtml(article),
    ...sourceHtml(article),
  ].join("\n");
}

/** Caption and credit stand even where the picture itself is not there. */
function figureHtml({ file, alternativeText = "", caption, credit }: Image): string[] {
  const parts = [
    ...(caption === undefined ? [] : [escapeHtml(caption)]),
    ...(credit === undefined ? [] : [`<span class="credit">(${escapeHtml(credit)})</span>`]),
  ];
  const figcaption = parts.length > 0 ? `<figcaption>${parts.join(" ")}</figcaption>` : "";
  if (!file) return figcaption ? [`<figure>${figcaption}</figure>`] : [];
  const size = (file.width ? ` width="${file.width}"` : "") + (file.height ? ` height="${file.height}"` : "");
  return [
    `<figure><img src="${escapeHtml(file.url)}" alt="${escapeHtml(alternativeText)}"${size}>${figcaption}</figure>`,
  ];
}

function correctionsHtml({ corrections }: Article): string[] {
  if (corrections.length === 0) return [];
  const items = corrections.map(
    ({ time, text }) => `<li><time datetime="${time}">${time.slice(0, 10)}</time>: ${escapeHtml(text)}</li>`,
  );
  return [`<ul class="corrections">${items.join("")}</ul>`];
}

/** One line on where the copy is from and on what terms: agency, original, rights, licence. */
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

/** `creativecommons.org/licenses/by/4.0` */
function bareAddress(url: string): string {
  const { hostname, pathname } = new URL(url);
  return (hostname + pathname).replace(/\/$/, "");
}
