import { isAgency } from "./agencies.ts";
import { readCaption, readCreditLine, readLabelledCaption } from "./caption.ts";
import { findTime } from "./date-time.ts";
import { isSentence } from "./header/sentence.ts";
import { END_MARK, isFurniture } from "./language/furniture-words.ts";
import type { Paragraph } from "./paragraphs.ts";
import { readLabelAlone } from "./related-label.ts";
import { isTimeLabelAlone, type PrintedTime, readTimesLine } from "./times-line.ts";
import type { CaptionedImage } from "./wire-copy.ts";
import type { DateOrder } from "./written-date.ts";

/**
 * The paragraphs of the text, without what stands among and behind them: times, furniture, captions of pictures,
 * addresses of writers, and the name of the agency behind the last sentence.
 */
export type BodyLines = {
  readonly text: readonly Paragraph[];
  readonly times: readonly PrintedTime[];
  readonly relative: readonly PrintedTime[];
  readonly images: readonly CaptionedImage[];
  readonly unplaced: readonly string[];
  readonly furniture: readonly string[];
  readonly agency?: string | undefined;
};

const ADDRESS_ALONE = /^https?:\/\/\S{3,300}$|^(?:e-?mail\s?[:：]?\s?)?[\w.+-]{1,64}@[\w.-]{2,100}$/i;
const SOURCE_BELOW =
  /^(?:source|agency|quelle|fuente|fonte|source de l'article|来源|來源|출처)\s*[:：]\s*([^/]{2,40})(?:\/[a-z()]{2,12})?$/i;
const TAG_LABEL =
  /^(?:see more on|read more about|topics?|tags?|related topics?|explore more|filed under|themen|schlagworte|mots-clés|sujets|temas|etiquetas|tag|теги|темы|タグ|キーワード|标签|關鍵字|관련 ?키워드|태그)\s*:?$/i;
const MAX_BELOW = 4;
const SIGNATURE =
  /(?<=[.!?。"”])\s*(?:\((?<round>[^()]{2,20})\)|\/(?<slash>[^/]{2,20})\/?|\s(?<bare>[\p{Lu}\p{Lo}][\p{L}.]{1,12}))$/u;

/**
 * Takes the paragraphs below the header apart.
 *
 * @param above the headline and furniture of the header, which pages say again
 */
export function readBodyLines(
  paragraphs: readonly Paragraph[],
  above: readonly string[],
  order: DateOrder | undefined,
): BodyLines {
  const text: Paragraph[] = [];
  const times: PrintedTime[] = [];
  const relative: PrintedTime[] = [];
  const images: CaptionedImage[] = [];
  const unplaced: string[] = [];
  const furniture: string[] = [];
  let source: string | undefined;
  const last = paragraphs.findLastIndex(({ text: line }) => !isFurniture(line) && !ADDRESS_ALONE.test(line));
  for (let at = 0; at < paragraphs.length; at += 1) {
    const paragraph = paragraphs[at];
    const line = paragraph?.text ?? "";
    if (!paragraph) continue;
    const read = readTimesLine(line, order);
    if (read) {
      times.push(...read.times);
      relative.push(...read.relative);
      for (const other of read.others) (isFurniture(other) ? furniture : unplaced).push(other);
    } else if (ADDRESS_ALONE.test(line)) unplaced.push(line);
    else if (sourceOf(line, paragraphs.length - at) !== undefined) {
      source = sourceOf(line, paragraphs.length - at);
      furniture.push(line);
    } else if (isTimeBelow(line, paragraphs.length - at, order)) times.push({ isUpdate: false, label: "", text: line });
    else if (isTag(line, paragraphs[at - 1]?.text ?? "", furniture) || isLabelWithoutTitles(line, at, paragraphs))
      furniture.push(line);
    else if (isFurniture(line) || isTimeLabelAlone(line) || above.includes(line)) furniture.push(line);
    else {
      const image = at === last ? undefined : pictureAt(line);
      if (image) images.push(image);
      else text.push(paragraph);
    }
  }
  const lastSentence = text.findLastIndex((paragraph) => isSentence(paragraph.text) || hasSignature(paragraph.text));
  const { ending, agency, mark } = readEnd(text[lastSentence]?.text ?? "");
  if (mark !== undefined) furniture.push(mark);
  return {
    text: text.map((paragraph, index) => (index === lastSentence ? { ...paragraph, text: ending } : paragraph)),
    ...{ times, relative, images, unplaced, furniture },
    ...((agency ?? source) !== undefined && { agency: agency ?? source }),
  };
}

/** "Source: AFP/af" below the text, with the signs of the desk. */
function sourceOf(line: string, left: number): string | undefined {
  if (left <= MAX_BELOW && isAgency(line)) return line;
  const name = SOURCE_BELOW.exec(line)?.[1]?.trim();
  return name !== undefined && isAgency(name) ? name : undefined;
}

/** "#harbour", and the names of sections below "See more on". */
function isTag(line: string, above: string, furniture: readonly string[]): boolean {
  if (/^#[\p{L}\p{N}_]{2,40}$/u.test(line) || TAG_LABEL.test(line)) return true;
  return (
    line.split(" ").length <= 3 && !isSentence(line) && furniture.at(-1) === above && isBelowTags(above, furniture)
  );
}

function isBelowTags(above: string, furniture: readonly string[]): boolean {
  return TAG_LABEL.test(above) || (furniture.some((line) => TAG_LABEL.test(line)) && above.split(" ").length <= 3);
}

function isLabelWithoutTitles(line: string, at: number, paragraphs: readonly Paragraph[]): boolean {
  return readLabelAlone(line) !== undefined && at === paragraphs.length - 1;
}

/** Some pages say below the text when the agency sent it. */
function isTimeBelow(line: string, left: number, order: DateOrder | undefined): boolean {
  const found = left <= MAX_BELOW && line.length < 60 ? findTime(line, order) : undefined;
  return found !== undefined && !found.isDay && found.words.split(" ").length <= 2;
}

/** A caption among the paragraphs needs a credit that can be nothing else. */
function pictureAt(line: string): CaptionedImage | undefined {
  const credit = readCreditLine(line);
  if (credit !== undefined) return { credit };
  const labelled = readLabelledCaption(line);
  if (labelled) return { caption: labelled };
  const caption = readCaption(line);
  return caption?.isCertain && /\/|photo|getty|foto|写真|사진|摄/i.test(caption.image.credit ?? "")
    ? caption.image
    : undefined;
}

function hasSignature(text: string): boolean {
  return readEnd(text).ending !== text;
}

/** What agencies put behind the last sentence: a mark of the end, or their name. */
function readEnd(text: string): { readonly ending: string; readonly agency?: string; readonly mark?: string } {
  const mark = END_MARK.exec(text);
  if (mark) return { ending: text.slice(0, mark.index), mark: mark[0].trim() };
  const signature = SIGNATURE.exec(text.slice(-40));
  const name = signature?.groups?.round ?? signature?.groups?.slash ?? signature?.groups?.bare;
  if (!signature || name === undefined || !isAgency(name)) return { ending: text };
  return { ending: text.slice(0, text.length - signature[0].length), agency: name };
}
