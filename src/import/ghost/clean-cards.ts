import type { Element, Root, RootContent } from "hast";
import { elementsIn } from "../../compile/body/elements.ts";
import { ghostClassesOf, type TellNote } from "./cards/card-parts.ts";
import { bookmarkCard, buttonCard, fileCard, nftCard } from "./cards/link-cards.ts";
import { audioCard, videoCard } from "./cards/player-cards.ts";
import { bannerCard, calloutCard, galleryCard, otherCard, productCard, toggleCard } from "./cards/text-cards.ts";

type Card = (card: Element, note: TellNote) => readonly RootContent[];

/** The cards of Ghost's editor by their class. A card that is not listed only loses its controls. */
const CARDS: Readonly<Record<string, Card>> = {
  "kg-audio-card": audioCard,
  "kg-bookmark-card": bookmarkCard,
  "kg-button-card": buttonCard,
  "kg-callout-card": calloutCard,
  "kg-cta-card": bannerCard,
  "kg-file-card": fileCard,
  "kg-gallery-card": galleryCard,
  "kg-header-card": bannerCard,
  "kg-nft-card": nftCard,
  "kg-product-card": productCard,
  "kg-signup-card": bannerCard,
  "kg-toggle-card": toggleCard,
  "kg-video-card": videoCard,
};

/**
 * Replaces the cards of Ghost's editor, which need Ghost's scripts and style sheets, with elements that mean the same
 * by themselves. Feeds of Ghost sites have the same cards as exports. Changes the tree.
 */
export function cleanCards(tree: Root, note: TellNote): void {
  if (elementsIn(tree).some((each) => ghostClassesOf(each).length > 0)) cleanChildren(tree, note);
}

/** Inner cards first, such as a card within a toggle. */
function cleanChildren(parent: Root | Element, note: TellNote): void {
  const cleaned = parent.children.flatMap((node): readonly RootContent[] => {
    if (node.type !== "element") return [node];
    cleanChildren(node, note);
    const card = cardOf(node);
    return card === undefined ? [node] : card(node, note);
  });
  parent.children = cleaned.filter((node) => node.type !== "doctype");
}

function cardOf(node: Element): Card | undefined {
  const classes = ghostClassesOf(node);
  const known = classes.find((name) => Object.hasOwn(CARDS, name));
  return known === undefined ? (classes.includes("kg-card") ? otherCard : undefined) : CARDS[known];
}
