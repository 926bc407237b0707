import { cleanLine } from "../../../model/text.ts";
import type { XmlElement } from "../../../syntax/xml/xml-element.ts";
import { absoluteAddress } from "../../feeds/feed-head.ts";
import type { Enclosure } from "../../feeds/imported-entry.ts";
import { distinctEnclosures, lengthOf } from "../../media/enclosure-elements.ts";
import { typeOfEnding } from "../../media/media-type-of.ts";
import { readDuration } from "../../media/read-moment.ts";
import { valueInPhp } from "./php-values.ts";
import { metaOf, metasOf } from "./post-meta.ts";

/** Whether a custom field is about a recording. PowerPress has a field of its own for each further podcast. */
function isEnclosure(key: string): boolean {
  return key === "enclosure" || /^_.+:enclosure$/.test(key);
}

/** The facts that PowerPress keeps below the address, the length and the type of each recording. */
export function powerPressFacts(item: XmlElement): readonly string[] {
  return metasOf(item, isEnclosure).map((text) => text.split("\n").slice(3).join("\n"));
}

export function hasRecording(item: XmlElement): boolean {
  return metaOf(item, "audio_file") !== undefined || metasOf(item, isEnclosure).length > 0;
}

/**
 * The recordings of a post. WordPress keeps each as address, length and media type, one per line. PowerPress adds a
 * line with the duration, also for further podcasts (`_CHANNEL:enclosure`). Seriously Simple Podcasting has a field for
 * each.
 */
export function enclosuresOf(item: XmlElement, site: string | undefined): readonly Enclosure[] {
  const kept = metasOf(item, isEnclosure).map((text) => {
    const [address, length, type, ...more] = text.split("\n");
    const facts = more.join("\n");
    const title = valueInPhp(facts, "episode_title");
    return { address, length, type, title, duration: valueInPhp(facts, "duration") };
  });
  const address = metaOf(item, "audio_file");
  if (address !== undefined)
    kept.push({
      address,
      length: metaOf(item, "filesize_raw"),
      type: undefined,
      title: metaOf(item, "itunes_title"),
      duration: metaOf(item, "duration"),
    });
  const found = kept.flatMap(({ address, length, type = "", title = "", duration }): readonly Enclosure[] => {
    const url = absoluteAddress(address, site);
    if (url === undefined) return [];
    const mediaType = cleanLine(type) || typeOfEnding(url);
    return [
      {
        url,
        mediaType,
        title: cleanLine(title) || undefined,
        length: lengthOf(length),
        duration: readDuration(duration),
      },
    ];
  });
  return distinctEnclosures(found);
}
