import { cleanLine } from "../../../model/text.ts";
import type { XmlElement } from "../../../syntax/xml/xml-element.ts";
import { absoluteAddress } from "../../feeds/feed-head.ts";
import type { Enclosure } from "../../feeds/imported-entry.ts";
import { metaOf, metasOf } from "./post-meta.ts";

/**
 * The recordings of a post. WordPress keeps each as address, length and media type, one per line, and PowerPress adds a
 * line with more, also for further podcasts (`_CHANNEL:enclosure`). Seriously Simple Podcasting has a field for each.
 */
export function enclosuresOf(item: XmlElement, site: string | undefined): readonly Enclosure[] {
  const lines = metasOf(item, (key) => key === "enclosure" || /^_.+:enclosure$/.test(key)).map((text) =>
    text.split("\n"),
  );
  const own = metaOf(item, "audio_file");
  const all = [...lines, ...(own === undefined ? [] : [[own, metaOf(item, "filesize_raw") ?? "", ""]])];
  const found = all.flatMap(([address, length = "", type = ""]): readonly Enclosure[] => {
    const url = absoluteAddress(address, site);
    const bytes = Number(/^\d{1,15}$/.exec(length.trim())?.[0] ?? 0);
    if (url === undefined) return [];
    return [
      { url, ...(bytes > 0 && { length: bytes }), ...(cleanLine(type) !== "" && { mediaType: cleanLine(type) }) },
    ];
  });
  return [...new Map(found.toReversed().map((each) => [each.url, each])).values()].toReversed();
}
