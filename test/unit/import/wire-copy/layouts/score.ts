import { findTime } from "../../../../../src/import/wire-copy/date-time.ts";
import { type ParsedWireCopy, parseWireCopy } from "../../../../../src/import/wire-copy/parse-wire-copy.ts";
import { toMarkdown } from "../../../../../src/import/wire-copy/to-markdown.ts";
import { partsOf, textOf as textOfNode } from "../words.ts";
import { type Expectation, linesOf, textOf } from "./expected.ts";

/**
 * How much of a copy was read right. `right` of `elements` are as expected; `missing` are absent or otherwise;
 * `invented` are values where there should be none or another. `lost` are lines with words that are in no field and in
 * no report.
 */
export type Score = {
  readonly elements: number;
  readonly right: number;
  readonly missing: readonly string[];
  readonly invented: readonly string[];
  readonly lost: readonly string[];
};

const FAILED = (elements: number, why: string): Score => ({
  elements,
  right: 0,
  missing: [why],
  invented: [],
  lost: [],
});

/** Reads a text and compares it with what a person reads in it. */
export function scoreOf(text: string, expected: Expectation, source = text): Score {
  const lines = linesOf(source);
  const want = wanted(expected, lines);
  const parsed = parseWireCopy(text, { zone: expected.zone ?? "UTC", published: expected.published_option });
  if (!parsed.ok) return FAILED(want.length, JSON.stringify(parsed.error));
  const have = given(parsed.value);
  const missing = want.filter(([name, value]) => !have.some((each) => each[0] === name && each[1] === value));
  const invented = have.filter(([name, value]) => !want.some((each) => each[0] === name && each[1] === value));
  return {
    elements: want.length,
    right: want.length - missing.length,
    missing: missing.map(([name, value]) => `${name}: ${value}`),
    invented: invented.map(([name, value]) => `${name}: ${value}`),
    lost: lostIn(text, parsed.value),
  };
}

type Element = readonly [name: string, value: string];

/** The elements of an expectation, each once. The order of the text is an element of its own. */
function wanted(expected: Expectation, lines: readonly string[]): readonly Element[] {
  const of = (part: Expectation["caption"]) => part && textOf(part, lines);
  const paragraphs = expected.paragraphs.map((part) => textOf(part, lines));
  return present([
    ["headline", of(expected.headline)],
    ["standfirst", of(expected.standfirst)],
    ["byline", expected.byline.join("; ") || undefined],
    ["agency", expected.agency],
    ["dateline", expected.dateline],
    ["published", expected.published],
    ["updated", expected.updated],
    ["caption", of(expected.caption)],
    ["credit", of(expected.credit)],
    ...expected.quotes.map(({ text, by, role }): [string, string] => [
      "quote",
      [text.map((part) => textOf(part, lines)).join(" "), by, role].filter((each) => each !== undefined).join(" — "),
    ]),
    ...expected.related.map(({ label, title }): [string, string] => ["related", `${label}: ${textOf(title, lines)}`]),
    ...paragraphs.map((paragraph): [string, string] => ["paragraph", paragraph]),
    ["order", orderOf(paragraphs)],
  ]);
}

function given({ copy }: ParsedWireCopy): readonly Element[] {
  const paragraphs = copy.body.flatMap((block) => (block.kind === "paragraph" ? [block.text] : []));
  return present([
    ["headline", copy.headline],
    ["standfirst", copy.standfirst],
    ["byline", copy.byline.join("; ") || undefined],
    ["agency", copy.agency],
    ["dateline", copy.dateline],
    ["published", copy.published],
    ["updated", copy.updated],
    ["caption", copy.image?.caption],
    ["credit", copy.image?.credit],
    ...copy.body.flatMap((block): [string, string][] => {
      if (block.kind === "related") return [["related", `${block.label}: ${block.title}`]];
      if (block.kind === "pull-quote")
        return [["quote", [block.paragraphs.join(" "), block.by, block.role].filter((each) => each).join(" — ")]];
      return [["paragraph", block.text]];
    }),
    ["order", orderOf(paragraphs)],
  ]);
}

function present(elements: readonly (readonly [string, string | undefined])[]): readonly Element[] {
  return elements.flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value.replace(/\s+/g, " ")] as const],
  );
}

/** Paragraphs by their beginnings, so that one wrong paragraph is not counted twice. */
function orderOf(paragraphs: readonly string[]): string {
  return paragraphs.map((paragraph) => paragraph.slice(-8)).join("|");
}

/** Words that label a value, and are no part of it. */
const LABELS =
  /^(?:by|and|with|source|quelle|фото|role|صدر|الصورة|التعليق|على|fuente|fonte|image|pics?|photo|photograph|picture|credit|foto|caption|published|updated?|posted|first|last|modified|on|at|von|und|par|et|por|y|di|e|com|avec|mit|text|words|written|story|author|autor|автор|i|и|بقلم|כתב|מאת|写真|courtesy|of|来源|צילום|文|作者|记者|記者|電|电|讯|기자|사진|読む)$/iu;

/** The lines of a text with a word that is neither in the file nor in the report. */
function lostIn(text: string, parsed: ParsedWireCopy): readonly string[] {
  const { fields, body, comment } = partsOf(
    toMarkdown(parsed.copy, { id: "tag:example.org,2026-01-01:articles/7f3k9q2m" }),
  );
  const strings = (value: unknown): readonly string[] =>
    typeof value === "string"
      ? [value]
      : typeof value === "object" && value !== null
        ? Object.values(value).flatMap(strings)
        : [];
  const kept = new Set(
    wordsIn([...strings(fields), ...body.map(textOfNode), comment, ...parsed.furniture, ...parsed.missing].join("\n")),
  );
  return linesOf(text).filter((line) => {
    // A line that is a time is read as one, which the times of the score compare.
    const isTime = (piece: string) =>
      piece.length < 120 && !/\p{L}{3}[.。]$/u.test(piece) && findTime(piece, "day first") !== undefined;
    const others = isTime(line) ? [] : line.split(/ [|·•] /).filter((piece) => !isTime(piece));
    return wordsIn(others.join(" ")).some((word) => !kept.has(word) && !LABELS.test(word) && !isInside(word, kept));
  });
}

/** Scripts without spaces have labels and values in one run of letters. */
function isInside(word: string, kept: ReadonlySet<string>): boolean {
  return /[\u3000-\u9FFF\uAC00-\uD7AF]/.test(word) && [...kept].some((other) => word.includes(other));
}

function wordsIn(text: string): readonly string[] {
  return text.normalize("NFC").match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** A line of the table of scores for each copy that is not read right, and a summary. */
export function tableOf(scores: readonly (readonly [name: string, score: Score])[]): string {
  const sum = (of: (score: Score) => number) => scores.reduce((total, [, score]) => total + of(score), 0);
  const [elements, right] = [sum((score) => score.elements), sum((score) => score.right)];
  const rows = scores
    .filter(([, score]) => score.missing.length + score.invented.length + score.lost.length > 0)
    .map(([name, { elements: all, right: good, missing, invented, lost }]) =>
      [
        `${name}: ${good}/${all}`,
        ...missing.map((each) => `    missing  ${each.slice(0, 110)}`),
        ...invented.map((each) => `    invented ${each.slice(0, 110)}`),
        ...lost.map((each) => `    lost     ${each.slice(0, 110)}`),
      ].join("\n"),
    );
  const percent = elements === 0 ? 0 : (100 * right) / elements;
  const summary = `${scores.length} copies, ${right} of ${elements} elements right (${percent.toFixed(1)} %), ${sum(({ invented }) => invented.length)} invented, ${sum(({ lost }) => lost.length)} lines lost`;
  return [...rows, summary].join("\n");
}
