/** A line of a text, with its number from 1. */
export type NumberedLine = { readonly line: number; readonly text: string };

/**
 * The lines of a text that git may have left with conflict markers, a list for each side: one list if there are no
 * markers, and otherwise ours and theirs. What both sides began from (`|||||||`) belongs to neither, and nor do the
 * markers. A marker that has no counterpart is an ordinary line, so that the reader finds it and names it.
 */
export function conflictSides(text: string): readonly (readonly NumberedLine[])[] {
  const lines = text.split(/\r?\n/).map((each, index) => ({ line: index + 1, text: each }));
  if (!lines.some((each) => isMarker(each, "<"))) return [lines];
  const ours: NumberedLine[] = [];
  const theirs: NumberedLine[] = [];
  let end = 0;
  for (let index = 0; index < lines.length; index = end) {
    const conflict = isMarker(lines[index], "<") ? conflictAt(lines, index) : undefined;
    end = conflict ? conflict.end + 1 : index + 1;
    if (conflict) {
      ours.push(...lines.slice(index + 1, conflict.base ?? conflict.middle));
      theirs.push(...lines.slice(conflict.middle + 1, conflict.end));
    } else {
      ours.push(...lines.slice(index, end));
      theirs.push(...lines.slice(index, end));
    }
  }
  return [ours, theirs];
}

type Conflict = { readonly base?: number; readonly middle: number; readonly end: number };

/** The other markers of a conflict that begins at `start`, as indexes of lines. */
function conflictAt(lines: readonly NumberedLine[], start: number): Conflict | undefined {
  let base: number | undefined;
  let middle: number | undefined;
  for (let index = start + 1; index < lines.length; index += 1) {
    const line = lines[index];
    if (isMarker(line, "<")) return undefined;
    if (isMarker(line, "|") && middle === undefined) base ??= index;
    else if (isMarker(line, "=") && middle === undefined) middle = index;
    else if (isMarker(line, ">") && middle !== undefined)
      return { middle, end: index, ...(base !== undefined && { base }) };
  }
  return undefined;
}

/** Git's markers have seven characters. In a base that is itself a merge, they have more, and are not ours. */
function isMarker(line: NumberedLine | undefined, character: "<" | "|" | "=" | ">"): boolean {
  const { text } = line ?? { text: "" };
  return text.startsWith(character.repeat(7)) && (text[7] ?? " ") === " ";
}
