const STOP = /[.?!…。！？؟۔।]["”’»›」』）)\]]*$/u;
const HEADLINE_STOP = /[.…。۔।]["”’»›」』]*$/u;
/** Scripts whose words have no spaces between them. */
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;
const LONG = { spaced: 140, dense: 60 };
const MAX_COUNTED = 400;

/** Whether a paragraph ends as sentences do, or is too long for anything else. */
export function isSentence(text: string): boolean {
  if (isLong(text)) return true;
  return STOP.test(withoutCredit(text)) && (countWords(text) >= 2 || /\P{ASCII}/u.test(text));
}

/** Whether a text ends in a full stop, which headlines do not. */
export function hasFullStop(text: string): boolean {
  return HEADLINE_STOP.test(withoutCredit(text)) && !/(?<!\p{L})\p{L}\.$/u.test(text);
}

function withoutCredit(text: string): string {
  return text.replace(/(?<!\s)\s*[(（[][^()（）[\]]{2,80}[)）\]]$/, "");
}

/** The number of words; in scripts without spaces, two signs count as one. */
export function countWords(text: string): number {
  const start = text.slice(0, MAX_COUNTED);
  const dense = start.match(DENSE)?.length ?? 0;
  const others = start.replace(DENSE, " ").match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*/gu)?.length ?? 0;
  return Math.ceil(dense / 2) + others;
}

function isLong(text: string): boolean {
  const dense = text.slice(0, MAX_COUNTED).match(DENSE)?.length ?? 0;
  return dense > LONG.dense || text.length >= LONG.spaced + dense;
}

/** The length in letters; signs of East Asia are as wide as two. */
export function widthOf(text: string): number {
  return text.replace(/[\u3000-\u9FFF\uAC00-\uD7AF\uFF00-\uFFEF]/g, "xx").length;
}
