import { createHash } from "node:crypto";
import type { Feed } from "../model/feed.ts";
import type { MediaFile } from "../model/media-file.ts";
import type { Publication } from "../model/publication.ts";
import { recordingOf } from "./podcast-episode.ts";
import { type AttributeValues, children, empty, text, type XmlElement } from "./xml-element.ts";

/** Whether a podcast player finds something to play in the feed. */
export function isPodcast({ entries }: Feed): boolean {
  return entries.some((article) => recordingOf(article) !== undefined);
}

/** On the root, where podcast directories look for them. */
export const PODCAST_NAMESPACES: AttributeValues = {
  "xmlns:itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
  "xmlns:podcast": "https://podcastindex.org/namespace/1.0",
};

/**
 * What Apple ("A Podcaster's Guide to RSS") and the Podcast Namespace 1.0 ask of a channel. A category is only what the publication says: a wrong
 * one would put it on the wrong shelf.
 */
export function podcastChannel({ addresses, publication }: Feed): Readonly<Record<string, XmlElement | undefined>> {
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

/** Apple shows square covers only, as JPEG or PNG; the larger of two is the better. */
function squarePicture({ icon, logo }: Publication): MediaFile | undefined {
  return [logo, icon]
    .flatMap((file) => (file ? [file] : []))
    .filter(({ mediaType, width, height }) => COVER_TYPES.has(mediaType) && width !== undefined && width === height)
    .toSorted((a, b) => (b.width ?? 0) - (a.width ?? 0))[0];
}

const COVER_TYPES = new Set(["image/jpeg", "image/png"]);

/** The namespace of `podcast:guid` (Podcast Namespace 1.0, "guid"). */
const GUID_NAMESPACE = "ead4c236bf5858c6a2c6a6b28d128cb6";

/** The UUID, version 5 (RFC 9562 section 5.5), of a feed's address without its scheme and without slashes at its end. */
export function podcastGuid(address: string): string {
  const name = address.replace(/^[a-z]+:\/\//, "").replace(/\/+$/, "");
  const hash = createHash("sha1").update(Buffer.from(GUID_NAMESPACE, "hex")).update(name).digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  return hash.toString("hex", 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
