import { MEDIA_PREFIX, PLACEHOLDER_ORIGIN } from "../site/addresses.ts";
import { percentEncodePath } from "../syntax/percent.ts";

/** Returns the name that a file of ours has in content/media, by its address. */
export type MediaName = (url: string) => string;

/** A tag of a compiled body, in which every value is quoted and no text has a `<`. */
const TAG = /<[a-z][^<>"]*(?:"[^"]*"[^<>"]*)*>/g;
const ADDRESS = /( (?:href|cite|src|srcset|poster)=")([^"]*)/g;

/**
 * Returns a compiled body as an author writes it in a file: our own addresses from the root, and files by their path to
 * content/media.
 */
export function exportBody(body: string, mediaName: MediaName): string {
  return body.replace(TAG, (tag) =>
    tag.replace(ADDRESS, (_, before: string, value: string) => {
      const isLink = before === ' href="' || before === ' cite="';
      // `srcset` has one address after another, and no address has a space.
      return before + value.replace(/[^\s]+/g, (written) => exportAddress(written, isLink, mediaName));
    }),
  );
}

function exportAddress(written: string, isLink: boolean, mediaName: MediaName): string {
  if (!written.startsWith(`${PLACEHOLDER_ORIGIN}/`)) return written;
  const path = written.slice(PLACEHOLDER_ORIGIN.length);
  const [, file = "", rest = ""] = /^([^?#,]*)(.*)$/s.exec(path) ?? [];
  if (file.startsWith(MEDIA_PREFIX)) {
    const name = mediaName(PLACEHOLDER_ORIGIN + file);
    return `../media/${percentEncodePath(name)}${rest}`;
  }
  // A path that begins with two slashes would lead to another host.
  return isLink && !path.startsWith("//") ? path : written;
}
