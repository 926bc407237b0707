import type { Article, Attachment, Image } from "../model/article.ts";
import type { Feed } from "../model/feed.ts";
import type { Publication } from "../model/publication.ts";
import { sectionOf } from "./sections.ts";

/**
 * `_dateline`: an extension object (JSON Feed 1.1, "Extensions") for everything in the model that JSON Feed has no
 * member for. A member without a value is left out, and an object without members too. Times are in RFC 3339 with their
 * zone; widths and heights are in pixels.
 *
 * - On the feed: `id` (the same as Atom's), `updated`, `rights`, `licence` (address), `logo` (address), `generator`,
 *   `sections` [{`slug`, `title`, `description`}].
 * - On an item: `dateline` (place), `agency` {`name`, `url`}, `section` {`slug`, `title`}, `image` {`alternative_text`,
 *   `caption`, `credit`, `mime_type`, `size_in_bytes`, `width`, `height`}, `related` [{`label`, `title`, `url`}],
 *   `corrections` [{`time`, `text`}], `rights`, `licence` (address).
 * - On an attachment: `width`, `height`, `season`, `episode` (numbers), `episode_type` (`full`, `trailer`, `bonus`),
 *   `explicit`, `art` (address), `chapters` [{`start` in seconds, `title`, `url`, `image`}], `chapters_url`,
 *   `transcripts` [{`url`, `mime_type`, `language`}], `persons` [{`name`, `role`, `group`, `url`, `image`}].
 */
export type DatelineExtension = Readonly<Record<string, unknown>> | undefined;

export function datelineOfFeed({ id, updated, publication }: Feed, generator: string): DatelineExtension {
  const { rights, licence, logo, sections } = publication;
  return unlessUndefined({ id, updated, rights, licence, logo: logo?.url, generator, sections: unlessEmpty(sections) });
}

export function datelineOfItem(article: Article, publication: Publication): DatelineExtension {
  const { dateline, agency, image, related, corrections, rights, licence } = article;
  return unlessUndefined({
    dateline,
    agency,
    section: sectionOf(article, publication),
    image: image && imageMembers(image),
    related: unlessEmpty(related),
    corrections: unlessEmpty(corrections),
    rights,
    licence,
  });
}

export function datelineOfAttachment(attachment: Attachment): DatelineExtension {
  const { file, season, episode, explicit, art, chapters, persons } = attachment;
  return unlessUndefined({
    width: file.width,
    height: file.height,
    season,
    episode,
    episode_type: attachment.episodeType,
    explicit,
    art,
    chapters,
    chapters_url: attachment.chaptersUrl,
    transcripts: attachment.transcripts?.map(({ url, mediaType, language }) => ({
      url,
      mime_type: mediaType,
      language,
    })),
    persons,
  });
}

function imageMembers({ file, alternativeText, caption, credit }: Image): DatelineExtension {
  return unlessUndefined({
    alternative_text: alternativeText,
    caption,
    credit,
    mime_type: file?.mediaType,
    size_in_bytes: file?.length,
    width: file?.width,
    height: file?.height,
  });
}

function unlessEmpty<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}

/** Returns undefined if every member is undefined. */
function unlessUndefined(members: Readonly<Record<string, unknown>>): DatelineExtension {
  return Object.values(members).some((value) => value !== undefined) ? members : undefined;
}
