/** What Apple ("A Podcaster's Guide to RSS") and the Podcast Namespace 1.0 ask of a channel and of an episode. */
import { createHash } from "node:crypto";
import type { Article, Attachment } from "../model/article.ts";
import type { Feed } from "../model/feed.ts";
import type { MediaFile } from "../model/media-file.ts";
import type { Publication } from "../model/publication.ts";
import { children, empty, text, type XmlNode } from "../syntax/xml/write-xml.ts";

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
  const { duration } = recording.file;
  const picture = article.image?.file;
  return {
    "itunes:title": text(article.title),
    "itunes:duration": duration === undefined ? undefined : text(String(Math.max(1, Math.round(duration)))),
    "itunes:image": picture && PICTURE_TYPES.has(picture.mediaType) ? empty({ href: picture.url }) : undefined,
    "itunes:episodeType": text("full"),
    "podcast:transcript": article.attachments
      .filter(isTranscript)
      .map(({ file }) => empty({ url: file.url, type: file.mediaType, language: article.language })),
  };
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
