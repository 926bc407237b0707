import { childrenNamed, textOf, type XmlElement } from "../../syntax/xml/xml-element.ts";
import { absoluteAddress } from "../feeds/feed-head.ts";
import type { ImportNote } from "../feeds/import-note.ts";
import type { Enclosure, Picture } from "../feeds/imported-entry.ts";
import { bestOf } from "./distinct-pictures.ts";
import { declaredType, typeOfEnding } from "./media-type-of.ts";
import { readDuration } from "./read-moment.ts";
import { creditAt, describedHtml, textAt } from "./text-of-media.ts";

/**
 * What Media RSS says in an entry. `html` is its description. `player` is the address of a page that plays the
 * recording. `hasPlugin` says that the recording needs Flash, which no browser has: only its page can play it.
 */
export type EntryMedia = {
  readonly pictures: readonly Picture[];
  readonly enclosures: readonly Enclosure[];
  readonly html: string | undefined;
  readonly player: string | undefined;
  readonly hasPlugin: boolean;
  readonly notes: readonly ImportNote[];
};

/**
 * About the entry: `isPost` says that it is a post without a title, whose pictures are described for those who do not
 * see them; `media:description` is a caption elsewhere. `hasText` says that it has a text, so that the description of
 * its media is not its text.
 */
export type MediaSetting = {
  readonly base: string | undefined;
  readonly isPost: boolean;
  readonly hasText: boolean;
};

/**
 * Reads Media RSS 1.5.1 in an entry of RSS or Atom. The contents of a `media:group` are one thing in several sizes or
 * encodings, of which the best is taken; contents outside of a group are several things. A thumbnail is a picture only
 * if there is no larger one beside it.
 */
export function readMediaRss(entry: XmlElement, { base, isPost, hasText }: MediaSetting): EntryMedia {
  const pictures: Picture[] = [];
  const enclosures: Enclosure[] = [];
  const notes: ImportNote[] = [];
  let hasPlugin = false;
  const described: XmlElement[] = [];
  const scopes = [entry, ...childrenNamed(entry, "media:group")];
  for (const scope of scopes) {
    const isGroup = scope !== entry;
    const contents = childrenNamed(scope, "media:content").filter((node) => !isAvatar(node, notes));
    // What the entry itself says is not about one of several pictures.
    const about = (node: XmlElement) => [node, ...(isGroup || contents.length === 1 ? [scope] : [])];
    const images = contents.flatMap((node) => (kindOf(node) === "image" ? pictureOf(node, about(node)) : []));
    const [first, ...sizes] = images;
    if (isGroup && first) {
      const addresses = [...images, ...thumbnailsOf([scope, ...contents])].map(({ url }) => url);
      pictures.push({ ...sizes.reduce(bestOf, first), sizes: addresses });
    } else pictures.push(...images);
    const files = contents.filter((node) => kindOf(node) === "file");
    hasPlugin ||= files.some(isPlugin);
    described.push(scope, ...files);
    const recordings = files.filter((node) => !isPlugin(node)).flatMap(enclosureOf);
    enclosures.push(...(isGroup ? bestRecording(recordings, contents, notes) : recordings));
    if (images.length === 0) pictures.push(...thumbnailsOf([scope, ...contents]));
    else if (scope === entry) pictures.push(...largerThumbnails(scope, images));
  }
  const player = scopes
    .flatMap((scope) => [scope, ...childrenNamed(scope, "media:content")])
    .flatMap((node) => childrenNamed(node, "media:player"))
    .map((node) => absoluteAddress(node.attributes.url, base))
    .find((address) => address !== undefined);
  return { pictures, enclosures, html: describedHtml(described), player, hasPlugin, notes };

  function pictureOf(node: XmlElement, nodes: readonly XmlElement[]): Picture[] {
    const url = absoluteAddress(node.attributes.url, node.base ?? base);
    if (url === undefined) return [];
    const words = textAt(nodes, "media:text") ?? textAt(nodes.slice(0, 1), "media:title");
    const description = textAt(hasText ? nodes : nodes.slice(0, 1), "media:description");
    const isDescribed = isPost && words === undefined;
    return [
      {
        url,
        mediaType: declaredType(node.attributes.type),
        width: numberOf(node.attributes.width),
        alternativeText: isDescribed ? description : words,
        caption: isDescribed || description === words ? undefined : description,
        credit: creditAt([...nodes, entry]),
      },
    ];
  }

  function enclosureOf(node: XmlElement): Enclosure[] {
    const url = absoluteAddress(node.attributes.url, node.base ?? base);
    if (url === undefined) return [];
    const { type, medium, filesize, duration } = node.attributes;
    const description = textAt([node], "media:description");
    const title = textAt([node], "media:title") ?? (isPost ? description : undefined);
    const length = numberOf(filesize);
    return [{ url, mediaType: declaredType(type), medium, title, length, duration: readDuration(duration) }];
  }

  /** The largest thumbnail. Several ones of an entry are sizes or moments of one thing. */
  function thumbnailsOf(nodes: readonly XmlElement[]): Picture[] {
    const all = nodes.flatMap((node) =>
      childrenNamed(node, "media:thumbnail").flatMap((thumbnail): Picture[] => {
        const { url, width } = thumbnail.attributes;
        const address = absoluteAddress(url ?? thumbnail.attributes.href ?? textOf(thumbnail), thumbnail.base ?? base);
        return address === undefined ? [] : [{ url: address, width: numberOf(width), credit: creditAt([node, entry]) }];
      }),
    );
    const [first, ...others] = all;
    return first ? [others.reduce(bestOf, first)] : [];
  }

  function largerThumbnails(scope: XmlElement, images: readonly Picture[]): Picture[] {
    const widest = Math.max(...images.map(({ width = Number.POSITIVE_INFINITY }) => width));
    return thumbnailsOf([scope]).filter(({ width = 0 }) => width > widest);
  }
}

/** Of several encodings of one recording: the default one, or the first that browsers play. */
function bestRecording(
  recordings: readonly Enclosure[],
  contents: readonly XmlElement[],
  notes: ImportNote[],
): readonly Enclosure[] {
  const standard = contents.find(({ attributes }) => attributes.isdefault === "true")?.attributes.url;
  const isPlayed = ({ url, mediaType }: Enclosure) =>
    /^(?:audio\/(?:mpeg|mp4)|video\/mp4)$/.test(mediaType ?? typeOfEnding(url) ?? "");
  const best = recordings.find(({ url }) => url === standard) ?? recordings.find(isPlayed) ?? recordings[0];
  for (const { url } of recordings)
    if (url !== best?.url)
      notes.push({ kind: "lost", message: "another encoding of a recording was left out", found: url });
  return best ? [best] : [];
}

/** The kind of a `media:content`. Many feeds state no type; a size without a duration is that of a picture. */
function kindOf({ attributes: { type, medium, url, width, height, duration } }: XmlElement): "image" | "file" {
  if (medium === "image" || declaredType(type)?.startsWith("image/")) return "image";
  const ending = typeOfEnding(absoluteAddress(url, "http://relative.invalid/") ?? "");
  if (medium !== undefined || declaredType(type) !== undefined) return "file";
  if (ending !== undefined) return ending.startsWith("image/") ? "image" : "file";
  return (width ?? height) !== undefined && duration === undefined ? "image" : "file";
}

function isPlugin({ attributes: { type } }: XmlElement): boolean {
  return declaredType(type) === "application/x-shockwave-flash";
}

/** WordPress.com adds the portrait of the author to the pictures of each entry. */
function isAvatar({ attributes: { url } }: XmlElement, notes: ImportNote[]): boolean {
  if (!/^https?:\/\/(?:\w+\.)?gravatar\.com\/avatar\//.test(url ?? "")) return false;
  notes.push({ kind: "harmless", message: "the portrait of an author among the pictures was left out", found: url });
  return true;
}

function numberOf(text: string | undefined): number | undefined {
  const number = Number(text?.trim() || Number.NaN);
  return Number.isSafeInteger(number) && number > 0 ? number : undefined;
}
