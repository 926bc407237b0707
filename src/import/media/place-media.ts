import { readSrcset } from "./srcset.ts";

const ELEMENT = /<(?:img|audio|video|source|track)\b(?:"[^"]*"|[^"<>])*>/g;
const IMG = /^<img\b/;
/** The attributes that name a file, in a repaired body, where every value is between double quotes. */
const FILE = /(?<=\s(?:src|poster)=")[^"]*/g;
const SET = /\ssrcset="([^"]*)"/;

/** A file that a body shows or plays, by its address. */
export type BodyFile = { readonly address: string; readonly kind: "picture" | "recording" };

/** The http and https addresses of the files in a repaired body, each once. */
export function filesIn(html: string): readonly BodyFile[] {
  const files = new Map<string, BodyFile>();
  for (const [tag] of html.matchAll(ELEMENT)) {
    const isPicture = IMG.test(tag);
    for (const { index, 0: written } of tag.matchAll(FILE)) {
      const address = unescaped(written);
      const kind = isPicture || tag.slice(0, index).endsWith('poster="') ? "picture" : "recording";
      if (/^https?:/.test(address) && !files.has(address)) files.set(address, { address, kind });
    }
  }
  return [...files.values()];
}

/** The addresses of the pictures that a repaired body shows, in every size that it names. */
export function picturesIn(html: string): readonly string[] {
  const shown = filesIn(html).flatMap(({ address, kind }) => (kind === "picture" ? [address] : []));
  const sizes = [...html.matchAll(ELEMENT)].flatMap(([tag]) =>
    readSrcset(unescaped(SET.exec(tag)?.[1] ?? "")).map(({ url }) => url),
  );
  return [...new Set([...shown, ...sizes])];
}

/**
 * Replaces the addresses of copied files with their names in content/media. Removes `srcset`, `sizes` and the sources
 * of a `<picture>`, which name other sizes on the old site.
 */
export function placeMedia(html: string, media: ReadonlyMap<string, string>): string {
  if (media.size === 0) return html;
  return html.replace(ELEMENT, (tag) => {
    if (tag.startsWith("<source") && SET.test(tag) && !/\ssrc="/.test(tag)) return "";
    let isPlaced = false;
    const placed = tag.replace(FILE, (written) => {
      const name = media.get(unescaped(written));
      isPlaced ||= name !== undefined;
      return name ?? written;
    });
    return isPlaced ? placed.replace(/\s(?:srcset|sizes)="[^"]*"/g, "") : tag;
  });
}

/** Undoes the escapes that the serializer writes in an address. */
function unescaped(text: string): string {
  return text.replaceAll("&#x26;", "&").replaceAll("&#x22;", '"');
}
