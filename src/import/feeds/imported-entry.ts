import type { Person } from "../../model/article.ts";
import type { Timestamp } from "../../model/timestamp.ts";

/** Something that belongs to an entry and lies elsewhere: sound, film, a picture, a file. */
export type Enclosure = {
  readonly url: string;
  readonly mediaType?: string | undefined;
  readonly title?: string | undefined;
};

/** A picture at its outside address. */
export type Picture = {
  readonly url: string;
  readonly alternativeText?: string | undefined;
  readonly caption?: string | undefined;
};

/**
 * One entry of any feed or export, in one form: all that is read from it and nothing made up. Texts are plain, if not clean, but for `html`, which is as it was
 * found; addresses are absolute where there was something to resolve them against.
 *
 * - `guid` is whatever names the entry where it comes from.
 * - `link` is the address of its page, `base` what relative addresses in `html` are relative to.
 * - `paths` are further paths of the same site under which it was found.
 * - `slug` is the name the other system used in its address.
 */
export type ImportedEntry = {
  readonly guid?: string | undefined;
  readonly link?: string | undefined;
  readonly base?: string | undefined;
  readonly paths?: readonly string[];
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
  readonly enclosures: readonly Enclosure[];
  readonly rights?: string | undefined;
  readonly licence?: string | undefined;
};

/** What reading came upon: an entry; one that is not for a publication, by the name of its kind; or one that cannot be read. */
export type ReadEntry =
  | { readonly kind: "entry"; readonly place: string; readonly entry: ImportedEntry }
  | { readonly kind: "left out"; readonly what: string }
  | { readonly kind: "fault"; readonly place: string; readonly message: string };
