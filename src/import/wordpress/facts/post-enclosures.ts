import { cleanLine } from "../../../model/text.ts";
import type { XmlElement } from "../../../syntax/xml/xml-element.ts";
import { absoluteAddress } from "../../feeds/feed-head.ts";
import type { Enclosure } from "../../feeds/imported-entry.ts";
import { stringInPhp } from "./php-values.ts";
import { metaOf, metasOf } from "./post-meta.ts";

/** Media types of the files that podcasts have, for fields that say the address only. */
const MEDIA_TYPES: readonly (readonly [ending: RegExp, mediaType: string])[] = [
  [/\.mp3$/i, "audio/mpeg"],
  [/\.m4a$/i, "audio/mp4"],
  [/\.og[ga]$/i, "audio/ogg"],
  [/\.(?:mp4|m4v)$/i, "video/mp4"],
];

/**
 * The recordings of a post. WordPress keeps each as address, length and media type, one per line. PowerPress adds a line
 * with the duration, also for further podcasts (`_CHANNEL:enclosure`). Seriously Simple Podcasting has a field for each.
 */
export function enclosuresOf(item: XmlElement, site: string | undefined): readonly Enclosure[] {
  const kept = metasOf(item, (key) => key === "enclosure" || /^_.+:enclosure$/.test(key)).map((text) => {
    const [address, length, type, ...more] = text.split("\n");
    return { address, length, type, duration: stringInPhp(more.join("\n"), "duration") };
  });
  const address = metaOf(item, "audio_file");
  if (address !== undefined)
    kept.push({ address, length: metaOf(item, "filesize_raw"), type: undefined, duration: metaOf(item, "duration") });
  const found = kept.flatMap(({ address, length = "", type = "", duration }): readonly Enclosure[] => {
    const url = absoluteAddress(address, site);
    if (url === undefined) return [];
    const path = url.replace(/[?#].*$/s, "");
    return [
      {
        url,
        mediaType: cleanLine(type) || MEDIA_TYPES.find(([ending]) => ending.test(path))?.[1],
        length: Number(/^\d{1,15}$/.exec(length.trim())?.[0] ?? 0) || undefined,
        duration: secondsIn(duration),
      },
    ];
  });
  return [...new Map(found.toReversed().map((each) => [each.url, each])).values()].toReversed();
}

/** Reads `12:34`, `1:02:03` or a number of seconds. */
function secondsIn(duration: string | undefined): number | undefined {
  if (!/^\d{1,6}(?::\d{1,2}){0,2}$/.test(duration ?? "")) return undefined;
  return duration?.split(":").reduce((sum, part) => sum * 60 + Number(part), 0) || undefined;
}
