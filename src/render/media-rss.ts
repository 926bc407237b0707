import type { Article, Attachment } from "../model/article.ts";
import type { MediaFile } from "../model/media-file.ts";
import { type AttributeValues, children, empty, text, type XmlNode } from "../syntax/xml/write-xml.ts";

/**
 * The picture and every attachment as `media:content` (Media RSS 1.5.1). They are not in a `media:group`, which would
 * say that they are versions of one thing. There is no `media:thumbnail`, because the model has no thumbnails.
 *
 * For the picture, `media:title` is the alternative text and `media:description` the caption.
 */
export function mediaContents(article: Article): XmlNode[] {
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

function mediaContent(file: MediaFile, about: Readonly<Record<string, XmlNode | undefined>>): XmlNode {
  const attributes: AttributeValues = {
    url: file.url,
    type: file.mediaType,
    medium: medium(file),
    // A length of zero means that it is not known.
    fileSize: file.length || undefined,
    width: file.width,
    height: file.height,
    duration: file.duration,
  };
  return { ...empty(attributes), ...children(about) };
}

function plain(value: string | undefined): XmlNode | undefined {
  return value === undefined ? undefined : text(value, { type: "plain" });
}

function medium({ mediaType }: MediaFile): string {
  const kind = mediaType.slice(0, mediaType.indexOf("/"));
  return kind === "image" || kind === "audio" || kind === "video" ? kind : "document";
}

/**
 * The files that a reader may download with the article: its attachments, or else the picture if its length is known.
 */
export function enclosuresOf(article: Article): readonly Attachment[] {
  const file = article.image?.file;
  if (article.attachments.length > 0 || file?.length === undefined) return article.attachments;
  return [{ file: { ...file, length: file.length } }];
}
