import type { Person } from "../../model/article.ts";
import type { Episode } from "../../model/episode.ts";
import type { Timestamp } from "../../model/timestamp.ts";
import type { ImportNote } from "./import-note.ts";

/**
 * A file that belongs to an entry: audio, video or another file. Pictures are in `pictures`. `length` is in bytes and
 * `duration` in seconds; a member is missing if the source does not say it. `medium` is `audio` or `video`, for a
 * source that does not say the media type.
 */
export type Enclosure = {
  readonly url: string;
  readonly mediaType?: string | undefined;
  readonly medium?: string | undefined;
  readonly title?: string | undefined;
  readonly length?: number | undefined;
  readonly duration?: number | undefined;
};

/**
 * A picture at its address on the old site. `width` is in pixels. `sizes` are the addresses of other sizes of it, if
 * the source says that they are.
 */
export type Picture = {
  readonly url: string;
  readonly mediaType?: string | undefined;
  readonly alternativeText?: string | undefined;
  readonly caption?: string | undefined;
  readonly credit?: string | undefined;
  readonly width?: number | undefined;
  readonly sizes?: readonly string[];
};

/**
 * One entry of a feed or export, in the one form that all readers produce. It contains what the source says and nothing
 * else. Texts are plain text, except `html`, which is unchanged. Addresses are absolute if the source gives a base for
 * them.
 *
 * - `guid` identifies the entry in its source.
 * - `link` is the address of its page, and `base` is the base of relative addresses in `html`.
 * - `paths` are further paths of the entry on the same site.
 * - `canonical` is the address of the original if the source names it, as for a text that was first published
 *   elsewhere.
 * - `slug` is the name that the other system used in the address.
 * - `picture` is the lead picture, and `pictures` are all others outside of `html`.
 * - `episode` is about the first recording of `enclosures`.
 * - `faults` say why the entry cannot become an article, such as a time that cannot be read. Each quotes the source.
 * - `notes` say what the reader could not keep, what it guessed, and what it repaired.
 */
export type ImportedEntry = {
  readonly guid?: string | undefined;
  readonly link?: string | undefined;
  readonly base?: string | undefined;
  readonly paths?: readonly string[];
  readonly canonical?: string | undefined;
  readonly slug?: string | undefined;
  readonly title: string;
  readonly summary?: string | undefined;
  readonly html: string;
  readonly published?: Timestamp | undefined;
  readonly updated?: Timestamp | undefined;
  readonly status: "draft" | "scheduled" | "published";
  readonly authors: readonly Person[];
  readonly tags: readonly string[];
  readonly language?: string | undefined;
  readonly picture?: Picture | undefined;
  readonly pictures?: readonly Picture[] | undefined;
  readonly enclosures: readonly Enclosure[];
  readonly episode?: Episode | undefined;
  readonly rights?: string | undefined;
  readonly licence?: string | undefined;
  readonly faults?: readonly string[];
  readonly notes?: readonly ImportNote[];
};

/** Why an entry cannot become an article. */
export type EntryFault = { readonly message: string };

/**
 * What a reader found: an entry, which is an article or, with `isPage`, a page beside the articles; something that is not an article, or an entry that cannot be read. `what` names the
 * kind of what is not an article, in the singular. Its `title` and `address` are there if readers of the old site knew
 * them, as for a page.
 */
export type ReadEntry =
  | { readonly kind: "entry"; readonly place: string; readonly entry: ImportedEntry; readonly isPage?: boolean }
  | {
      readonly kind: "left out";
      readonly what: string;
      readonly title?: string | undefined;
      readonly address?: string | undefined;
    }
  | { readonly kind: "fault"; readonly place: string; readonly message: string };
