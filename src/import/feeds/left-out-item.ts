import type { XmlElement } from "../../syntax/xml/xml-element.ts";
import { absoluteAddress, type FeedHead } from "./feed-head.ts";
import { textIn } from "./feed-xml.ts";
import type { ReadEntry } from "./imported-entry.ts";
import { plainText } from "./plain-text.ts";

/** What WordPress and its plugins store as posts and no reader sees as a page. */
const INTERNAL =
  /^(?:acf-.*|attachment|custom_css|customize_changeset|nav_menu_item|oembed_cache|revision|user_request|wp_.*)$/;

/**
 * An item of a WordPress export that is not an article. It has its title and its address if it was a page of the site,
 * so that the report can name it.
 *
 * @param what the kind of the item, in the singular
 */
export function leftOutItem(item: XmlElement, what: string, head: FeedHead): ReadEntry {
  if (INTERNAL.test(textIn(item, "wp:post_type") ?? "post")) return { kind: "left out", what };
  const title = plainText(textIn(item, "title"));
  return { kind: "left out", what, title, address: absoluteAddress(textIn(item, "link"), head.site) };
}
