import { escapeHtml } from "../../syntax/html.ts";
import { childrenNamed, type XmlElement } from "../../syntax/xml/xml-element.ts";
import { textIn } from "../feeds/feed-xml.ts";
import type { ImportedEntry } from "../feeds/imported-entry.ts";
import { distinctEnclosures, enclosureElements } from "./enclosure-elements.ts";
import { pictureElements } from "./item-pictures.ts";
import { readMediaRss } from "./media-rss.ts";
import { readEpisode } from "./read-episode.ts";

/** The media of an entry, and its text with what the media add to it. */
type ItemMedia = Required<Pick<ImportedEntry, "html" | "pictures" | "enclosures" | "episode" | "notes">>;

/**
 * What the reader of an entry knows of it: its title, the address of its page, its text as HTML if it has one, the
 * picture of the feed itself, and further elements that name an enclosure.
 */
export type ReadItem = {
  readonly base: string | undefined;
  readonly title: string;
  readonly page: string | undefined;
  readonly html: string | undefined;
  readonly cover?: string | undefined;
  readonly links?: readonly XmlElement[];
};

/** Reads the files, the pictures and the facts about an episode in an item of RSS or an entry of Atom. */
export function readItemMedia(item: XmlElement, { base, title, page, html, cover, links = [] }: ReadItem): ItemMedia {
  const media = readMediaRss(item, { base, isPost: title === "", hasText: html !== undefined });
  const read = readEpisode(item, base);
  const enclosed = enclosureElements([...childrenNamed(item, "enclosure"), ...links], base);
  const enclosures = distinctEnclosures([...enclosed, ...media.enclosures]);
  // Apple's tags are about the recording, which is the first one.
  const recording = enclosures.findIndex((each) => /^(?:audio|video)\//.test(each.mediaType ?? `${each.medium}/`));
  const first = recording === -1 && enclosures.length === 1 ? 0 : recording;
  const ofRecording = ({ title: own, duration, ...rest }: (typeof enclosures)[number]) => ({
    ...rest,
    title: own ?? (read.title === title ? undefined : read.title),
    duration: duration ?? read.duration,
  });
  const text = html ?? media.html ?? "";
  return {
    html: text + playerIn(item, text, { player: media.player, hasPlugin: media.hasPlugin, page, title }),
    // Many hosts repeat the cover of the podcast in each episode. It is then the art, and no picture of the article.
    pictures: [...media.pictures, ...pictureElements(item, base)].filter(({ url }) => first === -1 || url !== cover),
    enclosures: enclosures.map((each, index) => (index === first ? ofRecording(each) : each)),
    episode: Object.keys(read.episode).length > 0 ? read.episode : undefined,
    notes: [...media.notes, ...read.notes],
  };
}

/** A link to the page that plays the film, if the text has none. Feeds of YouTube name no file. */
function playerIn(
  item: XmlElement,
  text: string,
  about: { readonly player: string | undefined; readonly hasPlugin: boolean } & Pick<ReadItem, "page" | "title">,
): string {
  const film = textIn(item, "yt:videoId");
  const watched = film === undefined ? undefined : `https://www.youtube.com/watch?v=${encodeURIComponent(film)}`;
  const isElsewhere = about.hasPlugin || film !== undefined;
  const address = about.player ?? (isElsewhere ? (about.page ?? watched) : undefined);
  if (address === undefined || text.includes(address) || text.includes(escapeHtml(address))) return "";
  const between = text.trimEnd().endsWith(">") ? "\n" : "";
  return `${between}<p><a href="${escapeHtml(address)}">${escapeHtml(about.title || address)}</a></p>`;
}
