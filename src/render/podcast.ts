/**
 * What Apple ("A Podcaster's Guide to RSS"), the Podcast Namespace 1.0 and Podlove Simple Chapters 1.2 ask of a channel
 * and of an episode.
 */
import { createHash } from "node:crypto";
import type { Article, Attachment } from "../model/article.ts";
import type { Chapter } from "../model/episode.ts";
import type { Feed } from "../model/feed.ts";
import type { MediaFile } from "../model/media-file.ts";
import type { Publication } from "../model/publication.ts";
import { children, empty, text, type XmlNode } from "../syntax/xml/write-xml.ts";

/** Whether an episode of the feed has chapters in the feed itself. */
export function hasChapters({ entries }: Feed): boolean {
  return entries.some((article) => recordingOf(article)?.chapters !== undefined);
}

/** Whether a podcast player finds something to play in the feed. */
export function isPodcast({ entries }: Feed): boolean {
  return entries.some((article) => recordingOf(article) !== undefined);
}

/** The attachment that a podcast player plays: the first audio, or the first video if there is no audio. */
export function recordingOf({ attachments }: Article): Attachment | undefined {
  const firstOf = (kind: "audio/" | "video/") => attachments.find(({ file }) => file.mediaType.startsWith(kind));
  return firstOf("audio/") ?? firstOf("video/");
}

/**
 * The podcast elements of a channel. There is a category only if the publication names one, because directories would
 * list the podcast under a wrong one.
 */
export function podcastChannel({ addresses, publication }: Feed): Readonly<Record<string, XmlNode | undefined>> {
  const { category, subcategory, explicit = false, locked, type = "episodic" } = publication.podcast ?? {};
  const owner = publication.people.find(({ email }) => email !== undefined);
  const cover = squarePicture(publication);
  return {
    "itunes:author": text(publication.title),
    "itunes:owner":
      owner?.email === undefined
        ? undefined
        : children({ "itunes:name": text(owner.name), "itunes:email": text(owner.email) }),
    "itunes:image": cover && empty({ href: cover.url }),
    "itunes:category":
      category === undefined
        ? undefined
        : {
            ...empty({ text: category }),
            ...children({ "itunes:category": subcategory === undefined ? undefined : empty({ text: subcategory }) }),
          },
    "itunes:explicit": text(String(explicit)),
    "itunes:type": text(type),
    "podcast:guid": text(podcastGuid(addresses.rss)),
    "podcast:locked": locked === undefined ? undefined : text(locked ? "yes" : "no", { owner: owner?.email }),
  };
}

/** The picture formats that Apple shows. */
const PICTURE_TYPES = new Set(["image/jpeg", "image/png"]);

/** The larger of the publication's square pictures: Apple shows no other shape. */
function squarePicture({ icon, logo }: Publication): MediaFile | undefined {
  return [logo, icon]
    .flatMap((file) => (file ? [file] : []))
    .filter(({ mediaType, width, height }) => PICTURE_TYPES.has(mediaType) && width !== undefined && width === height)
    .toSorted((a, b) => (b.width ?? 0) - (a.width ?? 0))[0];
}

/** The namespace of `podcast:guid` (Podcast Namespace 1.0, "guid"). */
const GUID_NAMESPACE = "ead4c236bf5858c6a2c6a6b28d128cb6";

/** The UUID, version 5 (RFC 9562 section 5.5), of a feed's address without its scheme and its trailing slashes. */
export function podcastGuid(address: string): string {
  const name = address.replace(/^[a-z]+:\/\//, "").replace(/(?<!\/)\/+$/, "");
  const hash = createHash("sha1").update(Buffer.from(GUID_NAMESPACE, "hex")).update(name).digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  return hash.toString("hex", 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

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
    "podcast:person": recording.persons?.map(({ name, role, group, url, image }) =>
      text(name, { role, group, href: url, img: image }),
    ),
    "psc:chapters": recording.chapters && simpleChapters(recording.chapters),
  };
}

function number(value: number | undefined): XmlNode | undefined {
  return value === undefined ? undefined : text(String(value));
}

/** The episode's own picture, or else the article's, if Apple shows its format. */
function artOf({ art }: Attachment, { image }: Article): string | undefined {
  if (art !== undefined) return art;
  return image?.file && PICTURE_TYPES.has(image.file.mediaType) ? image.file.url : undefined;
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
