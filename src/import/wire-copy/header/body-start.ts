import type { HeaderLine, LineKind } from "./line-kind.ts";

/** Kinds of lines that stand before the text only: the header continues behind them. */
const STRONG: ReadonlySet<LineKind> = new Set(["times", "time", "byline", "agency", "pieces", "label", "relative"]);
const BEFORE_TEXT: ReadonlySet<LineKind> = new Set(["byline", "times", "time", "pieces"]);
const OF_PICTURE: ReadonlySet<LineKind> = new Set(["credit", "caption label"]);
const MAX = { lines: 60, sentencesBefore: 3, standfirst: 400, ahead: 8 };

/**
 * Where the text begins: at the dateline; or else at the first sentence behind which no line of the header comes before
 * the next sentence. The length of the list if there is no text.
 */
export function bodyStart(lines: readonly HeaderLine[]): number {
  const header = lines.slice(0, MAX.lines);
  const sentences = header.flatMap(({ kind }, index) => (kind === "sentence" || kind === "dateline" ? [index] : []));
  const dateline = header.findIndex(({ kind }) => kind === "dateline");
  const before = sentences.filter((index) => index < dateline).length;
  if (dateline !== -1 && before <= MAX.sentencesBefore && !isTextBefore(header, sentences, dateline)) return dateline;
  for (const [order, at] of sentences.entries()) {
    const next = sentences[order + 1] ?? header.length;
    if (!isOfHeader(header, at, next)) return at;
  }
  return withoutSentences(lines);
}

/** Three sentences in a row before a place in capitals are a text, and the place begins another part of it. */
function isTextBefore(header: readonly HeaderLine[], sentences: readonly number[], dateline: number): boolean {
  const last = sentences.filter((index) => index < dateline);
  const strong = header.findLastIndex(({ kind }, index) => index < dateline && STRONG.has(kind));
  return last.filter((index) => index > strong).length > 2;
}

/** Whether a sentence is a standfirst or a caption, as the lines behind it tell. */
function isOfHeader(header: readonly HeaderLine[], at: number, next: number): boolean {
  const sentence = header[at];
  const below = header.slice(at + 1, next);
  if (!sentence || sentence.text.length > MAX.standfirst || next >= header.length) {
    // Times may stand below the text; only a text of some kind behind them makes a header of what is above.
    return (
      below.some(({ kind }) => STRONG.has(kind)) &&
      below.some(({ kind }) => kind === "short") &&
      isShortText(header, at)
    );
  }
  const first = below.findIndex(({ kind }) => kind !== "furniture");
  const nearest = below[first]?.kind;
  if (nearest !== undefined && OF_PICTURE.has(nearest)) return true;
  if (header[at - 1]?.kind === "caption label") return true;
  // A sentence right below the headline, with a picture and its caption before the next one.
  const shown = below.filter(({ kind }) => kind !== "furniture").map(({ kind }) => kind);
  const isBelowHeadline =
    header.slice(0, at).findLast(({ kind }) => kind !== "furniture")?.kind === "short" &&
    header.slice(0, at).some(({ kind }) => BEFORE_TEXT.has(kind));
  if (isBelowHeadline && shown[0] === "short" && shown[1] !== undefined && OF_PICTURE.has(shown[1])) return true;
  // A headline that asks, and a standfirst of several sentences, stand above the byline and the time.
  const far = header.slice(at + 1, at + 1 + MAX.ahead);
  const nearby = far.findIndex(({ kind }) => BEFORE_TEXT.has(kind));
  const isFirst = !header.slice(0, at).some(({ kind }) => BEFORE_TEXT.has(kind));
  if (
    isFirst &&
    nearby !== -1 &&
    far.slice(0, nearby).filter(({ kind }) => kind === "sentence").length < MAX.sentencesBefore
  )
    return true;
  const had = (kinds: readonly LineKind[]) => header.slice(0, at).some(({ kind }) => kinds.includes(kind));
  const isNew = ({ kind }: HeaderLine) => {
    if (!STRONG.has(kind)) return false;
    if (kind === "agency") return !had(["byline", "agency", "times", "time"]);
    if (kind === "byline" || kind === "pieces") return true;
    return !had(["times", "time", "pieces", "relative"]);
  };
  return below.some(isNew);
}

function isShortText(header: readonly HeaderLine[], at: number): boolean {
  const last = header.findLastIndex(({ kind }) => STRONG.has(kind));
  return header.slice(Math.max(at, last) + 1).some(({ kind }) => kind === "short");
}

/** A text of lines without full stops begins behind the last line of the header, and behind the headline. */
function withoutSentences(lines: readonly HeaderLine[]): number {
  const isShort = ({ kind }: HeaderLine) => kind === "short" || kind === "sentence";
  const headline = lines.findIndex(isShort);
  if (headline === -1) return lines.length;
  const strong = lines.findLastIndex(({ kind }, index) => index < MAX.lines && kind !== "short" && kind !== "related");
  const from = Math.max(headline, lines.slice(strong + 1).some(isShort) ? strong : headline) + 1;
  const start = lines.findIndex((line, index) => index >= from && (isShort(line) || line.kind === "related"));
  return start === -1 ? lines.length : start;
}
