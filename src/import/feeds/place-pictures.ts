const PICTURE = /<img\b(?:"[^"]*"|[^"<>])*>/g;
const SOURCE = /(?<=\ssrc=")[^"]*/;

/**
 * The http and https addresses of the pictures in a repaired body, in which every attribute value is between double
 * quotes.
 */
export function picturesIn(html: string): readonly string[] {
  const sources = [...html.matchAll(PICTURE)].flatMap(([tag]) => SOURCE.exec(tag)?.[0] ?? []);
  return [...new Set(sources.map(unescaped))].filter((url) => /^https?:/.test(url));
}

/**
 * Replaces the addresses of downloaded pictures with their file names in content/media. Removes `srcset` and `sizes`,
 * which name other sizes on the old site.
 */
export function placePictures(html: string, media: ReadonlyMap<string, string>): string {
  if (media.size === 0) return html;
  return html.replace(PICTURE, (tag) => {
    const name = media.get(unescaped(SOURCE.exec(tag)?.[0] ?? ""));
    return name === undefined ? tag : tag.replace(SOURCE, () => name).replace(/\s(?:srcset|sizes)="[^"]*"/g, "");
  });
}

/** Undoes the escapes that the serializer writes in an address. */
function unescaped(text: string): string {
  return text.replaceAll("&#x26;", "&").replaceAll("&#x22;", '"');
}
