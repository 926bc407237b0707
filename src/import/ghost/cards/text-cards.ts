import type { Element, ElementContent } from "hast";
import { elementsIn, hasClass } from "../../../compile/body/elements.ts";
import { addressIn, CardParts, element, hasBlock, type TellNote, wordsIn } from "./card-parts.ts";
import { buttonLink } from "./link-cards.ts";
import { withAlternative } from "./player-cards.ts";

/** A toggle card as `details`. */
export function toggleCard(card: Element, note: TellNote): readonly ElementContent[] {
  const parts = new CardParts(card);
  const heading = parts.take("kg-toggle-heading-text");
  const content = parts.take("kg-toggle-content");
  const summary = element("summary", {}, ...(heading?.children ?? []));
  return [element("details", {}, summary, ...(content?.children ?? []), ...parts.rest(note))];
}

/** A callout card as an aside. Its sign stands before the text. */
export function calloutCard(card: Element, note: TellNote): readonly ElementContent[] {
  const parts = new CardParts(card);
  const sign = parts.takeWords("kg-callout-emoji");
  const text = parts.take("kg-callout-text")?.children ?? [];
  const paragraphs = hasBlock(text) ? [...text] : [element("p", {}, ...text)];
  const first = paragraphs.findIndex((node) => node.type === "element" && node.tagName === "p");
  if (sign !== undefined) {
    const node = paragraphs[first];
    if (node?.type === "element") paragraphs[first] = element("p", {}, `${sign} `, ...node.children);
    else paragraphs.unshift(element("p", {}, sign));
  }
  return [element("aside", {}, ...paragraphs, ...parts.rest(note))];
}

/** A gallery card as one figure with its pictures and its caption. */
export function galleryCard(card: Element, note: TellNote): readonly ElementContent[] {
  const parts = new CardParts(card);
  const pictures = parts.takeAllNamed("img");
  const captions = parts.takeCaption();
  return [element("figure", {}, ...pictures, ...captions), ...parts.rest(note)];
}

/** A product card as its picture, name, rating in stars, description and link. */
export function productCard(card: Element, note: TellNote): readonly ElementContent[] {
  const parts = new CardParts(card);
  const pictures = parts.takeAllNamed("img").map((each) => element("figure", {}, each));
  const title = parts.take("kg-product-card-title");
  const rating = parts.take("kg-product-card-rating");
  const description = parts.take("kg-product-card-description")?.children ?? [];
  const buttons = parts.takeAllNamed("a").map(buttonLink);
  const stars = rating ? starsIn(rating) : undefined;
  return [
    ...pictures,
    ...(title ? [{ ...title, properties: {} }] : []),
    ...(stars === undefined ? [] : [element("p", {}, stars)]),
    ...blocks(description),
    ...buttons,
    ...parts.rest(note),
  ];
}

function starsIn(rating: Element): string {
  const stars = new CardParts(rating).takeAll((each) => hasClass(each, "kg-product-card-rating-star"));
  return stars.map((each) => (hasClass(each, "kg-product-card-rating-active") ? "★" : "☆")).join("");
}

/**
 * A header, sign-up or call-to-action card as its picture, heading, texts and link. A form cannot come along: it sends
 * to Ghost.
 */
export function bannerCard(card: Element, note: TellNote): readonly ElementContent[] {
  const parts = new CardParts(card);
  const form = parts.takeIf(({ tagName }) => tagName === "form");
  const pictures = parts.takeAllNamed("img").map((each) => withAlternative(each, "CTA Image"));
  const drawn = /url\(\s*["']?([^"')\s]+)/.exec(String(card.properties.style ?? ""))?.[1];
  const background = drawn === undefined ? [] : [element("img", { src: drawn, alt: "" })];
  const label = parts.takeWords("kg-cta-sponsor-label");
  const heading = parts.take("kg-header-card-heading", "kg-header-card-header", "kg-signup-card-heading");
  const line = parts.takeWords("kg-header-card-subheading") ?? parts.takeWords("kg-header-card-subheader");
  const buttons = ["kg-header-card-button", "kg-cta-button"].flatMap((name) => parts.take(name) ?? []);
  if (form)
    note({
      kind: "lost",
      message: "a form that sends to the old site was left out",
      found: wordsIn(heading?.children ?? []) || wordsIn(form.children),
    });
  return [
    ...[...background, ...pictures].map((each) => element("figure", {}, each)),
    ...(label === undefined ? [] : [element("p", {}, label)]),
    ...(heading && wordsIn(heading.children) !== "" ? [heading] : []),
    ...(line === undefined ? [] : [element("p", {}, line)]),
    ...parts.rest(note),
    ...buttons.filter(({ tagName, children }) => tagName === "a" && wordsIn(children) !== "").map(buttonLink),
  ];
}

/** Any other card. Only controls are left out. A frame that waits for a script gets its address. */
export function otherCard(card: Element, note: TellNote): readonly ElementContent[] {
  const parts = new CardParts(card);
  for (const frame of elementsIn(card)) {
    const later = frame.tagName === "iframe" ? addressIn(frame, "dataSrc") : undefined;
    if (later !== undefined) frame.properties.src ??= later;
  }
  return [{ ...card, children: [...parts.rest(note)] }];
}

function blocks(nodes: readonly ElementContent[]): readonly ElementContent[] {
  if (wordsIn(nodes) === "") return [];
  return hasBlock(nodes) ? nodes : [element("p", {}, ...nodes)];
}
