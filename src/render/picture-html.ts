import type { Article } from "../model/article.ts";
import type { MediaFile } from "../model/media-file.ts";
import { type FormatVariants, variantsOf } from "../site/picture-variants.ts";
import { escapeHtml } from "../syntax/html.ts";

/** The pictures of an article that have variants. */
type Pictures = Article["pictures"];

/** The picture at an address, if it has variants. */
function pictureAt(pictures: Pictures, url: string): MediaFile | undefined {
  return pictures?.find((each) => each.url === url);
}

/** What a page says of a picture. Members that are undefined are left out. */
export type PictureAttributes = {
  readonly class?: string | undefined;
  readonly src: string;
  readonly alt: string;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly fetchpriority?: "high" | undefined;
  readonly loading?: "lazy" | undefined;
};

/**
 * A picture of a page, as HTML: with its variants, if it has some.
 *
 * @param sizes how wide the picture is shown (HTML section 4.8.4.2.2)
 */
export function pictureHtml(attributes: PictureAttributes, pictures: Pictures, sizes: string): string {
  const text = Object.entries(attributes)
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${escapeHtml(String(value))}"`]))
    .join("");
  return withVariants(text, pictures, sizes);
}

/**
 * Puts the variants of a picture around the attributes of its `<img>`. The address in them is exchanged for that of a
 * variant, for browsers that read nothing else. The width and height stay those of the original: they say how large the
 * picture can become, and they have its proportions.
 *
 * @param attributes the text between `<img` and `>`
 */
export function withVariants(attributes: string, pictures: Pictures, sizes: string): string {
  const url = SRC.exec(attributes)?.[1] ?? "";
  const original = pictures && pictureAt(pictures, url);
  const formats = original ? variantsOf(original) : [];
  const last = formats.at(-1);
  const widest = last?.variants.at(-1);
  if (!last || !widest) return `<img${attributes}>`;
  const sources = formats.slice(0, -1).map((each) => `<source type="${each.mediaType}"${candidates(each, sizes)}>`);
  const img = attributes.replace(SRC, () => ` src="${escapeHtml(widest.url)}"${candidates(last, sizes)}`);
  return `<picture>${sources.join("")}<img${img}></picture>`;
}

/** An attribute, in what the serializer or `pictureHtml` wrote. */
const SRC = /\ssrc="([^"]*)"/;

function candidates({ variants }: FormatVariants, sizes: string): string {
  const list = variants.map(({ url, width }) => `${url} ${width}w`).join(", ");
  return ` srcset="${escapeHtml(list)}" sizes="${escapeHtml(sizes)}"`;
}
