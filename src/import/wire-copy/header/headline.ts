import { wordsOf } from "../quoted-text.ts";
import type { HeaderLine } from "./line-kind.ts";
import { countWords, hasFullStop, widthOf } from "./sentence.ts";

/** The headline's line, and the marks of the desk that stood in it: "(LEAD)", "UPDATE 1-". */
export type FoundHeadline = { readonly index: number; readonly text: string; readonly marks: readonly string[] };

const KICKER = { words: 3, ratio: 2, ratioInTitleCase: 1.4, length: 25 };
const BREADCRUMBS =
  /(?:^|\s)[>›»／](?:\s|$)|^[^/]{2,20}\s\/\s[^/]{2,30}(?:\s\/\s[^/]{2,30})*$|^[^|\s]{2,20}(?:\s[^|\s]{2,20})?(?:\s?\|\s?[^|\s]{2,20}(?:\s[^|\s]{2,20})?){1,4}$/;
const DESK_MARK =
  /^(?:\(\s?(?:\d(?:st|nd|rd|th)\s)?\p{Lu}[\p{Lu}\d\s]{1,18}\)|[【［[][^】］\]]{1,12}[】］\]]|\p{Lu}{3,}(?:\s\p{Lu}+)?\s\d{1,2}-(?=\p{Lu}))\s*/u;
const MIN_SHARED = 2;
const MAX_BODY = 4000;

/**
 * Chooses the headline among the lines above the text: the first that is no kicker, no breadcrumbs and, if another line
 * shares words with the text, shares some, too.
 *
 * @param end where the text begins
 */
export function findHeadline(lines: readonly HeaderLine[], end: number): FoundHeadline | undefined {
  const above = lines
    .slice(0, end)
    .flatMap(({ kind, text }, index) => (kind === "short" || kind === "sentence" ? [{ text, index }] : []));
  const titles = above.filter(({ text }) => !isBracketed(text) && !BREADCRUMBS.test(text) && !isTrail(text));
  const candidates = titles.length > 0 ? titles : above;
  const body = bodyWords(lines.slice(end));
  const shares = candidates.map(({ text }) => sharedWords(text, body));
  const chosen =
    candidates.find(({ text, index }, at) => {
      const next = candidates[at + 1];
      const isSplit = lines.slice(index, next?.index).some(({ kind }) => kind === "byline" || kind === "agency");
      if (next && ((!isSplit && isKicker(text, longerBelow(candidates, at))) || isPageTitle(text, next.text)))
        return false;
      const isUnlike = (shares[at] ?? 0) === 0 && shares.slice(at + 1).some((share) => share >= MIN_SHARED);
      const isBetterBelow = candidates.some(
        (other, place) => place > at && (shares[place] ?? 0) >= MIN_SHARED && !hasFullStop(other.text),
      );
      return !(isUnlike && isBetterBelow && next !== undefined);
    }) ?? candidates[0];
  if (!chosen) return undefined;
  const mark = DESK_MARK.exec(chosen.text)?.[0] ?? "";
  const text = chosen.text.slice(mark.length);
  return text === ""
    ? { index: chosen.index, text: chosen.text, marks: [] }
    : { index: chosen.index, text, marks: mark === "" ? [] : [mark.trim()] };
}

/** The next line; or the one behind it, where both are names of sections. */
function longerBelow(candidates: readonly { readonly text: string; readonly index: number }[], at: number): string {
  const [one, two, three] = candidates.slice(at, at + 3);
  const isBeside = one && two && three && two.index === one.index + 1 && three.index === two.index + 1;
  return (isBeside && countWords(two.text) <= 2 && !hasFullStop(two.text) ? three.text : two?.text) ?? "";
}

/** "Asia", "EXCLUSIVE" or "Climate crisis" above a line that is much longer and no sentence. */
function isKicker(text: string, next: string): boolean {
  if (hasFullStop(next) || countWords(text) > KICKER.words) return false;
  // "Nature and Environment" is no sentence case, and a headline in sentence case need not be as long.
  const ratio = isTitleCase(text) && !isTitleCase(next) ? KICKER.ratioInTitleCase : KICKER.ratio;
  const isLonger = widthOf(next) >= KICKER.length && widthOf(next) >= ratio * widthOf(text);
  return isLonger && countWords(next) > countWords(text) + 1;
}

/** Whether all words but the small ones begin with a capital. */
function isTitleCase(text: string): boolean {
  const words = text.split(/\s+/).filter((word) => word.length > 3);
  return words.length > 0 && words.every((word) => /^\p{Lu}/u.test(word));
}

/** "Ferry sails again | The Example" is the title of the page, and the headline stands below it. */
function isPageTitle(text: string, next: string): boolean {
  return text.length > next.length && text.startsWith(next) && /^\s*[|–—-]/.test(text.slice(next.length));
}

/** "News / Asia / Ferries sail again": two short names of sections, and maybe the headline behind them. */
function isTrail(text: string): boolean {
  const pieces = text.slice(0, 300).split(/\s[/>›»|]\s/);
  return pieces.length > 2 && pieces.slice(0, -1).every((piece) => countWords(piece) <= 3);
}

/** "(ATTN: with photos)" */
function isBracketed(text: string): boolean {
  return /^[(（[【].*[)）\]】]$/.test(text);
}

function bodyWords(lines: readonly HeaderLine[]): string {
  let text = "";
  for (const line of lines) {
    if (text.length > MAX_BODY) break;
    text += ` ${line.text.slice(0, MAX_BODY)}`;
  }
  return wordsOf(text);
}

/** How many longer words of a line the text has, too; in scripts without spaces, pairs of signs. */
function sharedWords(text: string, body: string): number {
  const words = wordsOf(text.slice(0, 300)).trim().split(" ");
  const spaced = words.filter((word) => word.length >= 4 && !/[\u3000-\u9FFF]/.test(word));
  const pairs = words
    .filter((word) => /[\u3000-\u9FFF]/.test(word))
    .flatMap((word) =>
      Array.from({ length: Math.max(0, word.length - 1) }, (_, index) => word.slice(index, index + 2)),
    );
  const isThere = (word: string) => body.includes(word.length > 5 ? ` ${word.slice(0, 5)}` : ` ${word}`);
  return new Set(spaced.filter(isThere)).size + new Set(pairs.filter((pair) => body.includes(pair))).size;
}
