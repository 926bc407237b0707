import { damageIn } from "../../syntax/encoding/damaged-text.ts";
import type { ImportNote } from "./import-note.ts";
import type { ImportedEntry } from "./imported-entry.ts";

/** Notes about texts that come damaged from the source: they are kept as they are, and a person has to look. */
export function damageNotes(texts: readonly string[]): readonly ImportNote[] {
  const notes = texts
    .flatMap(damageIn)
    .map(({ message, found }): [string, ImportNote] => [message, { kind: "lost", message, found }]);
  // One note of each sort, with the first place.
  return [...new Map(notes.toReversed()).values()].toReversed();
}

/** The texts of an entry that an article shows, except its title and its body. */
export function textsOf(entry: ImportedEntry): readonly string[] {
  const { summary = "", tags, authors, rights = "", picture, pictures = [], enclosures, episode } = entry;
  const named = [...authors, ...(episode?.persons ?? [])].map(({ name }) => name);
  const titled = [...enclosures, ...(episode?.chapters ?? [])].map(({ title }) => title ?? "");
  const shown = [...(picture ? [picture] : []), ...pictures].flatMap(
    ({ alternativeText = "", caption = "", credit = "" }) => [alternativeText, caption, credit],
  );
  return [summary, rights, ...tags, ...named, ...titled, ...shown];
}
