import { isBlockTag } from "./block-elements.ts";
import { markupPieces } from "./markup-pieces.ts";

const BREAK = "<br />";

/** Before these tags, a break shows nothing. WordPress compares the beginning of the name only. */
const NO_BREAK_BEFORE = /^<\/?(?:p|li|div|dl|dd|dt|th|pre|td|ul|ol)[^>]*>$/;

/** Turns each line feed of the text into a break, except beside blocks and in scripts, styles and drawings. */
export function breakLines(html: string): string {
  const out: string[] = [];
  /** Whether the last sign is the tag of a block, after which one break shows nothing. */
  let isAfterBlock = false;
  /** The place of the last break in `out`, if only white space follows it. */
  let lastBreak: number | undefined;
  /** Whether a break is the last thing, even one that shows nothing. A line feed right after it is no second break. */
  let isAtBreak = false;
  const addBreak = (): void => {
    isAtBreak = true;
    if (isAfterBlock) {
      isAfterBlock = false;
      return;
    }
    lastBreak = out.push(BREAK) - 1;
  };
  const addSpace = (space: string): void => {
    const end = space.lastIndexOf("\n");
    if (end > 0 || (end === 0 && !isAtBreak)) {
      if (isAtBreak) out.push(space.slice(0, 1));
      addBreak();
      out.push(space.slice(end));
    } else out.push(space);
    isAtBreak = false;
  };
  const addSign = (sign: string): void => {
    out.push(sign);
    isAfterBlock = false;
    isAtBreak = false;
    lastBreak = undefined;
  };
  const addTag = (tag: string): void => {
    if (tag === "<br>" || tag === "<br/>" || tag === BREAK) {
      addBreak();
      return;
    }
    if (lastBreak !== undefined && NO_BREAK_BEFORE.test(tag)) out[lastBreak] = "";
    addSign(tag);
    isAfterBlock = isBlockTag(tag);
  };
  for (const { isVerbatim, text } of verbatimParts(html)) {
    if (isVerbatim) {
      addSign(text);
      isAfterBlock = isBlockTag(text.slice(text.lastIndexOf("<")));
    } else
      for (const piece of markupPieces(text)) {
        if (piece.isMarkup) addTag(piece.text);
        else
          for (const [index, part] of piece.text.split(/([ \t\n\v\f\r]+)/).entries())
            if (index % 2 === 1) addSpace(part);
            else if (part !== "") addSign(part);
      }
  }
  return out.join("");
}

/** Divides HTML into elements whose line feeds are kept, and the rest. An element without an end is no element. */
function verbatimParts(html: string): readonly { readonly isVerbatim: boolean; readonly text: string }[] {
  const parts: { isVerbatim: boolean; text: string }[] = [];
  const open = /<(script|style|svg)/g;
  const unclosed = new Set<string>();
  let end = 0;
  for (let start = open.exec(html); start; start = open.exec(html)) {
    const [, name = ""] = start;
    const close = unclosed.has(name) ? -1 : html.indexOf(`</${name}>`, open.lastIndex);
    if (close === -1) {
      unclosed.add(name);
      continue;
    }
    parts.push({ isVerbatim: false, text: html.slice(end, start.index) });
    end = close + name.length + 3;
    parts.push({ isVerbatim: true, text: html.slice(start.index, end) });
    open.lastIndex = end;
  }
  return [...parts, { isVerbatim: false, text: html.slice(end) }];
}
