const PICTURE = /<img\b[^>]*>/g;
const SOURCE = /(?<=\ssrc=")[^"]*/;

/** The outside addresses of the pictures in a body that was mended, in which every attribute stands between double quotes. */
export function picturesIn(html: string): readonly string[] {
  const sources = [...html.matchAll(PICTURE)].flatMap(([tag]) => SOURCE.exec(tag)?.[0] ?? []);
  return [...new Set(sources.map(unescaped))].filter((url) => /^https?:/.test(url));
}

/** The body with names of files in content/media in place of the pictures' addresses; other sizes of such a picture are elsewhere, and go. */
export function placePictures(html: string, media: ReadonlyMap<string, string>): string {
  if (media.size === 0) return html;
  return html.replace(PICTURE, (tag) => {
    const name = media.get(unescaped(SOURCE.exec(tag)?.[0] ?? ""));
    return name === undefined ? tag : tag.replace(SOURCE, () => name).replace(/\s(?:srcset|sizes)="[^"]*"/g, "");
  });
}

/** The one sign that the serializer escapes in an address. */
function unescaped(text: string): string {
  return text.replaceAll("&#x26;", "&").replaceAll("&#x22;", '"');
}
