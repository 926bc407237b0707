import { readDateTime } from "./date-time.ts";

/**
 * A time as the copy prints it, with the label that stood before it. `isUpdate`: the time of a change, not of
 * publication.
 */
export type PrintedTime = { readonly isUpdate: boolean; readonly label: string; readonly text: string };

const LABEL =
  /^(?<label>(?:first |originally )?(?:published|posted)|(?:last )?(?:updated?|modified))(?: on| at)?(?<colon>\s*[:：])?\s*(?<text>\S.*)$/i;
const BETWEEN = /(?<!\s)\s*[|•·]\s*|(?<!\blast)[,;]?(?<!\s)\s+(?=(?:last )?(?:updated|modified)\b)/i;

/**
 * Reads "Published: … | Updated: …", or one of them. `others` are the pieces between bars that are not times. Returns
 * undefined for a line that does not begin with such a label. A label with a colon counts even if its time cannot be
 * read, so that the line is not read as text.
 */
export function readTimesLine(line: string): { times: readonly PrintedTime[]; others: readonly string[] } | undefined {
  const pieces = line.replace(/^\((.*)\)$/, "$1").split(BETWEEN);
  const read = pieces.map(readPiece);
  if (!read[0]) return undefined;
  return {
    times: read.filter((time) => time !== undefined),
    others: pieces.filter((piece, index) => read[index] === undefined && piece !== ""),
  };
}

function readPiece(piece: string): PrintedTime | undefined {
  const { label, colon, text } = LABEL.exec(piece)?.groups ?? {};
  if (label === undefined || text === undefined) return undefined;
  if (colon === undefined && !readDateTime(text)) return undefined;
  return { isUpdate: /updat|modif/i.test(label), label, text: text.trim() };
}
