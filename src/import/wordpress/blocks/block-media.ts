import type { Element, Root } from "hast";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { elementsIn, hasClass } from "../../../compile/body/elements.ts";
import { findDeepElements } from "../../../compile/body/parse/nesting-limits.ts";
import { parseHtml } from "../../../compile/body/parse/parse-html.ts";
import { embedOf, figcaption, linkTo, pictureFigure } from "../players.ts";
import { type Block, textAttribute } from "./block-tree.ts";

// These blocks have HTML that makes sense only with WordPress's styles and scripts. Here it becomes plain HTML.
const serializer = unified().use(rehypeStringify);

/** An embedded page as a link, or a player for a recording, with the caption of the block. */
export function embedBlock(html: string, block: Block): string {
  const tree = treeOf(html);
  const caption = captionIn(tree);
  const written = /https?:\/\/[^\s<>"]+/i.exec(html)?.[0]?.replaceAll("&amp;", "&");
  const address = textAttribute(block, "url") ?? written;
  if (address === undefined) return html;
  const embedded = embedOf(address);
  if (embedded.isBlock) return embedded.html.replace("</figure>", `${figcaption(caption)}</figure>`);
  return caption === undefined
    ? `<p>${embedded.html}</p>`
    : `<figure><p>${embedded.html}</p>${figcaption(caption)}</figure>`;
}

/** The pictures of a gallery as figures of their own, and the caption of the gallery as a paragraph after them. */
export function galleryBlock(html: string): string {
  const all = elementsIn(treeOf(html));
  const figures = all.filter(({ tagName, children }) => {
    const inner = elementsIn({ type: "root", children });
    const isPicture = inner.some((each) => each.tagName === "img");
    return (
      tagName === "figure" && isPicture && !inner.some((each) => each.tagName === "figure" || each.tagName === "ul")
    );
  });
  const inFigures = new Set(figures.flatMap(({ children }) => elementsIn({ type: "root", children })));
  const loose = all.filter((each) => each.tagName === "img" && !inFigures.has(each));
  const shown = new Set([...figures, ...loose]);
  if (shown.size === 0) return html;
  const pictures = all
    .filter((each) => shown.has(each))
    .map((each) => (each.tagName === "figure" ? written(each) : `<figure>${written(each)}</figure>`));
  const own = all.find((each) => each.tagName === "figcaption" && !inFigures.has(each));
  const caption = own && inside(own).trim();
  return [...pictures, ...(caption ? [`<p>${caption}</p>`] : [])].join("\n");
}

/** A file as one link with its name. The block has a second one with the word "Download", and a preview. */
export function fileBlock(html: string, block: Block): string {
  const links = elementsIn(treeOf(html)).filter(({ tagName }) => tagName === "a");
  const named = links.find((link) => !hasClass(link, "wp-block-file__button")) ?? links[0];
  const href = named?.properties.href ?? textAttribute(block, "href");
  if (typeof href !== "string") return html;
  return `<p>${named && inside(named).trim() !== "" ? written(plainLink(named)) : linkTo(href)}</p>`;
}

/** Each button that leads somewhere as a link in a paragraph. */
export function buttonBlock(html: string): string {
  const [link] = elementsIn(treeOf(html)).filter(({ tagName }) => tagName === "a" || tagName === "button");
  if (!link) return html;
  if (inside(link).trim() === "") return "";
  return link.tagName === "a" && link.properties.href !== undefined
    ? `<p>${written(plainLink(link))}</p>`
    : `<p>${inside(link)}</p>`;
}

/** The background of a cover as a picture or a player before its text. `inner` is the text, `html` the whole block. */
export function coverBlock(html: string, block: Block, inner: string): string {
  const all = elementsIn(treeOf(html));
  const background = all.find((each) => /^(?:img|video)$/.test(each.tagName) && isBackground(each));
  const { src, alt } = background?.properties ?? {};
  const written = typeof src === "string" ? src : textAttribute(block, "url");
  if (written === undefined) return inner;
  const isVideo = background?.tagName === "video" || textAttribute(block, "backgroundType") === "video";
  const figure = isVideo
    ? embedOf(written).html
    : pictureFigure({ url: written, alt: typeof alt === "string" ? alt : "" });
  return `${figure}\n${inner}`;
}

function isBackground(element: Element): boolean {
  return hasClass(element, "wp-block-cover__image-background") || hasClass(element, "wp-block-cover__video-background");
}

/** A pull quote in the form of this system. */
export function pullQuoteBlock(html: string): string {
  const quote = elementsIn(treeOf(html)).find(({ tagName }) => tagName === "blockquote");
  if (!quote) return html;
  const cites = quote.children.filter((child) => child.type === "element" && child.tagName === "cite");
  const said = quote.children.filter((child) => !cites.includes(child));
  const by = cites.flatMap((cite) => (cite.type === "element" ? inside(cite) : [])).join(", ");
  const words = serializer.stringify({ type: "root", children: said }).trim();
  const body = /^<p\b/.test(words) ? words : `<p>${words}</p>`;
  const attribution = by === "" ? "" : `<p class="attribution">— <cite>${by}</cite></p>`;
  return `<aside class="pull-quote"><blockquote>${body}</blockquote>${attribution}</aside>`;
}

function captionIn(tree: Root): string | undefined {
  const caption = elementsIn(tree).find(({ tagName }) => tagName === "figcaption");
  return (caption && inside(caption).trim()) || undefined;
}

/** The tree of a block. It is empty if the elements are nested too deeply; the whole body is refused for it later. */
function treeOf(html: string): Root {
  return findDeepElements(html) === undefined ? parseHtml(html) : { type: "root", children: [] };
}

function plainLink(link: Element): Element {
  return { ...link, properties: { href: link.properties.href } };
}

function written(element: Element): string {
  return serializer.stringify({ type: "root", children: [element] });
}

function inside({ children }: Element): string {
  return serializer.stringify({ type: "root", children });
}
