import type { Article } from "../model/article.ts";
import type { MediaFile } from "../model/media-file.ts";
import { type PictureVariant, plainVariant, variantsOf } from "../site/picture-variants.ts";
import { escapeHtml } from "../syntax/html.ts";

/** A picture for programs that take one address: readers of feeds, and sites that show a preview of a link. */
export type PlainPicture = Pick<MediaFile, "url" | "mediaType" | "width" | "height">;

/** The variant of the lead picture that such programs get, or the picture itself if it has none. */
export function plainPicture({ image, pictures }: Pick<Article, "image" | "pictures">): PlainPicture | undefined {
  const file = image?.file;
  const original = file && pictures?.find(({ url }) => url === file.url);
  return (original && plainVariant(original)) ?? file;
}

/** All variants of the lead picture, that of `plainPicture` first. Empty if it has none. */
export function leadVariants({ image, pictures }: Pick<Article, "image" | "pictures">): readonly PictureVariant[] {
  const original = pictures?.find(({ url }) => url === image?.file?.url);
  if (!original) return [];
  return variantsOf(original)
    .toReversed()
    .flatMap(({ variants }) => variants.toReversed());
}

/** A tag of a picture, in the one form that our serializer writes. */
const IMG = /<img(?![a-z0-9])((?:"[^"]*"|[^"<>])*)>/g;

/** The body with a variant in place of each picture that has some, since few readers choose one from a list. */
export function withPlainPictures(body: string, pictures: Article["pictures"]): string {
  if (!pictures) return body;
  const plain = new Map(
    pictures.flatMap((each) => {
      const variant = plainVariant(each);
      return variant ? [[escapeHtml(each.url), { original: each, variant }] as const] : [];
    }),
  );
  return body.replace(IMG, (tag, attributes: string) => {
    const found = plain.get(/\ssrc="([^"]*)"/.exec(attributes)?.[1] ?? "");
    if (!found || /\ssrcset=/.test(attributes)) return tag;
    const { original, variant } = found;
    const placed = attributes.replace(/\ssrc="[^"]*"/, () => ` src="${escapeHtml(variant.url)}"`);
    // A size that the author chose stays.
    const hasOwnSize = attributes.includes(` width="${original.width}" height="${original.height}"`);
    if (!hasOwnSize) return `<img${placed}>`;
    return `<img${placed.replace(/ width="\d+" height="\d+"/, ` width="${variant.width}" height="${variant.height}"`)}>`;
  });
}
