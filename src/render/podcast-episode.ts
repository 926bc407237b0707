import type { Article, Attachment } from "../model/article.ts";
import type { MediaFile } from "../model/media-file.ts";
import { empty, text, type XmlElement } from "./xml-element.ts";

/** What a podcast player plays of an article: its first sound, or its first film where there is no sound. */
export function recordingOf({ attachments }: Article): Attachment | undefined {
  const firstOf = (kind: "audio/" | "video/") => attachments.find(({ file }) => file.mediaType.startsWith(kind));
  return firstOf("audio/") ?? firstOf("video/");
}

/** What Apple ("A Podcaster's Guide to RSS") and the Podcast Namespace 1.0 say of an episode; nothing for an article without a recording. */
export function podcastEpisode(article: Article): Readonly<Record<string, XmlElement | XmlElement[] | undefined>> {
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

const PICTURE_TYPES = new Set(["image/jpeg", "image/png"]);

/** The forms in which the Podcast Namespace takes a transcript: subtitles are always one, a text is where it is called one. */
const SUBTITLES = new Set(["text/vtt", "application/x-subrip"]);
const TEXTS = new Set(["text/plain", "text/html", "application/json"]);

function isTranscript({ file, title }: Attachment): boolean {
  return SUBTITLES.has(file.mediaType) || (TEXTS.has(file.mediaType) && isCalledTranscript(file, title));
}

function isCalledTranscript({ url }: MediaFile, title: string | undefined): boolean {
  return /transcript/i.test(title ?? new URL(url).pathname);
}
