import { findTime, readDateTime } from "./date-time.ts";
import { isRelativeTime } from "./language/relative-time.ts";
import { type FoundLabel, timeLabelsIn } from "./language/time-labels.ts";
import type { DateOrder } from "./written-date.ts";

/**
 * A time as the copy prints it, with the label that stood before it. `isUpdate`: the time of a change, not of
 * publication.
 */
export type PrintedTime = { readonly isUpdate: boolean; readonly label: string; readonly text: string };

/** `others` are pieces between bars that are not times; `relative` are times such as "2 hours ago". */
export type TimesLine = {
  readonly times: readonly PrintedTime[];
  readonly others: readonly string[];
  readonly relative: readonly PrintedTime[];
};

const BAR = /(?<!\s)\s*[|•·｜/]\s+|(?<!\s)\s*[|•｜]\s*|\u3000/;
const EDGES = /^[\s,;(（–—-]+|(?<![\s,;(（–—-])[\s,;(（–—-]+$/g;
const BEHIND_TIME = /(?<!\s)\s+by\s\p{Lu}|\s[-–—]\s(?=\p{Lu}[\p{Lu} ]{3,40}$)/u;
const MAX = { line: 300, unread: 60, words: 4 };

/**
 * Reads "Published: … | Updated: …", or one of them. Returns undefined for a line that does not begin with such a label
 * or does not end in a time. A label with a colon counts even if its time cannot be read, so that the line is not read
 * as text.
 */
export function readTimesLine(line: string, order?: DateOrder): TimesLine | undefined {
  if (line.length > MAX.line) return undefined;
  const inside = /^[(（[](.*)[)）\]]$/s.exec(line)?.[1] ?? line;
  const pieces = joinLabels(inside.split(BAR)).flatMap(splitAtLabels).flatMap(splitAtNames);
  const read = pieces.map((piece) => readPiece(piece, order));
  if (!read[0]) return undefined;
  return {
    times: read.flatMap((piece) => (piece && !piece.isRelative ? [piece.time] : [])),
    relative: read.flatMap((piece) => (piece?.isRelative ? [piece.time] : [])),
    others: pieces.filter((piece, index) => read[index] === undefined && piece !== ""),
  };
}

/** "Published / 3 March 2024": a label before a bar goes with the time behind it. */
export function joinLabels(pieces: readonly string[]): readonly string[] {
  return pieces.flatMap((piece, index) => {
    const above = pieces[index - 1] ?? "";
    if (isTimeLabelAlone(piece) && index < pieces.length - 1) return [];
    return isTimeLabelAlone(above) ? [`${above}: ${piece}`] : [piece];
  });
}

/** The label, where it is all that a line says. */
export function isTimeLabelAlone(line: string): boolean {
  if (line.length > MAX.unread) return false;
  const [only] = timeLabelsIn(line);
  return only !== undefined && only.start === 0 && only.end === line.length;
}

/** "Published: 9:42 Updated: 10:00" has no bar between its times. */
export function splitAtLabels(piece: string): readonly string[] {
  const starts = timeLabelsIn(piece).map(({ start }) => start);
  const edges = [0, ...starts.filter((start) => start > 0), piece.length];
  return edges.slice(1).map((end, index) => piece.slice(edges[index], end).replace(EDGES, ""));
}

/** "Posted on March 3, 2024 at 6:30 am by Reuters", and "… 9:42 pm IST - CHENNAI". */
function splitAtNames(piece: string): readonly string[] {
  const at = piece.search(BEHIND_TIME);
  return at < 6 ? [piece] : [piece.slice(0, at), piece.slice(at).replace(EDGES, "")];
}

function readPiece(
  piece: string,
  order: DateOrder | undefined,
): { time: PrintedTime; isRelative: boolean } | undefined {
  const [found] = timeLabelsIn(piece);
  if (!found || found.start > 0) return undefined;
  const text = piece.slice(found.end).trim();
  if (text === "") return undefined;
  const time = { isUpdate: found.isUpdate, label: found.label, text };
  if (isRelativeTime(text)) return { time, isRelative: true };
  return isTime(text, found, order) ? { time, isRelative: false } : undefined;
}

function isTime(text: string, { hasColon }: FoundLabel, order: DateOrder | undefined): boolean {
  if (readDateTime(text, order)) return true;
  const found = findTime(text, order);
  if (found) return found.words.split(" ").length <= MAX.words && !/[.!?。]$/.test(text);
  // A sentence is not a time. "03/02/2021" is a time, and it is ambiguous.
  return (hasColon || /^\d{1,2}[/-]\d{1,2}[/-]\d{4}/.test(text)) && text.length <= MAX.unread && !/[.!?。]$/.test(text);
}
