import type { Paragraph } from "./paragraphs.ts";
import { readLabelAlone, readRelated, relatedLink } from "./related-label.ts";
import type { RelatedLink, WireBlock } from "./wire-copy.ts";

const MAX_TITLES = 8;
const MAX_TITLE = 160;

/** Tells related links from paragraphs, in the order of the text. */
export function readBody(paragraphs: readonly Paragraph[]): readonly WireBlock[] {
  const blocks: WireBlock[] = [];
  for (let at = 0; at < paragraphs.length; ) {
    const text = paragraphs[at]?.text ?? "";
    const related = readRelated(text);
    const listed = related ? [] : titlesBelowLabel(paragraphs, at);
    const [first] = listed;
    blocks.push(...(first ? listed : [related ?? { kind: "paragraph" as const, text }]));
    at += 1 + listed.length;
  }
  return blocks;
}

/**
 * The titles below a label on a line of its own: all lines up to an empty one, or the one line behind it. None where
 * text follows.
 */
function titlesBelowLabel(paragraphs: readonly Paragraph[], at: number): readonly RelatedLink[] {
  const label = readLabelAlone(paragraphs[at]?.text ?? "");
  if (label === undefined) return [];
  const below = paragraphs.slice(at + 1);
  const end = below.findIndex(
    ({ text, afterBlank }, index) =>
      (index > 0 && afterBlank) || isSentence(text) || readLabelAlone(text) !== undefined || readRelated(text),
  );
  const titles = below.slice(0, Math.min(MAX_TITLES, end === -1 ? below.length : end)).map(({ text }) => text);
  return titles.map((title) => relatedLink(label, title));
}

/** Headlines have no full stop, and are short. */
function isSentence(text: string): boolean {
  return /[.…。]["”’»]?$/.test(text) || text.length > MAX_TITLE;
}
