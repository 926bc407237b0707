import type { Element, ElementContent, Root } from "hast";
import { elementsIn } from "../../compile/body/elements.ts";
import type { ImportNote } from "../feeds/import-note.ts";
import {
  candidatesIn,
  isStandIn,
  largestIn,
  lazyAddress,
  otherAddress,
  type PageOrigin,
  pictureAddress,
} from "./lazy-address.ts";
import { withoutTwins } from "./noscript-pictures.ts";
import { isTracker } from "./tracking-pixel.ts";

type Report = (note: ImportNote) => void;

const FOUND_LATE = "a picture that loads late got its address";

/** A picture in the text itself that is longer than this, in characters, is no stand-in. */
const MAX_STAND_IN = 400;

/**
 * Gives every picture the address that a browser would show in the end. Scripts load pictures late: `src` is then empty
 * or a stand-in, and the address is in another attribute, in `srcset`, in a `<source>`, or in `<noscript>`. A picture
 * that has no address is left out with a note, and one that only counts readers without harm.
 *
 * It works on the tree before it is sanitised, because that removes the attributes.
 */
export function repairPictures(tree: Root, origin: PageOrigin, report: Report): void {
  const removed = new Set<Element>();
  for (const element of elementsIn(tree)) {
    element.tagName = element.tagName.replace(/^amp-(?=(?:img|video|audio|iframe)$)/, "");
    const { tagName, properties } = element;
    if (tagName === "picture") completePicture(element, origin);
    if (tagName === "iframe" && pictureAddress(properties.src, { page: undefined, base: undefined }) === undefined)
      properties.src = lazyAddress(properties, origin) ?? properties.src;
    if (tagName === "audio" || tagName === "video" || tagName === "source") repairPlayer(element, origin);
  }
  for (const { tagName, properties, children } of elementsIn(tree)) {
    const isPlayer = tagName === "audio" || tagName === "video";
    if (isPlayer && properties.src === undefined && !children.some(hasAddress))
      report({ kind: "lost", message: `<${tagName}>: a player without an address was left out` });
  }
  withoutTwins(tree, origin, (picture, twin) => {
    removed.add(picture);
    if (twin !== undefined) report({ kind: "repaired", message: FOUND_LATE, found: textOf(twin) });
  });
  for (const element of elementsIn(tree))
    if (element.tagName === "img" && !removed.has(element) && !repairPicture(element, origin, report))
      removed.add(element);
  if (removed.size > 0) prune(tree, removed);
}

/** @returns whether the picture stays */
function repairPicture(element: Element, origin: PageOrigin, report: Report): boolean {
  const { properties } = element;
  const own = pictureAddress(properties.src, origin);
  const lazy = lazyAddress(properties, origin);
  if (lazy === undefined && isTracker(properties, origin.base)) {
    report({ kind: "harmless", message: "a picture that only counts readers was left out", found: textOf(own) });
    return false;
  }
  const isUsable = own !== undefined && !isStandIn(own, origin);
  const address = lazy ?? (isUsable ? own : (otherAddress(properties, origin) ?? own));
  if (address === undefined) return keepsInline(properties, report);
  const found = textOf(address);
  if (address !== own) report({ kind: "repaired", message: FOUND_LATE, found });
  properties.src = address;
  placeCandidates(element, origin);
  // Their work is done, and they need no line in the report.
  for (const name of Object.keys(properties)) if (name.startsWith("data")) delete properties[name];
  return true;
}

/** A picture in the text itself stays, unless it is small enough to be a stand-in. */
function keepsInline({ src, alt }: Element["properties"], report: Report): boolean {
  const written = typeof src === "string" ? src.trim() : "";
  if (/^data:image\/(?:png|jpeg|gif|webp);/i.test(written) && written.length > MAX_STAND_IN) return true;
  const found = textOf(typeof alt === "string" && alt !== "" ? alt : written);
  report({ kind: "lost", message: "a picture without an address was left out", found });
  return false;
}

function placeCandidates({ properties }: Element, origin: PageOrigin): void {
  const candidates = candidatesIn(properties, origin);
  if (candidates.length > 0)
    properties.srcSet = candidates.map(({ url, descriptor }) => `${url} ${descriptor}`.trim()).join(", ");
  else delete properties.srcSet;
}

/** A `<picture>` shows its `<img>`. That gets the best address of the sources if it has none. */
function completePicture(picture: Element, origin: PageOrigin): void {
  const inside = elementsIn(picture);
  const sources = inside.filter(({ tagName }) => tagName === "source");
  const address = sources.map(({ properties }) => largestIn(properties, origin)).find((each) => each !== undefined);
  const [img] = inside.filter(({ tagName }) => tagName === "img");
  if (address === undefined) return;
  if (!img) {
    picture.children.push({ type: "element", tagName: "img", properties: { src: address }, children: [] });
    return;
  }
  const own = pictureAddress(img.properties.src, origin);
  const isShown = own !== undefined && !isStandIn(own, origin);
  if (!isShown && (lazyAddress(img.properties, origin) ?? otherAddress(img.properties, origin)) === undefined)
    img.properties.src = address;
}

function hasAddress(child: ElementContent): boolean {
  return child.type === "element" && child.tagName === "source" && child.properties.src !== undefined;
}

function repairPlayer(element: Element, origin: PageOrigin): void {
  const { properties } = element;
  const address = lazyAddress(properties, origin) ?? pictureAddress(properties.src, origin);
  if (address !== undefined) properties.src = address;
  else delete properties.src;
  if (properties.poster !== undefined && pictureAddress(properties.poster, origin) === undefined)
    delete properties.poster;
  if (element.tagName === "source") placeCandidates(element, origin);
}

function prune(tree: Root, removed: ReadonlySet<Element>): void {
  const stays = (child: Root["children"][number] | ElementContent) => child.type !== "element" || !removed.has(child);
  tree.children = tree.children.filter(stays);
  for (const element of elementsIn(tree)) element.children = element.children.filter(stays);
}

function textOf(text: string | undefined): string | undefined {
  return text === undefined || text === "" ? undefined : text.slice(0, 100);
}
