import { isAgency } from "../agencies.ts";
import { areNames, readByline } from "../byline.ts";
import { POST } from "../language/byline-words.ts";
import { isFurniture } from "../language/furniture-words.ts";
import type { Reading } from "./header-fields.ts";
import type { HeaderLine } from "./line-kind.ts";
import { isPersonName, isSection } from "./person-name.ts";
import { countWords, hasFullStop, widthOf } from "./sentence.ts";

/** What a short line of a header is, as the lines around it tell. */

const MAX_STANDFIRST = 400;
const STANDFIRST = { words: 4, length: 40, lateWords: 10 };
const PLACE_LINE = /^(?:in|aus|à|en|a|em)\s\p{Lu}[\p{L}\s,'’-]{1,40}$/u;

/** The first line below the headline, if it says more than furniture does. */
export function isStandfirst({ header, lines }: Reading, at: number, headline: number): boolean {
  const { text = "" } = lines[at] ?? {};
  if (header.standfirst !== undefined || headline === -1 || at < headline || text.length > MAX_STANDFIRST) return false;
  const between = lines.slice(headline + 1, at);
  const isPassed = ({ kind, text: other }: HeaderLine) =>
    kind === "furniture" || kind === "relative" || other === header.headline || header.furniture.includes(other);
  if (!between.every(isPassed)) return false;
  if (text === header.headline || areNames(text) || isAgency(text)) return false;
  if (isBareCredit(nearest(lines, at, 1)) && isFurnitureAlone(lines, headline + 1, at))
    return countWords(text) >= STANDFIRST.words - 1;
  const isLonger = text.length > (header.headline ?? "").length || widthOf(text) >= STANDFIRST.length;
  return countWords(text) >= STANDFIRST.words && (isLonger || hasFullStop(text));
}

/**
 * A summary below the byline, the time or the picture: many words, and a line of the header or the dateline behind it.
 */
export function isLateStandfirst({ header, lines }: Reading, at: number, headline: number, end: number): boolean {
  const { text = "", kind } = lines[at] ?? {};
  if (header.standfirst !== undefined || headline === -1 || at < headline || text.length > MAX_STANDFIRST) return false;
  if (text === header.headline || areNames(text) || isFurniture(text)) return false;
  if (kind === "short") return countWords(text) >= STANDFIRST.lateWords && !/[)\]:]$/.test(text);
  const isBeforeByline = lines.slice(at + 1, end).some((line) => line.kind === "byline" || line.kind === "times");
  return isBeforeByline && countWords(text) >= STANDFIRST.words;
}

/** Whether nothing but furniture stands between two lines. */
export function isFurnitureAlone(lines: readonly HeaderLine[], from: number, to: number): boolean {
  return lines.slice(from, to).every(({ kind }) => kind === "furniture");
}

/** NPR prints the credit above the buttons that hide it. */
export function isCreditByButtons(lines: readonly HeaderLine[], at: number): boolean {
  const { text = "" } = lines[at] ?? {};
  const button = lines.findIndex(({ text: other }, index) => index > at && /^(?:hide|toggle) caption$/i.test(other));
  return countWords(text) <= 8 && button !== -1 && isFurnitureAlone(lines, at + 1, button);
}

/** "© AGENCY" or "Credit: …" stands below a standfirst as often as below a caption. */
export function isBareCredit(line: HeaderLine | undefined): boolean {
  return line?.kind === "credit" && /^(?:©|ⓒ|\(c\)|credit)/i.test(line.text);
}

export function isBehindByline(lines: readonly HeaderLine[], at: number, headline: number): boolean {
  return lines
    .slice(headline + 1, at)
    .some(({ kind }) => ["byline", "times", "time", "pieces", "agency"].includes(kind));
}

/** A name without "By": where no byline names a person, beside a time, a post or an agency. */
export function isWriter({ header, lines }: Reading, at: number): boolean {
  const { text = "" } = lines[at] ?? {};
  if (!areNames(text)) return false;
  if (header.people.length > 0)
    return isPersonName(text) && !header.people.includes(text) && isWithPost(lines, at) && !hasByline(lines);
  if (
    /[,–—-]\s/.test(text) &&
    /\s/.test(text) &&
    text
      .split(/,\s|\s[–—-]\s/)
      .slice(1)
      .some((part) => isPost(part))
  )
    return true;
  if (hasByline(lines)) return false;
  const isBeside = (line: HeaderLine | undefined) =>
    line !== undefined &&
    (["times", "time", "relative", "agency", "byline", "pieces"].includes(line.kind) ||
      isPost(line.text) ||
      isPlaceAlone(line.text));
  const below = nearest(lines, at, 1);
  // A place in small letters may stand between the name and the time.
  const isOneWord = below?.kind === "short" && /^\p{Lu}\p{Ll}+$/u.test(below.text);
  return (
    isBeside(nearest(lines, at, -1)) ||
    isBeside(isOneWord ? nearest(lines, lines.indexOf(below), 1) : below) ||
    / (?:and|with|und|et|y|e) /.test(text)
  );
}

function hasByline(lines: readonly HeaderLine[]): boolean {
  return lines.some(({ kind, text }) => kind === "byline" && readByline(text).people.length > 0);
}

/** Whether a post or an address stands below a name. */
function isWithPost(lines: readonly HeaderLine[], at: number): boolean {
  const below = nearest(lines, at, 1)?.text ?? "";
  return isPost(below) || /^\S{1,64}@\S{2,100}$/.test(below);
}

/** "ISTANBUL", as some pages print the dateline. */
export function isPlaceAlone(text: string): boolean {
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
export function isPostOf(lines: readonly HeaderLine[], at: number): boolean {
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
