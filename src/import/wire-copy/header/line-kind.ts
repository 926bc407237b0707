import { isAgency } from "../agencies.ts";
import { areNames, isByline } from "../byline.ts";
import { type Caption, readCaption, readCreditLine, readLabelledCaption } from "../caption.ts";
import { findTime } from "../date-time.ts";
import { readDateline } from "../dateline/dateline.ts";
import type { Dateline } from "../dateline/dateline-fields.ts";
import { isFurniture } from "../language/furniture-words.ts";
import { isRelativeTime } from "../language/relative-time.ts";
import { readLabelAlone, readRelated } from "../related-label.ts";
import { isTimeLabelAlone, joinLabels, readTimesLine } from "../times-line.ts";
import type { DateOrder } from "../written-date.ts";
import { countWords, isSentence } from "./sentence.ts";

/**
 * What one line can be told to be without its neighbours.
 *
 * - `pieces`: several of these between bars.
 * - `time`: a time without a label, maybe with a few other words.
 * - `short`: no sentence, and nothing that is known.
 */
export type LineKind =
  | "times"
  | "time"
  | "relative"
  | "label"
  | "byline"
  | "agency"
  | "pieces"
  | "caption"
  | "credit"
  | "caption label"
  | "dateline"
  | "related"
  | "furniture"
  | "sentence"
  | "short";

export type HeaderLine = {
  readonly text: string;
  readonly kind: LineKind;
  readonly dateline?: Dateline;
  readonly caption?: Caption;
};

const MAX = { header: 400, timeWords: 5, pieces: 200 };
const BAR = /(?<!\s)\s*[|•·｜/]\s+|(?<!\s)\s*[|•｜]\s*|\u3000/;

/** Tells what a line is, by its own form. */
export function kindOf(text: string, order: DateOrder | undefined): HeaderLine {
  const dateline = readDateline(text);
  const caption = readCaption(text);
  const kind = shortKind(text, order);
  if (kind !== undefined) return { text, kind };
  // A caption may begin as datelines do: "SEOUL — … (A PHOTOGRAPHER/AP)".
  if (dateline && !(caption?.isCertain && /[)\]]$/.test(text))) return { text, kind: "dateline", dateline };
  if (caption?.isCertain) return { text, kind: caption.image.caption === undefined ? "credit" : "caption", caption };
  const isName = /\p{Lu}{3}\.$/u.test(text) && areNames(text);
  return { text, kind: isSentence(text) && !isName ? "sentence" : "short", ...(caption && { caption }) };
}

/** The lines of a header that are known by their words. */
function shortKind(text: string, order: DateOrder | undefined): LineKind | undefined {
  if (text.length > MAX.header) return undefined;
  if (readTimesLine(text, order)) return isOnlyRelative(text, order) ? "relative" : "times";
  if (isTimeLabelAlone(text)) return "label";
  if (readRelated(text) !== undefined || readLabelAlone(text) !== undefined) return "related";
  if (isPieces(text, order) && !isAgency(text)) return "pieces";
  if (isByline(text)) return "byline";
  if (isAgency(text)) return "agency";
  if (isCaptionWithDate(text)) return undefined;
  if (isBareTime(text, order)) return "time";
  if (isRelativeTime(text)) return "relative";
  if (readLabelledCaption(text) !== undefined) return "caption label";
  if (readCreditLine(text) !== undefined) return "credit";
  return isFurniture(text) ? "furniture" : undefined;
}

/** "The quay, 2 March 2024. A PHOTOGRAPHER/AFP" */
function isCaptionWithDate(text: string): boolean {
  const caption = readCaption(text);
  return caption?.isCertain === true && countWords(caption.image.caption ?? "") > 2;
}

function isOnlyRelative(text: string, order: DateOrder | undefined): boolean {
  const read = readTimesLine(text, order);
  return read !== undefined && read.times.length === 0;
}

/** Whether a line between bars has a time, or a byline and something else that is known. */
export function isPieces(text: string, order: DateOrder | undefined): boolean {
  const pieces = piecesOf(text);
  if (pieces.length < 2 || text.length > MAX.pieces) return false;
  const isTime = (piece: string) => readTimesLine(piece, order) !== undefined || isBareTime(piece, order);
  if (pieces.some(isTime)) return true;
  return isByline(pieces[0] ?? "") && pieces.slice(1).every((piece) => isFurniture(piece) || isRelativeTime(piece));
}

export function piecesOf(text: string): readonly string[] {
  return joinLabels(text.split(BAR).filter((piece) => piece !== ""));
}

/** Whether a line is a time, with no more than a few other words. */
function isBareTime(text: string, order: DateOrder | undefined): boolean {
  const found = findTime(text, order);
  return (
    found !== undefined &&
    !/[.!?。]$/.test(found.words) &&
    found.words.split(" ").length <= MAX.timeWords &&
    !hasStop(text)
  );
}

/** "He sailed on 3 March 2024." is a sentence. */
function hasStop(text: string): boolean {
  return /\p{L}{2}\.$/u.test(text) && (text.match(/\p{L}+/gu)?.length ?? 0) > MAX.timeWords;
}
