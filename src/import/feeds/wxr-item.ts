import { cleanLine } from "../../model/text.ts";
import { childrenNamed, textOf, type XmlElement } from "../../syntax/xml/xml-element.ts";
import { type PostTimes, postTimes } from "../times/wordpress-times.ts";
import { absoluteAddress, type FeedHead } from "./feed-head.ts";
import { personOf } from "./feed-person.ts";
import { textIn } from "./feed-xml.ts";
import type { ImportedEntry, Picture } from "./imported-entry.ts";
import { plainText } from "./plain-text.ts";
import { wordPressHtml } from "./wordpress-html.ts";

/**
 * The facts of a WordPress export (WXR) outside of its posts: the names of authors by login, and pictures by the number
 * of their attachment.
 */
export type WxrFacts = {
  readonly authors: Map<string, string>;
  readonly pictures: Map<string, Picture>;
};

const STATUSES: Readonly<Record<string, ImportedEntry["status"]>> = {
  publish: "published",
  future: "scheduled",
  draft: "draft",
  pending: "draft",
  "auto-draft": "draft",
};

/**
 * The kind of an item that is not an article, in the words of the report. Returns undefined if the item is an article.
 */
export function isLeftOut(item: XmlElement): string | undefined {
  const type = textIn(item, "wp:post_type") ?? "post";
  if (type !== "post") return type === "nav_menu_item" ? "menu item" : type;
  if (textIn(item, "wp:post_password") !== undefined) return "post under a password";
  const status = textIn(item, "wp:status") ?? "publish";
  return STATUSES[status] === undefined ? `post that is ${status}` : undefined;
}

/** Reads a post of a WordPress export. A post without a time, such as a draft, gets the time of its last change. */
export function readWxrItem(item: XmlElement, head: FeedHead, facts: WxrFacts): ImportedEntry {
  const id = textIn(item, "wp:post_id");
  const status = STATUSES[textIn(item, "wp:status") ?? "publish"] ?? "draft";
  const link = absoluteAddress(textIn(item, "link"), head.site);
  const isPlainLink = link !== undefined && new URL(link).searchParams.has("p");
  const login = textIn(item, "dc:creator");
  const author = personOf({ name: (login && facts.authors.get(login)) ?? login });
  return {
    guid: textIn(item, "guid"),
    link,
    base: link ?? head.site,
    paths: [...(id === undefined ? [] : [`/?p=${id}`])],
    slug: textIn(item, "wp:post_name") ?? (isPlainLink ? "" : undefined),
    title: plainText(textIn(item, "title")) ?? "",
    summary: plainText(textIn(item, "excerpt:encoded")),
    html: wordPressHtml(textIn(item, "content:encoded") ?? ""),
    ...postTimes(wxrTimes(item), head.times),
    status,
    authors: author ? [author] : [],
    tags: tagsOf(item),
    language: head.language,
    picture: facts.pictures.get(metaOf(item, "_thumbnail_id") ?? ""),
    enclosures: enclosuresOf(item, head),
  };
}

/** The elements with the times of a post, a page or an attachment. */
export function wxrTimes(item: XmlElement): PostTimes {
  const place = (name: string) => ({ name, written: textIn(item, name) });
  return {
    posted: { local: place("wp:post_date"), utc: place("wp:post_date_gmt") },
    modified: { local: place("wp:post_modified"), utc: place("wp:post_modified_gmt") },
    inFeed: place("pubDate"),
    isDraft: STATUSES[textIn(item, "wp:status") ?? "publish"] === "draft",
  };
}

/** The categories and tags of a post, without the category that WordPress gives to posts that have none. */
function tagsOf(item: XmlElement): readonly string[] {
  return childrenNamed(item, "category")
    .filter(
      ({ attributes: { domain, nicename } }) =>
        /^(?:category|post_tag|tag)?$/.test(domain ?? "") && nicename !== "uncategorized",
    )
    .flatMap((node) => plainText(textOf(node)) ?? []);
}

function metaOf(item: XmlElement, key: string): string | undefined {
  const meta = childrenNamed(item, "wp:postmeta").find((node) => textIn(node, "wp:meta_key") === key);
  return meta && textIn(meta, "wp:meta_value");
}

/** WordPress stores an episode of a podcast as address, length and media type, one per line. */
function enclosuresOf(item: XmlElement, head: FeedHead): ImportedEntry["enclosures"] {
  const [address, , type] = (metaOf(item, "enclosure") ?? "").split("\n");
  const url = absoluteAddress(address, head.site);
  return url === undefined ? [] : [{ url, mediaType: type && cleanLine(type) }];
}

/** Adds an author or an attachment to the facts. Ignores other elements. */
export function readWxrFact(node: XmlElement, facts: WxrFacts): void {
  if (node.name === "wp:author") {
    const login = textIn(node, "wp:author_login");
    const name = textIn(node, "wp:author_display_name");
    if (login !== undefined && name !== undefined) facts.authors.set(login, name);
  }
  if (node.name !== "item" || textIn(node, "wp:post_type") !== "attachment") return;
  const id = textIn(node, "wp:post_id");
  const url = absoluteAddress(textIn(node, "wp:attachment_url", "guid"), undefined);
  if (id === undefined || url === undefined || !/\.(?:jpe?g|png|gif|webp|avif|svg)(?:\?|$)/i.test(url)) return;
  const alternativeText = metaOf(node, "_wp_attachment_image_alt");
  const caption = plainText(textIn(node, "excerpt:encoded"));
  facts.pictures.set(id, { url, ...(alternativeText && { alternativeText }), ...(caption && { caption }) });
}
