import { isAgency } from "../agencies.ts";
import { areNames, readByline } from "../byline.ts";
import { POST } from "../language/byline-words.ts";
import { isFurniture } from "../language/furniture-words.ts";
import type { Reading } from "./header-fields.ts";
import type { HeaderLine } from "./line-kind.ts";
import { isSection } from "./person-name.ts";
import { countWords, hasFullStop } from "./sentence.ts";

/** What a short line of a header is, as the lines around it tell. */

const MAX_STANDFIRST = 400;
const STANDFIRST = { words: 4, length: 40 };
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
  const isLonger = text.length > (header.headline ?? "").length || text.length >= STANDFIRST.length;
  return countWords(text) >= STANDFIRST.words && (isLonger || hasFullStop(text));
}

export function isBehindByline(lines: readonly HeaderLine[], at: number, headline: number): boolean {
  return lines
    .slice(headline + 1, at)
    .some(({ kind }) => ["byline", "times", "time", "pieces", "agency"].includes(kind));
}

/** A name without "By": where no byline names a person, beside a time, a post or an agency. */
export function isWriter({ header, lines }: Reading, at: number): boolean {
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
