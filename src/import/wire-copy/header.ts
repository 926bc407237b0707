import { isAgency } from "./agencies.ts";
import { bodyStart } from "./body-start.ts";
import { areNames, isByline, readByline } from "./byline.ts";
import { readCreditAndAlt, readCreditLine, readLabelledCaption } from "./caption.ts";
import { findTime } from "./date-time.ts";
import { findHeadline } from "./headline.ts";
import { POST } from "./language/byline-words.ts";
import { isFurniture } from "./language/furniture-words.ts";
import { isRelativeTime } from "./language/relative-time.ts";
import { timeLabelsIn } from "./language/time-labels.ts";
import { type HeaderLine, kindOf, piecesOf } from "./line-kind.ts";
import { isSection } from "./person-name.ts";
import { readRelated } from "./related-label.ts";
import { countWords, hasFullStop } from "./sentence.ts";
import { isTimeLabelAlone, type PrintedTime, readTimesLine, splitAtLabels } from "./times-line.ts";
import type { CaptionedImage } from "./wire-copy.ts";
import type { DateOrder } from "./written-date.ts";

/**
 * Everything above the text, in whatever order the page has it. `unplaced`: words about the article that no field takes.
 * `furniture`: words of the page. `relative`: times such as "2 hours ago". `related`: links above the text.
 */
export type Header = {
  headline?: string;
  standfirst?: string;
  readonly people: string[];
  readonly agencies: string[];
  readonly times: PrintedTime[];
  readonly relative: PrintedTime[];
  image?: CaptionedImage;
  readonly unplaced: string[];
  readonly furniture: string[];
  readonly related: string[];
  /** A place in capitals on a line of its own, between the writer and the text. */
  dateline?: string;
};

type Reading = {
  readonly header: Header;
  readonly lines: readonly HeaderLine[];
  readonly order: DateOrder | undefined;
};

const MAX_STANDFIRST = 400;
const STANDFIRST = { words: 4, length: 40 };
/** "Editor: a name", and who edited or took pictures. */
const OTHER_CREDIT =
  /^(?:editors?|edited by|editing by|reporting by|photos? by|photographs? by|video by|produced by|produced|producer|additional reporting(?: by)?|责任编辑|責任編輯|编辑|編輯|責編|责编|校对|編譯|编译|редактор|redaktion|redacción|تحرير|עריכה|편집)\s?[:：]?\s?\S/iu;
const PLACE_LINE = /^(?:in|aus|à|en|a|em)\s\p{Lu}[\p{L}\s,'’-]{1,40}$/u;

/** Whether a line can only be what it is, and never the wrapped half of another. */
export function isHeaderLine(line: string): boolean {
  if (line.length > MAX_STANDFIRST) return false;
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
    case "caption label":
      return takeLabelledCaption(header, text, next);
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

function takeTimes(reading: Reading, text: string): void {
  const { header, order } = reading;
  const read = readTimesLine(text, order);
  if (!read) header.relative.push({ isUpdate: false, label: "", text });
  header.times.push(...(read?.times ?? []));
  header.relative.push(...(read?.relative ?? []));
  for (const other of read?.others ?? []) takePiece(reading, other);
}

/** "Published" on a line of its own, with the time on the next one. */
function takeLabel(reading: Reading, text: string, next: HeaderLine | undefined): number {
  if (next?.kind === "time" || next?.kind === "relative") {
    takeTimes(reading, `${text.replace(/\s?[:：]$/, "")}: ${next.text}`);
    return 2;
  }
  reading.header.furniture.push(text);
  return 1;
}

function takeNames(header: Header, text: string): void {
  if (isAgency(text) && !isByline(text)) {
    header.agencies.push(text);
    return;
  }
  const { people, agencies, unplaced } = readByline(text);
  for (const [names, into] of [
    [people, header.people],
    [agencies, header.agencies],
  ] as const)
    for (const name of names) (into.includes(name) ? header.furniture : into).push(name);
  header.unplaced.push(...unplaced);
}

/** A piece of a line between bars. */
function takePiece(reading: Reading, piece: string): void {
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
    if (isAgency(found.words)) header.agencies.push(found.words);
    else if (areNames(found.words)) takeNames(header, found.words);
    else if (found.words !== "") header.furniture.push(found.words);
    return;
  }
  if (isTimeLabelAlone(piece) || isFurniture(piece)) header.furniture.push(piece);
  else if (isByline(piece) || isAgency(piece) || (header.people.length === 0 && areNames(piece)))
    takeNames(header, piece);
  else header.unplaced.push(piece);
}

function creditOf({ text, caption }: HeaderLine): string {
  return readCreditLine(text) ?? caption?.image.credit ?? text;
}

/** An article has one lead picture: the captions of others have no field. */
function takeImage(header: Header, image: CaptionedImage, text: string): void {
  const { image: known } = header;
  if (known === undefined) header.image = image;
  else if (known.caption === image.caption && known.credit === image.credit) header.furniture.push(text);
  else if (known.credit === undefined && image.caption === undefined) header.image = { ...known, ...image };
  else if (known.caption === undefined && image.credit === undefined) header.image = { ...known, ...image };
  else if (known.credit !== image.credit || image.caption !== undefined) header.unplaced.push(text);
}

function takeCaption(header: Header, { caption, text }: HeaderLine): number {
  takeImage(header, caption?.image ?? {}, text);
  if (caption?.furniture !== undefined) header.furniture.push(caption.furniture);
  return 1;
}

function takeLabelledCaption(header: Header, text: string, next: HeaderLine | undefined): number {
  const labelled = readLabelledCaption(text) ?? "";
  if (labelled !== "") takeImage(header, { caption: labelled }, labelled);
  else if (next) takeImage(header, { caption: next.text }, next.text);
  return labelled === "" && next ? 2 : 1;
}

/** A line that only its neighbours can tell: a standfirst, a name, a post, a caption, or furniture. */
function takeUnknown(reading: Reading, at: number, end: number, headline: number): number {
  const { header, lines } = reading;
  const { text = "", kind, caption } = lines[at] ?? {};
  const next = at + 1 < end ? lines[at + 1] : undefined;
  if (caption && lines.slice(at + 1, at + 3).some((line) => line.kind === "dateline"))
    return takeCaption(header, lines[at] ?? { text, kind: "caption" });
  const pictured = takePicture(header, text, next);
  if (pictured > 0) return pictured;
  const isSentence = kind === "sentence" || kind === "dateline";
  if (isStandfirst(reading, at, headline)) {
    header.standfirst = text;
    return 1;
  }
  if (isSentence) {
    if (isBehindByline(lines, at, headline) && header.image?.caption === undefined && lines[end]?.kind === "dateline")
      takeImage(header, { caption: text }, text);
    else header.unplaced.push(text);
    return 1;
  }
  if (at === end - 1 && isPlaceAlone(text) && header.people.length > 0) header.dateline = text;
  else if (at > headline && headline !== -1 && isWriter(reading, at)) takeNames(header, text);
  else if (OTHER_CREDIT.test(text)) header.unplaced.push(text);
  else if (isPostOf(lines, at)) header.unplaced.push(text);
  else if (text !== header.headline) header.furniture.push(text);
  return 1;
}

/** A credit with the alternative text behind it, or a caption with the credit on the next line. */
function takePicture(header: Header, text: string, next: HeaderLine | undefined): number {
  const withAlt = readCreditAndAlt(text);
  if (withAlt) {
    const isCaption = next?.kind === "short" && countWords(next.text) >= STANDFIRST.words;
    takeImage(header, isCaption ? { ...withAlt, caption: next.text } : withAlt, text);
    return isCaption ? 2 : 1;
  }
  if (next?.kind !== "credit" || countWords(text) < STANDFIRST.words) return 0;
  takeImage(header, { caption: text, credit: creditOf(next) }, `${text} (${creditOf(next)})`);
  return 2;
}

/** The first line below the headline, if it says more than furniture does. */
function isStandfirst({ header, lines }: Reading, at: number, headline: number): boolean {
  const { text = "" } = lines[at] ?? {};
  if (header.standfirst !== undefined || headline === -1 || at < headline || text.length > MAX_STANDFIRST) return false;
  const between = lines.slice(headline + 1, at);
  const isPassed = ({ kind, text: other }: HeaderLine) =>
    kind === "furniture" || kind === "relative" || other === header.headline || header.furniture.includes(other);
  if (!between.every(isPassed)) return false;
  if (text === header.headline || areNames(text) || isAgency(text)) return false;
  const isLonger = text.length > (header.headline ?? "").length || text.length >= STANDFIRST.length;
  return countWords(text) >= STANDFIRST.words && (isLonger || hasFullStop(text));
}

function isBehindByline(lines: readonly HeaderLine[], at: number, headline: number): boolean {
  return lines
    .slice(headline + 1, at)
    .some(({ kind }) => ["byline", "times", "time", "pieces", "agency"].includes(kind));
}

/** A name without "By": where no byline names a person, beside a time, a post or an agency. */
function isWriter({ header, lines }: Reading, at: number): boolean {
  const { text = "" } = lines[at] ?? {};
  if (!areNames(text) || header.people.length > 0) return false;
  if (lines.some(({ kind, text: other }) => kind === "byline" && readByline(other).people.length > 0)) return false;
  const isBeside = (line: HeaderLine | undefined) =>
    line !== undefined &&
    (["times", "time", "relative", "agency", "byline", "pieces"].includes(line.kind) ||
      isPost(line.text) ||
      isPlaceAlone(line.text));
  return isBeside(nearest(lines, at, -1)) || isBeside(nearest(lines, at, 1)) || / (?:and|with|und|et|y|e) /.test(text);
}

/** "ISTANBUL", as some pages print the dateline. */
function isPlaceAlone(text: string): boolean {
  return (
    /^\p{Lu}[\p{Lu}'’.-]{2,20}(?: \p{Lu}[\p{Lu}'’.-]{1,20}){0,2}$/u.test(text) && !isSection(text) && !isFurniture(text)
  );
}

function nearest(lines: readonly HeaderLine[], at: number, step: 1 | -1): HeaderLine | undefined {
  for (let index = at + step; index >= 0 && index < lines.length; index += step)
    if (lines[index]?.kind !== "furniture") return lines[index];
  return undefined;
}

/** What a writer is, on the line below the name. */
function isPostOf(lines: readonly HeaderLine[], at: number): boolean {
  const { text = "" } = lines[at] ?? {};
  const above = lines[at - 1];
  return above !== undefined && isPost(text) && (above.kind === "byline" || areNames(above.text) || isPost(above.text));
}

function isPost(text: string): boolean {
  return (
    countWords(text) <= 8 &&
    (POST.test(text) ||
      PLACE_LINE.test(text) ||
      /^(?:\p{Lu}\S*\s){1,3}(?:News|Times|Post),?(?:\s\p{Lu}\S*){0,3}$/u.test(text) ||
      /\b(?:correspondent|editor|reporter|writer)\b/i.test(text))
  );
}
