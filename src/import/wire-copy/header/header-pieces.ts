import { isAgency, isSameAgency } from "../agencies.ts";
import { areNames, isByline, readByline } from "../byline.ts";
import { findTime } from "../date-time.ts";
import { isFurniture } from "../language/furniture-words.ts";
import { isRelativeTime } from "../language/relative-time.ts";
import { timeLabelsIn } from "../language/time-labels.ts";
import { isTimeLabelAlone, readTimesLine } from "../times-line.ts";
import type { Header, Reading } from "./header-fields.ts";
import type { HeaderLine } from "./line-kind.ts";
import { isPlaceAlone } from "./neighbours.ts";

/** Puts a line with times, with the pieces between its bars, into the header. */
export function takeTimes(reading: Reading, text: string): void {
  const { header, order } = reading;
  const read = readTimesLine(text, order);
  if (!read) header.relative.push({ isUpdate: false, label: "", text });
  header.times.push(...(read?.times ?? []));
  header.relative.push(...(read?.relative ?? []));
  for (const other of read?.others ?? []) takePiece(reading, other);
}

/** "Published" on a line of its own, with the time on the next one. */
export function takeLabel(reading: Reading, text: string, next: HeaderLine | undefined): number {
  if (next?.kind === "time" || next?.kind === "relative") {
    takeTimes(reading, `${text.replace(/\s?[:：]$/, "")}: ${next.text}`);
    return 2;
  }
  reading.header.furniture.push(text);
  return 1;
}

export function takeNames(header: Header, text: string): void {
  if (isAgency(text) && !isByline(text)) {
    takeAgency(header, text);
    return;
  }
  const { people, agencies, unplaced } = readByline(text);
  for (const name of people) (header.people.includes(name) ? header.furniture : header.people).push(name);
  for (const name of agencies) takeAgency(header, name);
  header.unplaced.push(...unplaced);
}

/** Pages name the agency of a copy several times, and in several forms. */
function takeAgency({ agencies, furniture }: Header, name: string): void {
  (agencies.some((known) => isSameAgency(known, name)) ? furniture : agencies).push(name);
}

/** A piece of a line between bars. */
export function takePiece(reading: Reading, piece: string): void {
  const { header, order } = reading;
  if (readTimesLine(piece, order) || isRelativeTime(piece)) {
    takeTimes(reading, piece);
    return;
  }
  const found = findTime(piece, order);
  if (found && isTimeLabelAlone(found.words)) {
    // East Asia writes the label behind the time.
    const isUpdate = timeLabelsIn(found.words)[0]?.isUpdate ?? false;
    header.times.push({ isUpdate, label: found.words, text: piece });
    return;
  }
  if (found) {
    header.times.push({ isUpdate: false, label: "", text: piece });
    if (isAgency(found.words)) takeAgency(header, found.words);
    else if (areNames(found.words)) takeNames(header, found.words);
    else if (found.words !== "") header.furniture.push(found.words);
    return;
  }
  if (header.dateline === undefined && isPlaceAlone(piece) && !isAgency(piece)) header.dateline = piece;
  else if (isTimeLabelAlone(piece) || isFurniture(piece)) header.furniture.push(piece);
  else if (isByline(piece) || isAgency(piece) || (header.people.length === 0 && areNames(piece)))
    takeNames(header, piece);
  else header.unplaced.push(piece);
}
