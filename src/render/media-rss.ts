import type { Article, Attachment } from "../model/article.ts";
import type { MediaFile } from "../model/media-file.ts";
import { type AttributeValues, children, empty, text, type XmlElement } from "./xml-element.ts";

export const MEDIA_NAMESPACE = "http://search.yahoo.com/mrss/";

/**
 * The picture and every attachment as `media:content`, side by side: a `media:group` would say that they are versions of one thing
 * (Media RSS 1.5.1). No `media:thumbnail`: nothing here is one.
 *
 * For the picture, `media:title` is the alternative text and `media:description` the caption.
 */
export function mediaContents(article: Article): XmlElement[] {
  const contents = article.attachments.map(({ file, title }) => mediaContent(file, { "media:title": plain(title) }));
  const { file, alternativeText, caption, credit } = article.image ?? {};
  if (!file) return contents;
  const picture = mediaContent(file, {
    "media:title": plain(alternativeText || undefined),
    "media:description": plain(caption),
    "media:credit": credit === undefined ? undefined : text(credit),
  });
  return [picture, ...contents];
}

function mediaContent(file: MediaFile, about: Readonly<Record<string, XmlElement | undefined>>): XmlElement {
  const attributes: AttributeValues = {
    url: file.url,
    type: file.mediaType,
    medium: medium(file),
    fileSize: file.length,
    width: file.width,
    height: file.height,
    duration: file.duration,
  };
  return { ...empty(attributes), ...children(about) };
}

function plain(value: string | undefined): XmlElement | undefined {
  return value === undefined ? undefined : text(value, { type: "plain" });
}

function medium({ mediaType }: MediaFile): string {
  const kind = mediaType.slice(0, mediaType.indexOf("/"));
  return kind === "image" || kind === "audio" || kind === "video" ? kind : "document";
}

/** What a reader may download with the article: its attachments, or the picture alone where there are none and its length is known. */
export function enclosuresOf(article: Article): readonly Attachment[] {
  const file = article.image?.file;
  if (article.attachments.length > 0 || file?.length === undefined) return article.attachments;
  return [{ file: { ...file, length: file.length } }];
}
