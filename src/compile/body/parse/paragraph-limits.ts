import { parse, preprocess } from "micromark";
import type { BodyNote } from "../body-report.ts";

/** Brackets, runs of asterisks, underscores, tildes and backticks, and angle brackets. */
const MARK = /[[\]<]|\*+|_+|~+|`+/g;
/** The parser keeps an array of all lines of a paragraph, and inserts into it. */
const MAX_LINES = 5_000;
/** A long article has some hundreds of marks, and no paragraph of it has as many. */
const MAX_MARKS = 1_000;
/** The sum over all paragraphs of the squares of their marks, which the parser's time grows with. */
const MAX_SQUARES = 1_000_000;
const SQUARES_A_CHARACTER = 40;
/** Marks that open something which no mark closes. For each of them the parser reads to the end of the paragraph. */
const MAX_UNCLOSED = 100;

/** The parser asks at every punctuation mark of an address whether the address ends there. */
const MAX_ADDRESS_PUNCTUATION = 500;

/** A reference definition on a line of its own, which is not a part of the paragraph that follows. */
const DEFINITION = /^\[[^[\]\\\n]+\]:[ ]\S+(?:[ ]"[^"\n]*")?[ ]*\n/y;

export type ParserExtensions = NonNullable<NonNullable<Parameters<typeof parse>[0]>["extensions"]>;
type Token = ReturnType<ReturnType<ReturnType<typeof parse>["document"]>["write"]>[number][1];

/**
 * Finds a paragraph (or a heading, or a cell of a table) that the parser would take too long to read. The parser
 * compares marks with each other, so its time grows with the square of the marks of one paragraph: 100,000 brackets in
 * a row would take minutes. Returns what is wrong and in which line, or undefined.
 *
 * The blocks are read with the parser itself, which takes linear time, so that nothing else can be taken for a
 * paragraph and no paragraph for code.
 */
export function findCrowdedParagraph(source: string, extensions: ParserExtensions): BodyNote | undefined {
  if (marksIn(source) <= MAX_UNCLOSED && linesIn(source) <= MAX_LINES && !hasEndlessAddress(source)) return undefined;
  let squares = 0;
  for (const { line, text } of paragraphsOf(source, extensions)) {
    const lines = linesIn(text);
    if (lines > MAX_LINES)
      return {
        line,
        found: `a paragraph of ${lines} lines`,
        expected: `at most ${MAX_LINES}; an empty line divides it`,
      };
    const marks = marksIn(text);
    if (marks > MAX_MARKS)
      return {
        line,
        found: `a paragraph with ${marks} marks ([ ] < * _ ~ \`)`,
        expected: `at most ${MAX_MARKS} in one paragraph; an empty line divides it`,
      };
    if (hasEndlessAddress(text))
      return {
        line,
        found: "an address with hundreds of punctuation marks",
        expected: `at most ${MAX_ADDRESS_PUNCTUATION}`,
      };
    const unclosed = marks > MAX_UNCLOSED ? unclosedIn(text) : 0;
    if (unclosed > MAX_UNCLOSED)
      return {
        line,
        found: `a paragraph with ${unclosed} marks ([ < \`) that nothing closes`,
        expected: `at most ${MAX_UNCLOSED}; write \\[, \\< or \\\` if the sign itself is meant`,
      };
    squares += marks ** 2;
    if (squares > MAX_SQUARES + SQUARES_A_CHARACTER * source.length)
      return {
        line,
        found: `many paragraphs with hundreds of marks ([ ] < * _ ~ \`), this one with ${marks}`,
        expected: "shorter paragraphs, or fewer marks in each",
      };
  }
  return undefined;
}

function linesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}

function marksIn(text: string): number {
  let count = 0;
  for (const _ of text.matchAll(MARK)) count += 1;
  return count;
}

function hasEndlessAddress(text: string): boolean {
  for (const [address] of text.matchAll(/(?:https?:\/\/|www\.)[^\s<]*/gi))
    if (
      address.length > MAX_ADDRESS_PUNCTUATION &&
      address.replace(/[^!"'()*,.:;?_~\]&]/g, "").length > MAX_ADDRESS_PUNCTUATION
    )
      return true;
  return false;
}

/** The texts whose marks the parser reads together. Code and HTML are not among them. */
function* paragraphsOf(source: string, extensions: ParserExtensions): Generator<{ line: number; text: string }> {
  const document = parse({ extensions: [...extensions] }).document();
  const waiting = [document.write(preprocess()(source, undefined, true))];
  for (let events = waiting.pop(); events; events = waiting.pop())
    for (const [kind, token] of events) {
      // The tokens of a chain have one content, and the first of them stands for it.
      if (kind !== "enter" || token.contentType === undefined || token.previous !== undefined) continue;
      // Blocks are read already, by a tokenizer of their own.
      if (token.contentType === "flow") waiting.push(token._tokenizer?.events ?? []);
      else yield { line: token.start.line, text: withoutDefinitions(textOf(token, source)) };
    }
}

/** A paragraph of several lines is a chain of tokens, without the marks of quotations and lists between them. */
function textOf(first: Token, source: string): string {
  const parts: string[] = [];
  for (let token: Token | undefined = first; token; token = token.next)
    parts.push(source.slice(token.start.offset, token.end.offset));
  return parts.join("");
}

function withoutDefinitions(text: string): string {
  DEFINITION.lastIndex = 0;
  let end = 0;
  while (DEFINITION.test(text)) end = DEFINITION.lastIndex;
  return text.slice(end);
}

/** Counts what the parser would look for the end of in vain: tags, comments, code and the addresses of links. */
function unclosedIn(text: string): number {
  let count = text.match(/<(?=[a-z/!?])(?![^<>]*>)/gi)?.length ?? 0;
  for (const [open, close] of [
    ["<!--", "-->"],
    ["<?", "?>"],
    ["<![CDATA[", "]]>"],
  ] as const)
    count += text.slice(text.lastIndexOf(close) + 1).split(open).length - 1;
  for (const piece of text.split("](").slice(1)) if (!piece.includes(")")) count += 1;
  const later = new Set<number>();
  for (const { length } of (text.match(/`+/g) ?? []).reverse()) {
    if (!later.has(length)) count += 1;
    later.add(length);
  }
  return count;
}
