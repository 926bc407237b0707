import { hintAt } from "../nearest.ts";
import type { InspectedMedia } from "./inspect-media.ts";
import { baseName, type MediaFacts, storedPath } from "./media-facts.ts";

/** The files that articles may use, found by the names that articles use. */
export type MediaFolder = {
  /** The place of the files in the words of a fault: `in content/media`. */
  readonly place: string;
  /** Finds a file by its name. `refused` means that the file exists and has a fault of its own. */
  readonly find: (name: string) => MediaFacts | "refused" | undefined;
  /** Finds a file by its path below `/media/`. */
  readonly at: (path: string) => MediaFacts | undefined;
  /** Suggests a name in place of one that does not exist; "" if none is similar. */
  readonly hint: (name: string) => string;
};

export function openMediaFolder(media: readonly InspectedMedia[]): MediaFolder {
  // A letter may have two encodings (é, e + ◌́), and file systems differ in which one they store.
  const byName = new Map(media.map((each) => [each.name.normalize("NFC"), each]));
  const byPath = new Map(media.flatMap((each) => (each.ok ? [[storedPath(each.value), each.value]] : [])));
  return {
    place: "in content/media",
    at: (path) => byPath.get(path),
    find: (name) => {
      const found = byName.get(name.normalize("NFC"));
      return found && (found.ok ? found.value : "refused");
    },
    hint: (name) => {
      const elsewhere = [...byName.keys()].filter((each) => baseName(each) === baseName(name));
      return elsewhere.length > 0 ? `; did you mean "${elsewhere.join('" or "')}"?` : hintAt(name, byName.keys());
    },
  };
}
