import type { Article, Attachment } from "../model/article.ts";
import { isPlayable } from "../model/recording.ts";
import { type AttributeValues, children, empty, text, type XmlNode } from "../syntax/xml/write-xml.ts";

/**
 * The recordings as `media:content`, and the picture as `media:thumbnail` (Media RSS 1.5.1). Podcast apps count each
 * `media:content` as an episode, whatever its type, so pictures and documents are not among them. The recordings are
 * not in a `media:group`, which would say that they are versions of one thing. Alternative text, caption and credit of
 * the picture are in the content.
 */
export function mediaElements(article: Article): Readonly<Record<string, XmlNode | readonly XmlNode[] | undefined>> {
  const picture = article.image?.file;
  return {
    "media:content": article.attachments.filter(isPlayable).map(mediaContent),
    "media:thumbnail": picture && empty({ url: picture.url, width: picture.width, height: picture.height }),
  };
}

function mediaContent({ file, title }: Attachment): XmlNode {
  const attributes: AttributeValues = {
    url: file.url,
    type: file.mediaType,
    medium: file.mediaType.slice(0, file.mediaType.indexOf("/")),
    // A length of zero means that it is not known.
    fileSize: file.length || undefined,
    width: file.width,
    height: file.height,
    duration: file.duration,
  };
  return {
    ...empty(attributes),
    ...children({ "media:title": title === undefined ? undefined : text(title, { type: "plain" }) }),
  };
}
