import { instantOf, type Timestamp } from "../../model/timestamp.ts";

/** A file that an article names, and the path it is stored at, `<hash>/<name>`. */
export type NamedMedia = { readonly name: string; readonly path: string };

/** An article of the folder, compiled, and the file it came from. */
export type LocalArticle = {
  /** Its name in messages. */
  readonly file: string;
  readonly id: string;
  readonly slug: string;
  /** The `updated` that the file gives it. A newsroom that was told of changes since has a later one. */
  readonly updated: Timestamp;
  /** The hash that the newsroom will have of it with the given `updated`. */
  readonly hashAt: (updated: Timestamp) => string;
  readonly isRetracted: boolean;
  readonly mediaType: "text/markdown" | "text/html";
  readonly bytes: Uint8Array;
  readonly media: readonly NamedMedia[];
};

/** A page of the folder, compiled. `hash` is the one that the newsroom will have of it. */
export type LocalPage = Pick<LocalArticle, "file" | "slug" | "mediaType" | "bytes" | "media"> & {
  readonly hash: string;
};

/**
 * Whether a newsroom that has a hash and an `updated` of an article has this article. What the newsroom has may be
 * later: it dates a change by the time at which it came in, which the file does not say.
 *
 * @param now milliseconds since the epoch; a time after it was a mistake, which the file may correct
 */
export function isSameArticle(
  { hashAt, updated }: Pick<LocalArticle, "hashAt" | "updated">,
  there: { readonly hash: string; readonly updated?: Timestamp | undefined },
  now: number,
): boolean {
  const known = there.updated === undefined ? 0 : instantOf(there.updated);
  const isLater = known > instantOf(updated) && known <= now;
  return there.hash === hashAt(isLater && there.updated ? there.updated : updated);
}
