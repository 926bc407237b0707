import { isAgency } from "./agencies.ts";
import { isByline, readByline } from "./byline.ts";
import { type Caption, readCaption } from "./caption.ts";
import { readDateTime } from "./date-time.ts";
import { readDateline } from "./dateline.ts";
import { type PrintedTime, readTimesLine } from "./times-line.ts";
import type { CaptionedImage } from "./wire-copy.ts";

/**
 * Everything above the text, in whatever order the page has it. `unplaced`: pieces of its lines that no field takes.
 */
export type Header = {
  headline?: string;
  standfirst?: string;
  readonly people: string[];
  readonly agencies: string[];
  readonly times: PrintedTime[];
  image?: CaptionedImage;
  readonly unplaced: string[];
};

/**
 * How far below a caption the dateline may be, or below a byline the other one that makes it a headline, in paragraphs.
 */
const NEAR = 2;
const MAX_STANDFIRST = 400;
const BAR = /(?<!\s)\s*[|•·]\s*/;

/** Whether a line can only be what it is, and never the wrapped half of another. */
export function isHeaderLine(line: string): boolean {
  return readTimesLine(line) !== undefined || isByline(line) || isBylineWithTimes(line);
}

/** "By Jane Doe | Published: …" */
function isBylineWithTimes(line: string): boolean {
  const [first = "", ...others] = line.split(BAR);
  return isByline(first) && others.some((piece) => readTimesLine(piece) !== undefined);
}

/** Reads paragraphs from the top for as long as they belong to the header; `length` of them do. */
export function readHeader(paragraphs: readonly string[]): { readonly header: Header; readonly length: number } {
  const header: Header = { people: [], agencies: [], times: [], unplaced: [] };
  let at = 0;
  while (at < paragraphs.length && takes(header, paragraphs, at)) at += 1;
  return { header, length: at };
}

/** Puts one paragraph into the header; false where the text begins. */
function takes(header: Header, paragraphs: readonly string[], at: number): boolean {
  const text = paragraphs[at] ?? "";
  if (readTimesLine(text)) return takeTimes(header, text);
  if (isBylineWithTimes(text)) return text.split(BAR).every((piece) => takePiece(header, piece));
  if (header.headline === undefined && !isBylineAbove(paragraphs, at)) {
    header.headline = text;
    return true;
  }
  if (takesLine(header, text)) return true;
  const below = paragraphs.slice(at + 1, at + 1 + NEAR);
  if (readDateline(text) || below.length === 0) return false;
  const caption = readCaption(text);
  if (caption && (caption.isCertain || below.some(readDateline))) return takeCaption(header, caption, text);
  const goesOn = below.slice(0, 1).some(isHeaderLine) && paragraphs.slice(at + 1).some((line) => !isHeaderLine(line));
  if (header.standfirst !== undefined || text.length > MAX_STANDFIRST || !goesOn) return false;
  header.standfirst = text;
  return true;
}

/** An article has one lead picture: the captions of others have no field. */
function takeCaption(header: Header, { image }: Caption, text: string): boolean {
  if (header.image) header.unplaced.push(text);
  else header.image = image;
  return true;
}

/** A line that is a byline, the name of an agency alone, or a time without a label. */
function takesLine(header: Header, text: string): boolean {
  if (isByline(text)) return takeByline(header, text);
  if (isAgency(text)) return header.agencies.push(text) > 0;
  if (!readDateTime(text)) return false;
  return header.times.push({ isUpdate: false, label: "", text }) > 0;
}

function takePiece(header: Header, piece: string): boolean {
  if (readTimesLine(piece)) return takeTimes(header, piece);
  return takesLine(header, piece) || header.unplaced.push(piece) > 0;
}

function takeTimes(header: Header, text: string): boolean {
  const read = readTimesLine(text);
  header.times.push(...(read?.times ?? []));
  for (const other of read?.others ?? []) takePiece(header, other);
  return read !== undefined;
}

function takeByline(header: Header, text: string): boolean {
  const { people, agencies, unplaced } = readByline(text);
  header.people.push(...people);
  header.agencies.push(...agencies);
  header.unplaced.push(...unplaced);
  return true;
}

/** Some pages print the byline first; but a first line "By …" with another below it is a headline. */
function isBylineAbove(paragraphs: readonly string[], at: number): boolean {
  return isByline(paragraphs[at] ?? "") && !paragraphs.slice(at + 1, at + 2 + NEAR).some(isByline);
}
