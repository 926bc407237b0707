import type { ImportNote } from "../feeds/import-note.ts";
import type { WordPressFacts } from "./facts/wordpress-facts.ts";

/**
 * The post whose text is read. `id` is its number in the export, and `footnotes` is the JSON of its footnotes.
 * `hasRecording`: it is an episode, so that the players of podcast plugins in the text play its attachment. `notes`
 * grows while the text is read.
 */
export type WordPressPost = {
  readonly id: string | undefined;
  readonly footnotes?: string | undefined;
  readonly hasRecording?: boolean;
  readonly facts: WordPressFacts;
  readonly notes: ImportNote[];
};

/** Characters of the source that a note shows. */
const MAX_FOUND = 100;

/** Notes that something of the post is not in the article. */
export function noteLoss({ notes }: WordPressPost, message: string, found?: string): void {
  const line = found?.replace(/\s+/g, " ");
  const shown = line !== undefined && line.length > MAX_FOUND ? `${line.slice(0, MAX_FOUND).toWellFormed()}…` : line;
  notes.push({ kind: "lost", message, ...(shown && { found: shown }) });
}
