import { childrenNamed, type XmlElement } from "../../syntax/xml/xml-element.ts";
import { type PostTimes, postTimes } from "../times/wordpress-times.ts";
import { copied, figureFacts } from "../wordpress/facts/attached-file.ts";
import { formerPathsOf } from "../wordpress/facts/former-paths.ts";
import { canonicalOf, customFields, farPicture } from "../wordpress/facts/plugin-fields.ts";
import { authorsOf } from "../wordpress/facts/post-authors.ts";
import { enclosuresOf, hasRecording } from "../wordpress/facts/post-enclosures.ts";
import { episodeOf } from "../wordpress/facts/post-episode.ts";
import { metaOf } from "../wordpress/facts/post-meta.ts";
import { tagsOf } from "../wordpress/facts/post-tags.ts";
import type { WordPressFacts } from "../wordpress/facts/wordpress-facts.ts";
import { wordPressHtml } from "../wordpress/wordpress-html.ts";
import { noteLoss, type WordPressPost } from "../wordpress/wordpress-post.ts";
import { absoluteAddress, type FeedHead } from "./feed-head.ts";
import { textIn } from "./feed-xml.ts";
import type { ImportedEntry } from "./imported-entry.ts";
import { plainText } from "./plain-text.ts";

const STATUSES: Readonly<Record<string, ImportedEntry["status"]>> = {
  publish: "published",
  future: "scheduled",
  draft: "draft",
  pending: "draft",
  "auto-draft": "draft",
};

/**
 * What an item is that is not an article: its kind in the words of the report, and the name that readers knew it by.
 */
export type LeftOutItem = {
  readonly what: string;
  readonly title?: string | undefined;
  readonly address?: string | undefined;
};

/** Kinds of items that no reader of the old site knew by a title. */
const UNNAMED =
  /^(?:attachment|revision|nav_menu_item|custom_css|customize_changeset|oembed_cache|user_request|wp_\w+|guest-author)$/;

/** Describes an item that is neither an article nor a page. Returns undefined if it is one. */
export function leftOutItem(item: XmlElement, head: FeedHead): LeftOutItem | undefined {
  const type = textIn(item, "wp:post_type") ?? "post";
  const status = textIn(item, "wp:status") ?? "publish";
  const named = {
    title: copied(plainText(textIn(item, "title"))),
    address: copied(absoluteAddress(textIn(item, "link"), head.site)),
  };
  if (type === "nav_menu_item") return { what: "menu item" };
  if (type === "wp_block") return { what: "reusable block" };
  if (UNNAMED.test(type)) return { what: type };
  if (type !== "post" && type !== "page" && !isEpisode(type, item))
    return { what: STATUSES[status] === "published" ? type : `${type} that is ${status}`, ...named };
  if (textIn(item, "wp:post_password") !== undefined) return { what: `${type} under a password`, ...named };
  return STATUSES[status] === undefined ? { what: `${type} that is ${status}`, ...named } : undefined;
}

/** Whether an item is a page beside the posts. */
export function isPageItem(item: XmlElement): boolean {
  return textIn(item, "wp:post_type") === "page";
}

/**
 * Whether an item is an episode of a podcast. Podlove and Seriously Simple Podcasting have the type `podcast` for them,
 * and other plugins have other types.
 */
function isEpisode(type: string, item: XmlElement): boolean {
  return type === "podcast" || (type !== "page" && hasRecording(item));
}

/** The comments of an item, by their kind in the words of the report. */
export function commentsOf(item: XmlElement): readonly LeftOutItem[] {
  return childrenNamed(item, "wp:comment").map((comment) => {
    const type = textIn(comment, "wp:comment_type");
    if (type === "pingback" || type === "trackback") return { what: type };
    return { what: textIn(comment, "wp:comment_approved") === "1" ? "comment" : "comment that was not approved" };
  });
}

/** Reads a post or a page of a WordPress export. A post without a time, such as a draft, gets the time of its last change. */
export function readWxrItem(item: XmlElement, head: FeedHead, facts: WordPressFacts): ImportedEntry {
  const status = STATUSES[textIn(item, "wp:status") ?? "publish"] ?? "draft";
  const link = absoluteAddress(textIn(item, "link"), head.site);
  const parameters = link === undefined ? undefined : new URL(link).searchParams;
  const isPlainLink = parameters !== undefined && (parameters.has("p") || parameters.has("page_id"));
  const times = postTimes(wxrTimes(item), head.times);
  const post: WordPressPost = {
    id: textIn(item, "wp:post_id"),
    footnotes: metaOf(item, "footnotes"),
    hasRecording: hasRecording(item),
    facts,
    notes: [],
  };
  const html = wordPressHtml(textIn(item, "content:encoded") ?? "", post);
  const pictureId = metaOf(item, "_thumbnail_id");
  const picture = facts.files.get(pictureId ?? "");
  if (pictureId !== undefined && picture === undefined && pictureId !== "0")
    noteLoss(post, "a featured picture that the export does not list", `attachment ${pictureId}`);
  if (textIn(item, "wp:post_type") === "podcast" && post.hasRecording === false)
    noteLoss(post, "an episode whose recording is not in the export; its feed has it", link);
  for (const { name, value } of customFields(item)) noteLoss(post, `custom field ${name}`, value);
  return {
    guid: textIn(item, "guid"),
    link,
    base: link ?? head.site,
    paths: formerPathsOf(item, link),
    canonical: canonicalOf(item, head.site),
    slug: slugIn(item) ?? (isPlainLink ? "" : undefined),
    title: plainText(textIn(item, "title")) ?? "",
    summary: plainText(textIn(item, "excerpt:encoded")),
    html,
    ...times,
    status,
    authors: authorsOf(item, facts),
    tags: tagsOf(item, facts, head.language),
    language: head.language,
    picture: picture?.kind === "picture" ? figureFacts(picture) : farPicture(item, head.site),
    enclosures: enclosuresOf(item, head.site),
    episode: episodeOf(item, head.site),
    notes: [...times.notes, ...post.notes],
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

/**
 * The slug of a post. WordPress keeps it percent-encoded and cuts it after 200 bytes, which may be within a character:
 * the rest of that character is dropped.
 */
function slugIn(item: XmlElement): string | undefined {
  const written = textIn(item, "wp:post_name");
  if (written === undefined || !written.includes("%")) return written;
  const bytes = Buffer.from(written.replace(/%[\da-f]?$/i, "").replace(/%[\da-f]{2}/gi, byteOf), "latin1");
  // The stream is not at its end, so bytes that begin a character are kept back.
  const decoded = new TextDecoder().decode(bytes, { stream: true });
  return /^[\0-\xFF]*$/.test(written) && !decoded.includes("\uFFFD") ? decoded : written;
}

function byteOf(encoded: string): string {
  return String.fromCharCode(Number.parseInt(encoded.slice(1), 16));
}
