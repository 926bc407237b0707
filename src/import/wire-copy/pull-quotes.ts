import { type Attribution, readAttribution } from "./attribution.ts";
import { isPersonName } from "./header/person-name.ts";
import { isAllQuoted, quotedText, sentencesOf, wordsOf } from "./quoted-text.ts";
import type { PullQuote, WireBlock } from "./wire-copy.ts";

/**
 * How a pull quote was known: the text says it "again" as speech, or the line below has the "shape" of an attribution.
 */
export type Recognition = "again" | "shape";

/** A pull quote and how many blocks it takes the place of. */
type Found = { readonly quote: PullQuote; readonly recognition: Recognition; readonly length: number };

/** The text of each block, and what stands in it between quotation marks; both empty for what is no paragraph. */
type Reading = { readonly text: string; readonly words: string; readonly speech: string };

const SENTENCE_END = /[.?!…。！？]["”’»]?$/;
const LENGTH_IN_WORDS = { min: 5, max: 80 };

/**
 * Finds sentences set apart from the text. Copied as text, a pull quote is a paragraph like any other, and shows in two
 * ways: all its sentences are said again between quotation marks in another paragraph, or a line "Name, role" follows
 * that is no sentence.
 *
 * @param onFound hears of each, since all of them are guesses
 */
export function withPullQuotes(
  blocks: readonly WireBlock[],
  onFound: (quote: PullQuote, recognition: Recognition) => void,
): readonly WireBlock[] {
  const readings = blocks.map(readingOf);
  const speech = readings.map((reading) => reading.speech).join("\n");
  const result: WireBlock[] = [];
  for (let at = 0; at < blocks.length; ) {
    const found = saidAgain(readings, at, speech) ?? shapedAsQuote(readings, at);
    if (found) onFound(found.quote, found.recognition);
    result.push(...(found ? [found.quote] : blocks.slice(at, at + 1)));
    at += found?.length ?? 1;
  }
  return result;
}

function readingOf(block: WireBlock): Reading {
  const text = block.kind === "paragraph" ? block.text : "";
  return { text, words: wordsOf(text), speech: wordsOf(quotedText(text)) };
}

function saidAgain(readings: readonly Reading[], at: number, speech: string): Found | undefined {
  const paragraphs: string[] = [];
  for (
    let next = readings[at];
    next && isSaidElsewhere(next, readings, speech);
    next = readings[at + paragraphs.length]
  )
    paragraphs.push(next.text);
  const last = paragraphs.at(-1);
  if (last === undefined) return undefined;
  const attribution = readAttribution(readings[at + paragraphs.length]?.text ?? "");
  // A subheading may repeat some quoted words, but has no full stop; a speech may be quoted twice, but names nobody
  // below it.
  if (!attribution && (!SENTENCE_END.test(last) || isAllQuoted(last))) return undefined;
  const length = paragraphs.length + (attribution ? 1 : 0);
  return { quote: pullQuote(paragraphs, attribution), recognition: "again", length };
}

function shapedAsQuote(readings: readonly Reading[], at: number): Found | undefined {
  const [candidate, below] = [readings[at], readings[at + 1]];
  const attribution = readAttribution(below?.text ?? "");
  if (!candidate || !attribution) return undefined;
  if (!SENTENCE_END.test(candidate.text)) return withoutStop(candidate.text, attribution);
  if (countWords(candidate) > LENGTH_IN_WORDS.max) return undefined;
  const isPlain = quotedText(candidate.text) === "";
  if (!isPlain && !isAllQuoted(candidate.text)) return undefined;
  const others = readings.filter((_, index) => index !== at && index !== at + 1);
  const isSpeaker = attribution.role !== undefined && (!isPlain || isNamedIn(others, attribution.by));
  if (!attribution.hasDash && !isSpeaker) return undefined;
  return { quote: pullQuote([candidate.text], attribution), recognition: "shape", length: 2 };
}

/** Several sentences without the last full stop, above a name alone: no paragraph is written so. */
function withoutStop(text: string, attribution: Attribution): Found | undefined {
  const isQuote = /\p{L}[.!?]\s\p{Lu}/u.test(text) && isPersonName(attribution.by);
  return isQuote ? { quote: pullQuote([text], attribution), recognition: "shape", length: 2 } : undefined;
}

function pullQuote(paragraphs: readonly string[], attribution: Attribution | undefined): PullQuote {
  const { by, role } = attribution ?? {};
  return { kind: "pull-quote", paragraphs, ...(by && { by }), ...(role && { role }) };
}

/**
 * `speech` is that of all paragraphs, searched first: nearly every paragraph is said nowhere else, and an article may
 * be long.
 */
function isSaidElsewhere(reading: Reading, readings: readonly Reading[], speech: string): boolean {
  const { text } = reading;
  const count = countWords(reading);
  if (count < LENGTH_IN_WORDS.min || count > LENGTH_IN_WORDS.max) return false;
  if (quotedText(text) !== "" && !isAllQuoted(text)) return false;
  const sentences = sentencesOf(text).map(wordsOf);
  if (!sentences.every((sentence) => speech.includes(sentence))) return false;
  const others = readings.filter((other) => other !== reading);
  return sentences.every((sentence) => others.some((other) => other.speech.includes(sentence)));
}

function isNamedIn(readings: readonly Reading[], name: string): boolean {
  const capitalised = name.split(/\s+/).filter((word) => /^\p{Lu}\p{L}/u.test(word));
  return readings.some(({ words }) => capitalised.some((word) => words.includes(wordsOf(word))));
}

function countWords({ words }: Reading): number {
  return words.trim().split(" ").length;
}
