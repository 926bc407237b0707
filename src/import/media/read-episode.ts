import * as z from "zod";
import {
  type Alternate,
  type Chapter,
  EPISODE_TYPES,
  type Episode,
  type PodcastPerson,
  type Transcript,
} from "../../model/episode.ts";
import { languageTag, line, webAddress } from "../../model/schema.ts";
import { childNamed, childrenNamed, elementsOf, textOf, type XmlElement } from "../../syntax/xml/xml-element.ts";
import { absoluteAddress } from "../feeds/feed-head.ts";
import { textIn } from "../feeds/feed-xml.ts";
import type { ImportNote } from "../feeds/import-note.ts";
import { plainText } from "../feeds/plain-text.ts";
import { pictureElements } from "./item-pictures.ts";
import { declaredType, typeOfEnding } from "./media-type-of.ts";
import { fundingOf } from "./read-funding.ts";
import { readDuration, readMoment } from "./read-moment.ts";

/** An item's facts about its recording. `duration` is in seconds. */
export type ReadEpisode = {
  readonly episode: Episode;
  readonly duration: number | undefined;
  readonly title: string | undefined;
  readonly notes: readonly ImportNote[];
};

/** Notes that a value of an element cannot be read. */
type Unread = (name: string, found: string | undefined) => void;

/** The elements of the podcast namespace that have a place here. */
const KEPT: ReadonlySet<string> = new Set(
  "season episode chapters transcript person image license alternateEnclosure funding"
    .split(" ")
    .map((name) => `podcast:${name}`),
);

/**
 * Reads what Apple's tags, the Podcast Namespace and Podlove Simple Chapters say of an episode. What cannot be read or
 * has no place here is in `notes`.
 */
export function readEpisode(item: XmlElement, base: string | undefined): ReadEpisode {
  const notes: ImportNote[] = [];
  const unread: Unread = (name, found) => {
    notes.push({ kind: "lost", message: `<${name}>: a value that cannot be read was left out`, found });
  };
  const numberIn = (isWhole: boolean, ...names: readonly string[]): number | undefined => {
    for (const name of names) {
      const written = textIn(item, name);
      if (written === undefined) continue;
      if (/^\d{1,9}(?:\.\d{1,9})?$/.test(written) && !(isWhole && written.includes("."))) return Number(written);
      unread(name, written);
    }
    return undefined;
  };
  const written = textIn(item, "itunes:duration");
  const duration = readDuration(written);
  if (written !== undefined && duration === undefined && readMoment(written) !== 0) unread("itunes:duration", written);
  const kind = textIn(item, "itunes:episodeType");
  const episodeType = EPISODE_TYPES.find((type) => type === kind?.toLowerCase());
  if (kind !== undefined && episodeType === undefined) unread("itunes:episodeType", kind);
  const season = numberIn(true, "itunes:season", "podcast:season");
  const episode = numberIn(false, "podcast:episode", "itunes:episode");
  const explicit = explicitIn(textIn(item, "itunes:explicit", "googleplay:explicit"));
  const art = pictureElements({ ...item, children: artOf(item) }, base)[0]?.url;
  const chapters = chaptersIn(item, base, unread);
  const chaptersUrl = addressOf(childNamed(item, "podcast:chapters")?.attributes.url, base);
  const transcripts = childrenNamed(item, "podcast:transcript").flatMap((node) => transcriptOf(node, base, unread));
  const named = childNamed(item, "podcast:season")?.attributes.name;
  if (named !== undefined)
    notes.push({ kind: "lost", message: "<podcast:season>: the name of a season was left out", found: named });
  const persons = childrenNamed(item, "podcast:person").flatMap((node) => personOf(node, base));
  for (const { name } of elementsOf(item))
    if (name.startsWith("podcast:") && !KEPT.has(name))
      notes.push({ kind: "lost", message: `<${name}>: has no place here, and was left out` });
  const funding = childrenNamed(item, "podcast:funding").flatMap((node) =>
    fundingOf(addressOf(node.attributes.url, base), plainText(textOf(node))),
  );
  const alternates = childrenNamed(item, "podcast:alternateEnclosure").flatMap((node) =>
    alternateOf(node, base, unread),
  );
  const found = {
    season,
    episode,
    episodeType,
    explicit,
    art,
    chapters,
    chaptersUrl,
    transcripts,
    persons,
    alternates,
    funding,
  };
  const known = Object.entries(found).filter(([, value]) => !(value === undefined || isEmpty(value)));
  return { episode: Object.fromEntries(known), duration, title: plainText(textIn(item, "itunes:title")), notes };
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** The elements that name the art of an episode. */
function artOf(item: XmlElement): readonly XmlElement[] {
  return elementsOf(item).filter(({ name }) => /^(?:itunes|googleplay|podcast):image$/.test(name));
}

/** What Apple's `itunes:explicit` says, in its present and former words. */
export function explicitIn(written: string | undefined): boolean | undefined {
  if (/^(?:yes|true|explicit)$/i.test(written ?? "")) return true;
  return /^(?:no|false|clean)$/i.test(written ?? "") ? false : undefined;
}

function addressOf(written: string | undefined, base: string | undefined): string | undefined {
  return webAddress.safeParse(absoluteAddress(written, base)).data;
}

/** Podlove Simple Chapters 1.x, in the order of their starts. */
function chaptersIn(item: XmlElement, base: string | undefined, unread: Unread): readonly Chapter[] {
  const nodes = childrenNamed(item, "psc:chapters").flatMap((list) => childrenNamed(list, "psc:chapter"));
  const chapters = nodes.flatMap(({ attributes }): Chapter[] => {
    const start = readMoment(attributes.start);
    const title = line.safeParse(attributes.title).data;
    if (start === undefined || title === undefined) {
      unread("psc:chapter", attributes.start ?? attributes.title);
      return [];
    }
    const [url, image] = [addressOf(attributes.href, base), addressOf(attributes.image, base)];
    return [{ start, title, ...(url !== undefined && { url }), ...(image !== undefined && { image }) }];
  });
  return chapters.toSorted((a, b) => a.start - b.start);
}

/** The recording in another form. The enclosure itself is one of them, as the default. */
function alternateOf({ attributes, children }: XmlElement, base: string | undefined, unread: Unread): Alternate[] {
  if (attributes.default?.toLowerCase() === "true") return [];
  const sources = children.filter((child) => typeof child !== "string" && child.name === "podcast:source");
  const [source] = sources.flatMap((child) => (typeof child === "string" ? [] : [child]));
  const url = addressOf(source?.attributes.uri, base);
  const mediaType = declaredType(attributes.type) ?? (url === undefined ? undefined : typeOfEnding(url));
  if (url === undefined || mediaType === undefined || !/^(?:audio|video)\//.test(mediaType)) {
    unread("podcast:alternateEnclosure", source?.attributes.uri ?? attributes.type);
    return [];
  }
  const { data: length = 0 } = z.coerce.number().int().nonnegative().safeParse(attributes.length);
  const about = {
    title: line.safeParse(attributes.title).data,
    language: languageTag.safeParse(attributes.lang).data,
    bitrate: z.coerce.number().positive().safeParse(attributes.bitrate).data,
    codecs: line.safeParse(attributes.codecs).data,
  };
  const height = z.coerce.number().int().positive().safeParse(attributes.height).data;
  const known = Object.entries(about).filter(([, value]) => value !== undefined);
  return [{ file: { url, mediaType, length, ...(height !== undefined && { height }) }, ...Object.fromEntries(known) }];
}

function transcriptOf({ attributes }: XmlElement, base: string | undefined, unread: Unread): Transcript[] {
  const url = addressOf(attributes.url, base);
  const mediaType = declaredType(attributes.type) ?? (url === undefined ? undefined : typeOfEnding(url));
  const language = languageTag.safeParse(attributes.language).data;
  if (url !== undefined && mediaType !== undefined)
    return [{ url, mediaType, ...(language !== undefined && { language }) }];
  unread("podcast:transcript", attributes.url);
  return [];
}

export function personOf(node: XmlElement, base: string | undefined): PodcastPerson[] {
  const name = line.safeParse(plainText(textOf(node))).data;
  if (name === undefined) return [];
  const { role, group, href, img } = node.attributes;
  const about = {
    role: line.safeParse(role).data,
    group: line.safeParse(group).data,
    url: addressOf(href, base),
    image: addressOf(img, base),
  };
  return [{ name, ...Object.fromEntries(Object.entries(about).filter(([, value]) => value !== undefined)) }];
}
