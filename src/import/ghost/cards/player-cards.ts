import type { Element, ElementContent } from "hast";
import { hasClass } from "../../../compile/body/elements.ts";
import { addressIn, CardParts, element, type TellNote, wordsIn } from "./card-parts.ts";

/** A one-colour picture that Ghost puts where a script will draw the poster. */
const PLACEHOLDER = /^https?:\/\/img\.spacergif\.org\//;

/** An audio card as a figure with the player, its picture and its title. */
export function audioCard(card: Element, note: TellNote): readonly ElementContent[] {
  const parts = new CardParts(card);
  const player = parts.takeIf(({ tagName }) => tagName === "audio");
  const picture = parts.take("kg-audio-thumbnail");
  const title = parts.takeWords("kg-audio-title");
  const captions = parts.takeCaption();
  const rest = parts.rest(note);
  const isShown = picture?.tagName === "img" && addressIn(picture, "src") !== undefined;
  const pictures = isShown && !hasClass(picture, "kg-audio-hide") ? [withAlternative(picture, "audio-thumbnail")] : [];
  const caption = [...(title ? [title] : []), ...captions.map(({ children }) => wordsIn(children))].join(". ");
  const address = player && addressOfPlayer(player);
  if (address === undefined) return [...(caption === "" ? [] : [element("p", {}, caption)]), ...rest];
  const captioned = caption === "" ? [] : [element("figcaption", {}, caption)];
  return [
    element("figure", {}, ...pictures, element("audio", { src: address, controls: true }), ...captioned),
    ...rest,
  ];
}

/** A video card as a figure with the player, its poster and its caption. */
export function videoCard(card: Element, note: TellNote): readonly ElementContent[] {
  const parts = new CardParts(card);
  const player = parts.takeIf(({ tagName }) => tagName === "video");
  const captions = parts.takeCaption();
  const rest = parts.rest(note);
  const address = player && addressOfPlayer(player);
  if (!player || address === undefined)
    return [...captions.map(({ children }) => element("p", {}, ...children)), ...rest];
  const poster = posterOf(card, player);
  const properties = { src: address, controls: true, ...(poster !== undefined && { poster }) };
  const tracks = player.children.filter((child) => child.type === "element" && child.tagName === "track");
  return [element("figure", {}, element("video", properties, ...tracks), ...captions), ...rest];
}

/** The address of a player, which may be in a source within it. */
function addressOfPlayer(player: Element): string | undefined {
  const sources = player.children.flatMap((child) => (child.type === "element" ? [addressIn(child, "src")] : []));
  return addressIn(player, "src") ?? sources.find((each) => each !== undefined);
}

function posterOf(card: Element, player: Element): string | undefined {
  const [, drawn] = /url\(\s*["']?([^"')\s]+)/.exec(String(player.properties.style ?? "")) ?? [];
  const poster = addressIn(player, "poster");
  return [
    addressIn(card, "dataKgCustomThumbnail"),
    poster !== undefined && PLACEHOLDER.test(poster) ? undefined : poster,
    drawn,
    addressIn(card, "dataKgThumbnail"),
  ].find((each) => each !== undefined);
}

/** Removes the alternative text that Ghost gives to every picture of a card. */
export function withAlternative(picture: Element, stock: string): Element {
  const { alt } = picture.properties;
  return { ...picture, properties: { ...picture.properties, alt: alt === stock ? "" : (alt ?? "") } };
}
