import type { MediaFile } from "../../model/media-file.ts";
import type { ContentFault } from "../content-fault.ts";
import type { InspectedMedia } from "./inspect-media.ts";
import { type MediaFacts, mediaFileOf, storedPath } from "./media-facts.ts";

/** A file in use: its name in content/media, its path below `/media/`, and what uses it. */
export type UsedMedia = {
  readonly name: string;
  readonly path: string;
  readonly file: MediaFile;
  /** The ids of the articles that use it, sorted. */
  readonly articles: readonly string[];
  readonly ofPublication: boolean;
};

/** Collects the files in use. Two names with the same content and base name are one file. */
export function collectMedia(
  ofPublication: readonly MediaFacts[],
  uses: readonly { readonly id: string; readonly media: readonly MediaFacts[] }[],
): readonly UsedMedia[] {
  const ofPublicationPaths = new Set(ofPublication.map(storedPath));
  const byPath = new Map(ofPublication.map((facts) => [storedPath(facts), { facts, ids: new Set<string>() }]));
  for (const { id, media } of uses) {
    for (const facts of media) {
      const path = storedPath(facts);
      const entry = byPath.get(path) ?? { facts, ids: new Set() };
      entry.ids.add(id);
      byPath.set(path, entry);
    }
  }
  return [...byPath]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, { facts, ids }]) => ({
      name: facts.name,
      path,
      file: mediaFileOf(facts),
      articles: [...ids].sort(),
      ofPublication: ofPublicationPaths.has(path),
    }));
}

/** A warning for each file that nothing uses. Such a file is not published. */
export function unusedMedia(media: readonly InspectedMedia[], used: readonly MediaFacts[]): readonly ContentFault[] {
  const names = new Set(used.map(({ name }) => name));
  return media
    .filter((each) => each.ok && !names.has(each.name))
    .map(({ name }) => ({
      file: `content/media/${name}`,
      found: "a file that nothing uses",
      expected: "an article that names it; it is not published",
    }));
}
