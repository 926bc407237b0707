import type { Article, Image } from "../model/article.ts";
import type { Feed } from "../model/feed.ts";
import type { MediaFile } from "../model/media-file.ts";
import type { Publication } from "../model/publication.ts";
import { sectionOf } from "./section-category.ts";

/**
 * `_dateline`: what JSON Feed 1.1 has no member for, in an extension object of our own (JSON Feed 1.1, "Extensions"). A member that has nothing
 * to say is left out, and so is the object. Times are RFC 3339 with their zone; sizes are pixels and bytes.
 *
 * On the feed: `id` (the same as Atom's), `updated`, `rights`, `licence` (address), `logo` (address), `generator`, `sections` [{`slug`, `title`, `description`}].
 *
 * On an item: `dateline` (place), `agency` {`name`, `url`}, `section` {`slug`, `title`}, `image` {`alternative_text`, `caption`, `credit`, `mime_type`,
 * `size_in_bytes`, `width`, `height`}, `related` [{`label`, `title`, `url`}], `corrections` [{`time`, `text`}], `rights`, `licence` (address).
 *
 * On an attachment: `width`, `height`.
 */
export type DatelineExtension = Readonly<Record<string, unknown>> | undefined;

export function datelineOfFeed({ id, updated, publication }: Feed, generator: string): DatelineExtension {
  const { rights, licence, logo, sections } = publication;
  return said({ id, updated, rights, licence, logo: logo?.url, generator, sections: listed(sections) });
}

export function datelineOfItem(article: Article, publication: Publication): DatelineExtension {
  const { dateline, agency, image, related, corrections, rights, licence } = article;
  return said({
    dateline,
    agency,
    section: sectionOf(article, publication),
    image: image && aboutImage(image),
    related: listed(related),
    corrections: listed(corrections),
    rights,
    licence,
  });
}

export function datelineOfAttachment({ width, height }: MediaFile): DatelineExtension {
  return said({ width, height });
}

function aboutImage({ file, alternativeText, caption, credit }: Image): DatelineExtension {
  return said({
    alternative_text: alternativeText,
    caption,
    credit,
    mime_type: file?.mediaType,
    size_in_bytes: file?.length,
    width: file?.width,
    height: file?.height,
  });
}

function listed<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}

function said(members: Readonly<Record<string, unknown>>): DatelineExtension {
  return Object.values(members).some((value) => value !== undefined) ? members : undefined;
}
