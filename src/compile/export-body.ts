import { MEDIA_PREFIX, PLACEHOLDER_ORIGIN } from "../site/addresses.ts";

/** What a file of ours is called in content/media, by its address. */
export type MediaName = (url: string) => string;

/** A tag of a compiled body, in which every value is quoted, and no text has a `<`. */
const TAG = /<[a-z][^<>"]*(?:"[^"]*"[^<>"]*)*>/g;
const ADDRESS = /( (?:href|cite|src|srcset|poster)=")([^"]*)/g;

/** A compiled body as its author would have it in a file: our own addresses from the root, and files by the way to content/media. */
export function exportBody(body: string, mediaName: MediaName): string {
  return body.replace(TAG, (tag) =>
    tag.replace(ADDRESS, (_, before: string, value: string) => {
      const isLink = before === ' href="' || before === ' cite="';
      // A set of pictures is one address after another; in no address is a space.
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
    return `../media/${name.split("/").map(encodeURIComponent).join("/")}${rest}`;
  }
  // Two slashes at the beginning would lead to another host.
  return isLink && !path.startsWith("//") ? path : written;
}
