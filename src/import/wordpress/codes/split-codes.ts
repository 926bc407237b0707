import { markupPieces } from "../text/markup-pieces.ts";
import { CORE_CODES } from "./plugin-codes.ts";

/**
 * A short code in a text. `attributes` is the source behind its name. `content` is what stands between it and its
 * closing code, and undefined if there is none. `isInCode` is true inside of `<pre>` and `<code>`.
 */
export type ShortCode = {
  readonly name: string;
  readonly attributes: string;
  readonly content: string | undefined;
  readonly source: string;
  readonly isInCode: boolean;
};

/**
 * Something in brackets that may be a short code. `isClosed`: a closing code follows. `isIndex`: a name or a bracket is
 * right before it, as in `list[index]`.
 */
export type CodeCandidate = Pick<ShortCode, "name" | "attributes" | "isInCode"> & {
  readonly isClosed: boolean;
  readonly isIndex: boolean;
};

const CODE = /\[(\[?)([\p{L}_][\p{L}\p{N}_-]*)(?![\p{L}\p{N}_-])((?:[\s/][^[\]]*)?|=[^[\]]*)\](\]?)/uy;
const CLOSING = /\[\/([\p{L}_][\p{L}\p{N}_-]*)\]/gu;

/**
 * Divides HTML into its short codes and what stands between them. Tags are not searched. `[[code]]` and
 * `[[code]…[/code]]` are text with one pair of brackets less. It takes linear time.
 */
export function splitCodes(
  html: string,
  isCode: (candidate: CodeCandidate) => boolean,
): readonly (string | ShortCode)[] {
  if (!html.includes("[")) return [html];
  const closings = closingsIn(html);
  const parts: (string | ShortCode)[] = [];
  let textStart = 0;
  let codeDepth = 0;
  let at = 0;
  const take = (end: number, part: string | ShortCode, start: number): void => {
    if (start > textStart) parts.push(html.slice(textStart, start));
    parts.push(part);
    textStart = end;
    at = end;
  };
  let pieceStart = 0;
  for (const { isMarkup, text } of markupPieces(html)) {
    const pieceEnd = pieceStart + text.length;
    if (isMarkup && /^<(?:pre|code|kbd|samp|tt)\b/i.test(text)) codeDepth += 1;
    if (isMarkup && /^<\/(?:pre|code|kbd|samp|tt)\b/i.test(text)) codeDepth = Math.max(0, codeDepth - 1);
    at = Math.max(at, pieceStart);
    while (!isMarkup && at < pieceEnd) {
      const start = html.indexOf("[", at);
      if (start === -1 || start >= pieceEnd) break;
      CODE.lastIndex = start;
      const match = CODE.exec(html);
      at = start + 1;
      if (!match) continue;
      const [whole, doubled = "", name = "", attributes = "", second = ""] = match;
      const end = start + whole.length - second.length;
      const closing = attributes.endsWith("/") ? undefined : closings.next(name, end);
      const isInCode = codeDepth > 0;
      const isIndex = /[\p{L}\p{N}_)\]]/u.test(html[start - 1] ?? "");
      const judge = (isClosed: boolean) => isCode({ name, attributes, isInCode, isClosed, isIndex });
      if (doubled !== "" && second !== "" && judge(CORE_CODES.has(name))) {
        take(end + 1, html.slice(start + 1, end), start);
        continue;
      }
      const closingEnd = closing === undefined ? end : closing + name.length + 3;
      if (!judge(closing !== undefined)) continue;
      if (doubled !== "" && closing !== undefined && html[closingEnd] === "]") {
        take(closingEnd + 1, html.slice(start + 1, closingEnd), start);
        continue;
      }
      const codeStart = start + doubled.length;
      const content = closing === undefined ? undefined : html.slice(end, closing);
      const source = html.slice(codeStart, closingEnd);
      take(closingEnd, { name, attributes: attributes.replace(/\/$/, ""), content, source, isInCode }, codeStart);
    }
    pieceStart = pieceEnd;
  }
  if (textStart < html.length) parts.push(html.slice(textStart));
  return parts;
}

/** The places of closing codes. Each name is asked for places that only grow. */
function closingsIn(html: string) {
  const places = new Map<string, number[]>();
  for (const match of html.matchAll(CLOSING)) {
    const [, name = ""] = match;
    const known = places.get(name);
    if (known) known.push(match.index);
    else places.set(name, [match.index]);
  }
  const used = new Map<string, number>();
  return {
    next(name: string, from: number): number | undefined {
      const all = places.get(name) ?? [];
      let index = used.get(name) ?? 0;
      while ((all[index] ?? from) < from) index += 1;
      used.set(name, index);
      return all[index];
    },
  };
}
