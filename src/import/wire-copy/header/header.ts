import { isByline } from "../byline.ts";
import { isCreditName, readCreditAndAlt, readLabelledCaption } from "../caption.ts";
import { findTime } from "../date-time.ts";
import { readRelated } from "../related-label.ts";
import { readTimesLine, splitAtLabels } from "../times-line.ts";
import type { DateOrder } from "../written-date.ts";
import { bodyStart } from "./body-start.ts";
import type { Header, Reading } from "./header-fields.ts";
import { creditOf, takeCaption, takeImage, takeLabelledCaption, takePicture } from "./header-picture.ts";
import { takeLabel, takeNames, takePiece, takeTimes } from "./header-pieces.ts";
import { findHeadline } from "./headline.ts";
import { type HeaderLine, kindOf, piecesOf } from "./line-kind.ts";
import {
  isBareCredit,
  isBehindByline,
  isCreditByButtons,
  isFurnitureAlone,
  isLateStandfirst,
  isPlaceAlone,
  isPostOf,
  isStandfirst,
  isWriter,
} from "./neighbours.ts";

const MAX_LINE = 400;
/** "Editor: a name", and who edited or took pictures. */
const OTHER_CREDIT =
  /^(?:editors?|edited by|editing by|reporting by|photos? by|photographs? by|video by|produced by|produced|producer|additional reporting(?: by)?|责任编辑|責任編輯|编辑|編輯|責編|责编|校对|編譯|编译|редактор|redaktion|redacción|تحرير|עריכה|편집)\s?[:：]?\s?\S/iu;

/** Whether a line stands for itself and cannot be the second half of a wrapped line. */
export function isHeaderLine(line: string): boolean {
  if (line.length > MAX_LINE) return false;
  if (readTimesLine(line) !== undefined || isByline(line)) return true;
  const [first = "", ...others] = piecesOf(line);
  return isByline(first) && others.some((piece) => readTimesLine(piece) !== undefined);
}

/** Reads the paragraphs above the text; `length` of them are. */
export function readHeader(
  paragraphs: readonly string[],
  order?: DateOrder,
): { readonly header: Header; readonly length: number } {
  const lines = paragraphs.map((text, index) =>
    index < 80 ? kindOf(text, order) : ({ text, kind: "sentence" } as const),
  );
  const header: Header = {
    people: [],
    agencies: [],
    times: [],
    relative: [],
    unplaced: [],
    furniture: [],
    related: [],
  };
  const firstByline = headlineByline(lines);
  const known = lines.map((line, index): HeaderLine => (index === firstByline ? { ...line, kind: "short" } : line));
  let length = bodyStart(known);
  let headline = findHeadline(known, length);
  if (!headline) {
    // A headline that ends as a sentence does, or begins as datelines do, is the first line of what was taken for text.
    const first = known[length];
    if (first) known[length] = { text: first.text, kind: "short" };
    headline = findHeadline(known, length + 1);
    if (headline) length += 1 + bodyStart(known.slice(length + 1));
  }
  const reading = { header, lines: known, order };
  if (headline) {
    header.headline = headline.text;
    header.furniture.push(...headline.marks);
  }
  for (let at = 0; at < length; )
    at += at === headline?.index ? 1 : takeLine(reading, at, length, headline?.index ?? -1);
  return { header, length };
}

/** A first line "By …" is a headline if another byline is near. */
function headlineByline(lines: readonly HeaderLine[]): number {
  const first = lines.findIndex(({ kind }) => kind !== "times" && kind !== "time" && kind !== "furniture");
  if (lines[first]?.kind !== "byline") return -1;
  const near = lines.slice(first + 1, first + 4);
  return near.some(({ kind, text }) => kind === "byline" && text.startsWith("By")) &&
    !near.some(({ kind }) => kind === "short")
    ? first
    : -1;
}

/** Puts a line into the header. Returns how many lines it took. */
function takeLine(reading: Reading, at: number, end: number, headline: number): number {
  const { header, lines } = reading;
  const line = lines[at];
  if (!line) return 1;
  const { text, kind } = line;
  const next = at + 1 < end && at + 1 !== headline ? lines[at + 1] : undefined;
  switch (kind) {
    case "times":
    case "relative":
      takeTimes(reading, text);
      return 1;
    case "label":
      return takeLabel(reading, text, next);
    case "byline":
    case "agency":
      takeNames(header, text);
      return 1;
    case "pieces":
    case "time":
      // "March 3, 2024 / 9:42 PM" is one time.
      if (findTime(text, reading.order)?.words === "") takePiece(reading, text);
      else for (const piece of piecesOf(text).flatMap(splitAtLabels)) if (piece !== "") takePiece(reading, piece);
      return 1;
    case "caption":
      return takeCaption(header, line);
    case "credit":
      takeImage(header, { credit: creditOf(line) }, text);
      return 1;
    case "caption label": {
      let below = at + 1;
      while (below < end && lines[below]?.kind === "furniture") below += 1;
      if (readLabelledCaption(text) !== "" || below >= end) return takeLabelledCaption(header, text, undefined);
      header.furniture.push(...lines.slice(at + 1, below).map((line) => line.text));
      return takeLabelledCaption(header, text, lines[below]) + below - at - 1;
    }
    case "related":
      (readRelated(text) ? header.related : header.furniture).push(text);
      return 1;
    case "furniture":
      header.furniture.push(text);
      return 1;
    case "sentence":
    case "dateline":
    case "short":
      return takeUnknown(reading, at, end, headline);
    default:
      return kind satisfies never;
  }
}

/** The next line if it is a credit or a caption behind a button or two, and the buttons; or else the next line. */
function belowFurniture({ lines }: Reading, at: number, end: number): readonly [HeaderLine | undefined, string[]] {
  let below = at + 1;
  while (below < Math.min(end, at + 4) && lines[below]?.kind === "furniture") below += 1;
  const kind = below < end ? lines[below]?.kind : undefined;
  const isOfPicture = kind === "credit" || (kind === "short" && readCreditAndAlt(lines[at]?.text ?? "") !== undefined);
  if (!isOfPicture) return [at + 1 < end ? lines[at + 1] : undefined, []];
  return [lines[below], lines.slice(at + 1, below).map(({ text }) => text)];
}

/** A line that only its neighbours can tell: a standfirst, a name, a post, a caption, or furniture. */
function takeUnknown(reading: Reading, at: number, end: number, headline: number): number {
  const { header, lines } = reading;
  const { text = "", kind, caption } = lines[at] ?? {};
  if (caption && lines.slice(at + 1, at + 3).some((line) => line.kind === "dateline"))
    return takeCaption(header, lines[at] ?? { text, kind: "caption" });
  if (caption?.image.caption && isCreditName(caption.image.credit ?? "") && at > headline && kind === "short")
    return takeCaption(header, lines[at] ?? { text, kind: "caption" });
  if (isCreditByButtons(lines, at)) {
    takeImage(header, { credit: text }, text);
    return 1;
  }
  const [below, passed] = belowFurniture(reading, at, end);
  const isBelowHeadline = headline !== -1 && at > headline && isFurnitureAlone(lines, headline + 1, at);
  const pictured = isBelowHeadline && isBareCredit(below) ? 0 : takePicture(header, text, below);
  if (pictured > 0) {
    if (pictured > 1) header.furniture.push(...passed);
    return pictured > 1 ? pictured + passed.length : pictured;
  }
  const isSentence = kind === "sentence" || kind === "dateline";
  if (isStandfirst(reading, at, headline)) {
    header.standfirst = text;
    return 1;
  }
  if (isSentence && isLateStandfirst(reading, at, headline, end)) {
    header.standfirst = text;
    return 1;
  }
  if (isSentence) {
    if (isBehindByline(lines, at, headline) && header.image?.caption === undefined && lines[end]?.kind === "dateline")
      takeImage(header, { caption: text }, text);
    else header.unplaced.push(text);
    return 1;
  }
  if (isFurnitureAlone(lines, at + 1, end) && isPlaceAlone(text) && header.people.length > 0) header.dateline = text;
  else if (at > headline && headline !== -1 && isWriter(reading, at)) takeNames(header, text);
  else if (OTHER_CREDIT.test(text)) header.unplaced.push(text);
  else if (isPostOf(lines, at)) header.unplaced.push(text);
  else if (isLateStandfirst(reading, at, headline, end)) header.standfirst = text;
  else if (text !== header.headline) header.furniture.push(text);
  return 1;
}
