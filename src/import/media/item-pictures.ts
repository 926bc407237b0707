import { childrenNamed, textOf, type XmlElement } from "../../syntax/xml/xml-element.ts";
import { absoluteAddress } from "../feeds/feed-head.ts";
import { textIn } from "../feeds/feed-xml.ts";
import type { Picture } from "../feeds/imported-entry.ts";
import { plainText } from "../feeds/plain-text.ts";

/** Elements in which feeds name a picture of an item, other than those of Media RSS. */
const NAMES = [
  "itunes:image",
  "googleplay:image",
  "podcast:image",
  "image",
  "thumbnail",
  "featuredImage",
  "featured_image",
  "post-thumbnail",
  "webfeeds:featuredImage",
  "webfeeds:cover",
  "g:image_link",
  "image_link",
  "fullimage",
];

/** The address is in an attribute, in a child `url`, or is the text itself. */
export function pictureElements(item: XmlElement, base: string | undefined): readonly Picture[] {
  return NAMES.flatMap((name) => childrenNamed(item, name)).flatMap((node): Picture[] => {
    const { href, url, src, image } = node.attributes;
    const written = href ?? url ?? src ?? image ?? textIn(node, "url", "link") ?? textOf(node);
    const address = /\s/.test(written?.trim() ?? "") ? undefined : absoluteAddress(written, node.base ?? base);
    if (address === undefined) return [];
    return [{ url: address, alternativeText: plainText(node.attributes.alt ?? textIn(node, "title")) }];
  });
}
