import { hintAt } from "../nearest.ts";
import type { InspectedMedia } from "./inspect-media.ts";
import { baseName, type MediaFacts, storedPath } from "./media-facts.ts";

/** The files that articles may use, to be looked up by the names that articles give them. */
export type MediaFolder = {
  /** Where they are, in a fault's words: `in content/media`. */
  readonly place: string;
  /** `refused` is a file that is there, but has a fault of its own. */
  readonly find: (name: string) => MediaFacts | "refused" | undefined;
  /** The file that is served at a path below `/media/`. */
  readonly at: (path: string) => MediaFacts | undefined;
  /** What to write in place of a name that is not there. */
  readonly hint: (name: string) => string;
};

export function openMediaFolder(media: readonly InspectedMedia[]): MediaFolder {
  // One letter may be written in two ways (é, e + ◌́), and file systems differ in which they keep.
  const byName = new Map(media.map((each) => [each.name.normalize("NFC"), each]));
  const byPath = new Map(media.flatMap((each) => (each.ok ? [[storedPath(each.facts), each.facts]] : [])));
  return {
    place: "in content/media",
    at: (path) => byPath.get(path),
    find: (name) => {
      const found = byName.get(name.normalize("NFC"));
      return found && (found.ok ? found.facts : "refused");
    },
    hint: (name) => {
      const elsewhere = [...byName.keys()].filter((each) => baseName(each) === baseName(name));
      return elsewhere.length > 0 ? `; did you mean "${elsewhere.join('" or "')}"?` : hintAt(name, byName.keys());
    },
  };
}
