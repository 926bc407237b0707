import type { XmlElement } from "../../../syntax/xml/xml-element.ts";
import { absoluteAddress } from "../../feeds/feed-head.ts";
import { textIn } from "../../feeds/feed-xml.ts";
import type { Picture } from "../../feeds/imported-entry.ts";
import { plainText } from "../../feeds/plain-text.ts";
import { valueInPhp } from "./php-values.ts";
import { metaOf } from "./post-meta.ts";

export type FileKind = "picture" | "audio" | "video" | "other";

/**
 * A file of the media library. Its texts are plain, except `captionHtml`. `order` is its place among the files of its
 * post.
 */
export type AttachedFile = {
  readonly id: string;
  readonly url: string;
  readonly kind: FileKind;
  readonly order: number;
  readonly title?: string | undefined;
  readonly captionHtml?: string | undefined;
  readonly alternativeText?: string | undefined;
  readonly credit?: string | undefined;
};

const EXTENSIONS: readonly (readonly [FileKind, RegExp])[] = [
  ["picture", /\.(?:jpe?g|jpe|png|gif|webp|avif|svg|bmp|tiff?|heic)$/i],
  ["audio", /\.(?:mp3|m4a|m4b|oga|ogg|opus|wav|flac|aac|wma|mka)$/i],
  ["video", /\.(?:mp4|m4v|mov|webm|ogv|wmv|avi|flv|mpe?g|mkv|3gp|3g2)$/i],
];

/** The kind of a file by the end of its address: an export does not contain media types. */
export function fileKind(url: string): FileKind {
  const path = url.replace(/[?#].*$/s, "");
  return EXTENSIONS.find(([, ending]) => ending.test(path))?.[0] ?? "other";
}

/** The fields in which plugins and themes keep the credit of a picture. */
const CREDITS = [
  "_wp_attachment_image_credit",
  "_media_credit",
  "_wp_attachment_source_name",
  "isc_image_source",
  "_navis_media_credit",
  "media_credit",
  "image_credit",
  "photo_credit",
  "photographer_name",
  "_credit",
  "credit",
];

/** Reads an attachment of an export. Returns undefined if it has no number or no web address. */
export function readAttachedFile(item: XmlElement): AttachedFile | undefined {
  const id = textIn(item, "wp:post_id");
  const url = absoluteAddress(textIn(item, "wp:attachment_url", "guid"), undefined);
  if (id === undefined || url === undefined) return undefined;
  const line = (text: string | undefined) => copied(plainText(text));
  return {
    id: copied(id) ?? id,
    url: copied(url) ?? url,
    kind: fileKind(url),
    order: Number(textIn(item, "wp:menu_order") ?? 0) || 0,
    title: line(textIn(item, "title")),
    captionHtml: copied(textIn(item, "excerpt:encoded")),
    alternativeText: line(metaOf(item, "_wp_attachment_image_alt")),
    credit: line(creditOf(item)),
  };
}

/** What a field says, else what the camera or the agency wrote into the file. */
function creditOf(item: XmlElement): string | undefined {
  for (const key of CREDITS) {
    const value = metaOf(item, key);
    if (value !== undefined) return value;
  }
  return valueInPhp(metaOf(item, "_wp_attachment_metadata") ?? "", "credit");
}

/** A copy that does not keep the piece of the document in memory that the text was cut from. */
export function copied(text: string | undefined): string | undefined {
  return text === undefined ? undefined : Buffer.from(text).toString();
}

/** A picture of the media library as the lead picture of an article. */
export function figureFacts({ url, alternativeText, captionHtml, credit }: AttachedFile): Picture {
  return { url, alternativeText, caption: plainText(captionHtml), credit };
}
