import { cleanLine } from "../../model/text.ts";
import { absoluteAddress, type FeedHead } from "./feed-head.ts";
import { personOf } from "./feed-person.ts";
import type { ImportedEntry, Picture } from "./imported-entry.ts";
import { plainText } from "./plain-text.ts";
import { wordPressHtml } from "./wordpress-html.ts";
import { timeOfClocks, writtenTime } from "./written-time.ts";
import { childrenNamed, textIn, textOf, type XmlNode } from "./xml-node.ts";

/** What an export says beside its posts: who the log-in names are, and the pictures that posts name by number. */
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

/** Why an item of an export is no article, in the words a count is given in; undefined where it is one. */
export function isLeftOut(item: XmlNode): string | undefined {
  const type = textIn(item, "wp:post_type") ?? "post";
  if (type !== "post") return type === "nav_menu_item" ? "menu item" : type;
  if (textIn(item, "wp:post_password") !== undefined) return "post under a password";
  const status = textIn(item, "wp:status") ?? "publish";
  return STATUSES[status] === undefined ? `post that is ${status}` : undefined;
}

/** A post of a WordPress export. Without a time, as drafts are, it takes that of its last change. */
export function readWxrItem(item: XmlNode, head: FeedHead, facts: WxrFacts): ImportedEntry {
  const id = textIn(item, "wp:post_id");
  const status = STATUSES[textIn(item, "wp:status") ?? "publish"] ?? "draft";
  const link = absoluteAddress(textIn(item, "link"), head.site);
  const isPlainLink = link !== undefined && new URL(link).searchParams.has("p");
  const login = textIn(item, "dc:creator");
  const author = personOf({ name: (login && facts.authors.get(login)) ?? login });
  const modified = timeOfClocks(dated(item, "wp:post_modified"), dated(item, "wp:post_modified_gmt"));
  const posted = timeOfClocks(dated(item, "wp:post_date"), dated(item, "wp:post_date_gmt"));
  return {
    guid: textIn(item, "guid"),
    link,
    base: link ?? head.site,
    paths: [...(id === undefined ? [] : [`/?p=${id}`])],
    slug: textIn(item, "wp:post_name") ?? (isPlainLink ? "" : undefined),
    title: plainText(textIn(item, "title")) ?? "",
    summary: plainText(textIn(item, "excerpt:encoded")),
    html: wordPressHtml(textIn(item, "content:encoded") ?? ""),
    published: posted ?? writtenTime(textIn(item, "pubDate")) ?? modified,
    updated: modified,
    status,
    authors: author ? [author] : [],
    tags: tagsOf(item),
    language: head.language,
    picture: facts.pictures.get(metaOf(item, "_thumbnail_id") ?? ""),
    enclosures: enclosuresOf(item, head),
  };
}

/** WordPress writes zeros for a time that there is not. */
function dated(item: XmlNode, name: string): string | undefined {
  const text = textIn(item, name);
  return text === undefined || text.startsWith("0000") ? undefined : text;
}

/** Categories and tags alike; what WordPress files a post under that has no category says nothing of it. */
function tagsOf(item: XmlNode): readonly string[] {
  return childrenNamed(item, "category")
    .filter(
      ({ attributes: { domain, nicename } }) =>
        /^(?:category|post_tag|tag)?$/.test(domain ?? "") && nicename !== "uncategorized",
    )
    .flatMap((node) => plainText(textOf(node)) ?? []);
}

function metaOf(item: XmlNode, key: string): string | undefined {
  const meta = childrenNamed(item, "wp:postmeta").find((node) => textIn(node, "wp:meta_key") === key);
  return meta && textIn(meta, "wp:meta_value");
}

/** A podcast's episode is kept as address, length and media type, each on its line. */
function enclosuresOf(item: XmlNode, head: FeedHead): ImportedEntry["enclosures"] {
  const [address, , type] = (metaOf(item, "enclosure") ?? "").split("\n");
  const url = absoluteAddress(address, head.site);
  return url === undefined ? [] : [{ url, mediaType: type && cleanLine(type) }];
}

/** Takes in what an author's or an attachment's element says. */
export function readWxrFact(node: XmlNode, facts: WxrFacts): void {
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
