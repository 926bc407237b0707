/**
 * What Apple ("A Podcaster's Guide to RSS"), the Podcast Namespace 1.0 and Podlove Simple Chapters 1.2 ask of an
 * episode.
 */
import type { Article, Attachment } from "../../model/article.ts";
import type { Alternate, Chapter } from "../../model/episode.ts";
import type { MediaFile } from "../../model/media-file.ts";
import { COVER_TYPES } from "../../model/podcast-cover.ts";
import { recordingOf } from "../../model/recording.ts";
import { children, empty, text, type XmlNode } from "../../syntax/xml/write-xml.ts";
import { fundingElements, licenceElement, personElements } from "./podcast-elements.ts";

/** The podcast elements of an episode. Returns none for an article without a recording. */
export function podcastEpisode(article: Article): Readonly<Record<string, XmlNode | XmlNode[] | undefined>> {
  const recording = recordingOf(article);
  if (!recording) return {};
  const { file, season, episode, episodeType = "full", explicit } = recording;
  const art = artOf(recording, article);
  return {
    "itunes:title": text(article.title),
    "itunes:duration": file.duration === undefined ? undefined : text(String(Math.max(1, Math.round(file.duration)))),
    "itunes:image": art === undefined ? undefined : empty({ href: art }),
    "itunes:season": number(season !== undefined && season > 0 ? season : undefined),
    "itunes:episode": number(episode !== undefined && episode > 0 && Number.isInteger(episode) ? episode : undefined),
    "itunes:episodeType": text(episodeType),
    "itunes:explicit": explicit === undefined ? undefined : text(String(explicit)),
    "podcast:season": number(season),
    "podcast:episode": number(episode),
    "podcast:chapters":
      recording.chaptersUrl === undefined
        ? undefined
        : empty({ url: recording.chaptersUrl, type: "application/json+chapters" }),
    "podcast:transcript": transcriptsOf(recording, article),
    "podcast:person": personElements(recording.persons),
    "podcast:funding": fundingElements(recording.funding),
    "podcast:license": licenceElement(article.licence),
    "podcast:alternateEnclosure": alternateEnclosures(recording),
    "psc:chapters": recording.chapters && simpleChapters(recording.chapters),
  };
}

/** The enclosure itself is one of them, marked as the default, so that an app can choose from one list. */
function alternateEnclosures({ file, alternates = [] }: Attachment): XmlNode[] {
  if (alternates.length === 0) return [];
  return [alternateEnclosure({ file }, "true"), ...alternates.map((each) => alternateEnclosure(each))];
}

function alternateEnclosure({ file, title, language, bitrate, codecs }: Alternate, isDefault?: "true"): XmlNode {
  const { mediaType, length, height, url } = file;
  const attributes = { type: mediaType, length: length || undefined, bitrate, height, lang: language, title, codecs };
  return {
    ...empty({ ...attributes, default: isDefault }),
    ...children({ "podcast:source": empty({ uri: url }) }),
  };
}

function number(value: number | undefined): XmlNode | undefined {
  return value === undefined ? undefined : text(String(value));
}

/** The episode's own picture, or else the article's, if Apple shows its format. */
function artOf({ art }: Attachment, { image }: Article): string | undefined {
  if (art !== undefined) return art;
  return image?.file && COVER_TYPES.has(image.file.mediaType) ? image.file.url : undefined;
}

/** Podlove Simple Chapters 1.2: the chapters are in the feed itself, so that they need no document of their own. */
function simpleChapters(chapters: readonly Chapter[]): XmlNode {
  return {
    ...empty({ version: "1.2" }),
    ...children({
      "psc:chapter": chapters.map(({ start, title, url, image }) =>
        empty({ start: playTime(start), title, href: url, image }),
      ),
    }),
  };
}

/** Normal play time (RFC 2326 section 3.6) with hours: `00:01:15` or `00:01:15.500`. */
function playTime(seconds: number): string {
  const milliseconds = Math.round(seconds * 1_000);
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
  const rest = milliseconds % 1_000;
  const fraction = rest === 0 ? "" : `.${String(rest).padStart(3, "0")}`;
  const whole = Math.floor(milliseconds / 1_000);
  return `${two(whole / 3600)}:${two((whole / 60) % 60)}:${two(whole % 60)}${fraction}`;
}

/** The transcripts that the recording names, and then the other attachments that are transcripts. */
function transcriptsOf({ transcripts = [] }: Attachment, { attachments, language }: Article): XmlNode[] {
  const named = transcripts.map((each) => ({ language, ...each }));
  const attached = attachments.filter(isTranscript).map(({ file }) => ({ ...file, language }));
  const all = new Map([...attached, ...named].map((each) => [each.url, each]));
  return [...all.values()].map((each) => empty({ url: each.url, type: each.mediaType, language: each.language }));
}

/** The media types of a transcript in the Podcast Namespace. Subtitles always are one; a text must be called one. */
const SUBTITLE_TYPES = new Set(["text/vtt", "application/x-subrip"]);
const TEXT_TYPES = new Set(["text/plain", "text/html", "application/json"]);

function isTranscript({ file, title }: Attachment): boolean {
  return SUBTITLE_TYPES.has(file.mediaType) || (TEXT_TYPES.has(file.mediaType) && isCalledTranscript(file, title));
}

function isCalledTranscript({ url }: MediaFile, title: string | undefined): boolean {
  return /transcript/i.test(title ?? new URL(url).pathname);
}
