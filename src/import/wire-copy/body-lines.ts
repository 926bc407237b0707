import { isAgency, namesAgency } from "./agencies.ts";
import { readAttribution } from "./attribution.ts";
import { readCaption, readCreditLine, readLabelledCaption } from "./caption.ts";
import { findTime } from "./date-time.ts";
import { isPersonName } from "./header/person-name.ts";
import { isSentence } from "./header/sentence.ts";
import { END_MARK, isFurniture } from "./language/furniture-words.ts";
import type { Paragraph } from "./paragraphs.ts";
import { readLabelAlone, readRelated } from "./related-label.ts";
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
  /** A name alone right behind the last sentence, as some papers sign. */
  readonly writer?: string | undefined;
};

const ADDRESS_ALONE = /^https?:\/\/\S{3,300}$|^(?:e-?mail\s?[:：]?\s?)?[\w.+-]{1,64}@[\w.-]{2,100}$/i;
const SOURCE_BELOW =
  /^(?:source|agency|quelle|fuente|fonte|source de l'article|источник|المصدر|מקור|来源|來源|출처|出典)\s*[:：]\s*([^/]{2,40})(?:\/[a-z()]{2,12})?$/i;
const TAG_LABEL =
  /^(?:see more on|read more about|topics?|tags?|related topics?|explore more|filed under|themen|schlagworte|mots-clés|sujets|temas|etiquetas|tag|теги|темы|タグ|キーワード|标签|關鍵字|관련 ?키워드|태그)\s*:?$/i;
/** Who wrote with the writer, below the text. */
const CONTRIBUTORS =
  /^[([—–*\s]*(?:إعداد|تحرير|كتابة|כתיבה|עריכה)\s|^[([—–*\s]*(?:(?:additional |with )?(?:reporting|writing|compiled|edited|editing|written|reported|contributions?) (?:by|from)|with (?:files|inputs?|reporting|agencies)|mit (?:material|informationen)|avec|con (?:información|informazioni)|com informações)\b/i;
const MAX_BELOW = 4;
const SIGNATURE =
  /(?<=[.!?。"”])\s*(?:\((?<round>[^()]{2,20})\)|\/(?<slash>[^/]{2,20})\/?|\s(?<bare>[\p{Lu}\p{Lo}][\p{L}.]{1,12})(?<desk>(?:\s\p{Lu}{2,5}){0,4}))$/u;

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
  let writer: string | undefined;
  const last = paragraphs.findLastIndex(({ text: line }) => !isFurniture(line) && !ADDRESS_ALONE.test(line));
  const tail = tailStart(paragraphs);
  const isBelow = (at: number, word: string) => paragraphs[at - 1]?.text.toLowerCase().startsWith(word) ?? false;
  for (let at = 0; at < paragraphs.length; at += 1) {
    const paragraph = paragraphs[at];
    const line = paragraph?.text ?? "";
    if (!paragraph) continue;
    const read = readTimesLine(line, order);
    const box = at > 0 && (isBelow(at, "newsletter") ? boxLength(paragraphs, at) : 0);
    if (box) {
      furniture.push(...paragraphs.slice(at, at + box).map(({ text: each }) => each));
      at += box - 1;
    } else if (read) {
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
    else if (at === tail && isSigned(paragraphs.slice(at))) writer = line;
    else if (at >= tail && !CONTRIBUTORS.test(line)) furniture.push(line);
    else if (readLabelledCaption(line) === "" && paragraphs[at + 1] && at + 1 < tail) {
      while (at + 2 < tail && isFurniture(paragraphs[at + 1]?.text ?? "")) {
        at += 1;
        furniture.push(paragraphs[at]?.text ?? "");
      }
      images.push({ caption: paragraphs[at + 1]?.text ?? "" });
      at += 1;
    } else {
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
    ...(writer !== undefined && { writer }),
    ...((agency ?? source) !== undefined && { agency: agency ?? source }),
  };
}

/**
 * Where the page goes on behind the last sentence: short lines that are no sentence, no related link and no name below
 * a quote. The length of the list if the text has fewer than two sentences.
 */
function tailStart(paragraphs: readonly Paragraph[]): number {
  const isText = ({ text }: Paragraph) => isSentence(text) || hasSignature(text);
  const last = paragraphs.findLastIndex((paragraph) => isText(paragraph) && !isFurniture(paragraph.text));
  if (paragraphs.slice(0, last + 1).filter(isText).length < 2) return paragraphs.length;
  const behind = paragraphs.slice(last + 1);
  const isOfQuote = (text: string | undefined) => text !== undefined && readAttribution(text) !== undefined;
  const quoted = isOfQuote(behind[0]?.text) && /[”"»」]$/.test(paragraphs[last]?.text ?? "") ? 1 : 0;
  const label = behind.findLastIndex(({ text }) => readLabelAlone(text) !== undefined || readRelated(text));
  if (label === -1) return last + 1 + quoted;
  const blank = behind.findIndex(({ afterBlank }, index) => index > label + 1 && afterBlank);
  return blank === -1 ? paragraphs.length : last + 1 + blank;
}

/** Whether the first of the lines is a name in letters with case, and the next one, if there is one, is furniture. */
function isSigned([first, second]: readonly Paragraph[]): boolean {
  const name = first?.text ?? "";
  const isName = /^\p{Lu}\p{Ll}+(?:\s\p{Lu}[\p{L}’'-]+){1,2}$/u.test(name) && isPersonName(name);
  return isName && (second === undefined || isFurniture(second.text));
}

/** How many short lines follow, if a sentence comes behind them and they are two at least. */
function boxLength(paragraphs: readonly Paragraph[], at: number): number {
  const end = paragraphs.slice(at, at + MAX_BELOW + 1).findIndex(({ text }) => isSentence(text));
  return end > 1 ? end : 0;
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
  const isOfPhoto =
    /^(?:file )?(?:photo|picture|image|foto)s?\b/i.test(line) && namesAgency(caption?.image.credit ?? "");
  return caption?.isCertain && (isOfPhoto || /\/|photo|getty|foto|写真|사진|摄/i.test(caption.image.credit ?? ""))
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
  const desk = signature.groups?.desk?.trim();
  const ending = text.slice(0, text.length - signature[0].length);
  return { ending, agency: name, ...(desk && { mark: desk }) };
}
