import { childrenNamed, type XmlElement } from "../../../syntax/xml/xml-element.ts";
import { absoluteAddress } from "../../feeds/feed-head.ts";
import { textIn } from "../../feeds/feed-xml.ts";
import type { Picture } from "../../feeds/imported-entry.ts";
import { isOwnAddress } from "../../feeds/old-address.ts";
import { plainText } from "../../feeds/plain-text.ts";
import { metaOf } from "./post-meta.ts";

/** The fields in which Yoast, Rank Math, SEOPress, Genesis and All in One SEO keep the address of the original. */
const CANONICALS = [
  "_yoast_wpseo_canonical",
  "rank_math_canonical_url",
  "_seopress_robots_canonical",
  "_genesis_canonical_uri",
  "_aioseop_custom_link",
];

/** The fields of plugins that take the featured picture from elsewhere: its address, and its alternative text. */
const FAR_PICTURES = [
  ["fifu_image_url", "fifu_image_alt"],
  ["_nelioefi_url", "_nelioefi_alt"],
  ["_knawatfibu_url", "_knawatfibu_alt"],
] as const;

/** The address of the original on another site. One on the same site is another address of the post. */
export function canonicalOf(item: XmlElement, site: string | undefined): string | undefined {
  return CANONICALS.map((key) => absoluteAddress(metaOf(item, key), site)).find(
    (address) => address !== undefined && !isOwnAddress(new URL(address), site),
  );
}

/** A featured picture that is not in the media library. */
export function farPicture(item: XmlElement, site: string | undefined): Picture | undefined {
  for (const [address, alternative] of FAR_PICTURES) {
    const url = absoluteAddress(metaOf(item, address), site);
    if (url !== undefined) return { url, alternativeText: plainText(metaOf(item, alternative)) };
  }
  return undefined;
}

/**
 * The names and values of the fields that an editor filled in with Advanced Custom Fields. The plugin keeps the number
 * of the field's definition beside each, under the same name with an underscore.
 */
export function customFields(item: XmlElement): readonly { readonly name: string; readonly value: string }[] {
  const values = new Map<string, string>();
  for (const node of childrenNamed(item, "wp:postmeta")) {
    const value = textIn(node, "wp:meta_value");
    if (value !== undefined) values.set(textIn(node, "wp:meta_key") ?? "", value);
  }
  return [...values].flatMap(([name, value]) =>
    /^field_\w+$/.test(values.get(`_${name}`) ?? "") ? [{ name, value }] : [],
  );
}
