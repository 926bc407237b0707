import type { Article, Attachment } from "../model/article.ts";
import { isPlayable } from "../model/recording.ts";
import type { PictureVariant } from "../site/picture-variants.ts";
import { type AttributeValues, children, empty, text, type XmlNode } from "../syntax/xml/write-xml.ts";
import { leadVariants, plainPicture } from "./feed-pictures.ts";

/**
 * The recordings as `media:content`, and the picture as `media:thumbnail` (Media RSS 1.5.1). The recordings are not in a
 * `media:group`, which would say that they are versions of one thing. Alternative text, caption and credit of the
 * picture are in the content.
 *
 * The variants of the picture are versions of one thing. Podcast apps count each `media:content` as an episode, whatever
 * its type, so an article with a recording lists none of them.
 */
export function mediaElements(article: Article): Readonly<Record<string, XmlNode | readonly XmlNode[] | undefined>> {
  const picture = plainPicture(article);
  const recordings = article.attachments.filter(isPlayable);
  const variants = recordings.length > 0 ? [] : leadVariants(article);
  return {
    "media:content": recordings.map(mediaContent),
    "media:group": variants.length === 0 ? undefined : children({ "media:content": variants.map(variantContent) }),
    "media:thumbnail": picture && empty({ url: picture.url, width: picture.width, height: picture.height }),
  };
}

/** The first is the one that the thumbnail and the content name. */
function variantContent({ url, mediaType, width, height }: PictureVariant, place: number): XmlNode {
  const isDefault = place === 0 ? "true" : undefined;
  return empty({ url, type: mediaType, medium: "image", isDefault, width, height });
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
