import type { Element, ElementContent } from "hast";
import { addressIn, CardParts, element, type TellNote, wordsIn } from "./card-parts.ts";

/** A bookmark card as a figure with the linked title, the description and where it is from. */
export function bookmarkCard(card: Element, note: TellNote): readonly ElementContent[] {
  const parts = new CardParts(card);
  const address = linkOf(card);
  const title = parts.takeWords("kg-bookmark-title") ?? address;
  const description = parts.takeWords("kg-bookmark-description");
  parts.take("kg-bookmark-icon");
  const from = [parts.takeWords("kg-bookmark-author"), parts.takeWords("kg-bookmark-publisher")];
  const thumbnail = parts.take("kg-bookmark-thumbnail");
  const picture = thumbnail && new CardParts(thumbnail).takeIf(({ tagName }) => tagName === "img");
  const found = picture && addressIn(picture, "src");
  if (found) note({ kind: "lost", message: "a bookmark's picture, which is of the other page, was left out", found });
  const captions = parts.takeCaption();
  const source = from.filter((each) => each !== undefined).join(" · ");
  const lines: readonly (ElementContent | string)[][] = [
    title === undefined ? [] : [linked(address, title)],
    description === undefined ? [] : [description],
    source === "" ? [] : [source],
  ];
  const paragraphs = lines.filter((line) => line.length > 0).map((line) => element("p", {}, ...line));
  return [element("figure", {}, ...paragraphs, ...captions), ...unlinked(parts.rest(note))];
}

/** A file card as a link with the name and the size of the file. */
export function fileCard(card: Element, note: TellNote): readonly ElementContent[] {
  const parts = new CardParts(card);
  const address = linkOf(card);
  const title = parts.takeWords("kg-file-card-title");
  const caption = parts.takeWords("kg-file-card-caption");
  const name = parts.takeWords("kg-file-card-filename");
  const size = parts.takeWords("kg-file-card-filesize");
  parts.take("kg-file-card-icon");
  const words = title ?? name ?? address?.split("/").at(-1) ?? "";
  const details = [title === undefined || title === name ? undefined : name, size].filter((each) => each !== undefined);
  const about = details.length > 0 ? ` (${details.join(", ")})` : "";
  const link = words === "" ? [] : [element("p", {}, linked(address, words), about)];
  return [...link, ...(caption ? [element("p", {}, caption)] : []), ...unlinked(parts.rest(note))];
}

/** A button card as a link in a paragraph. */
export function buttonCard(card: Element, note: TellNote): readonly ElementContent[] {
  const parts = new CardParts(card);
  const links = parts.takeAllNamed("a").filter(({ children }) => wordsIn(children) !== "");
  return [...links.map(buttonLink), ...parts.rest(note)];
}

/** A link that looked like a button, in a paragraph. */
export function buttonLink(link: Element): Element {
  return element("p", {}, linked(addressIn(link, "href"), wordsIn(link.children)));
}

/** A card for a token on a blockchain as a figure with its picture, title, maker and description. */
export function nftCard(card: Element, note: TellNote): readonly ElementContent[] {
  const parts = new CardParts(card);
  const address = linkOf(card);
  const picture = parts.takeIf(({ tagName }) => tagName === "img");
  const title = parts.takeWords("kg-nft-title") ?? address;
  const lines = [parts.takeWords("kg-nft-creator"), parts.takeWords("kg-nft-description")];
  const captions = parts.takeCaption();
  const paragraphs = lines.flatMap((line) => (line === undefined ? [] : [element("p", {}, line)]));
  const named = title === undefined ? [] : [element("p", {}, linked(address, title))];
  return [
    element("figure", {}, ...(picture ? [picture] : []), ...named, ...paragraphs, ...captions),
    ...unlinked(parts.rest(note)),
  ];
}

function linkOf(card: Element): string | undefined {
  const link = new CardParts(card).takeIf((each) => each.tagName === "a" && addressIn(each, "href") !== undefined);
  return link && addressIn(link, "href");
}

function linked(href: string | undefined, words: string): ElementContent {
  return href === undefined ? { type: "text", value: words } : element("a", { href }, words);
}

/** The whole card was one link. What is left of it is text beside the link. */
function unlinked(nodes: readonly ElementContent[]): readonly ElementContent[] {
  return nodes.flatMap((node) => (node.type === "element" && node.tagName === "a" ? node.children : [node]));
}
