/** Text that is not HTML, and the signs that it was damaged on its way. */
import { type Fault, fault, quote, type ValueType } from "../grammar-fault.ts";

/**
 * Tags that stand as HTML writes them. Text about HTML names tags like words, with spaces, quotation marks or
 * punctuation around them, as in "<b> or <strong>?".
 */
const TAGS: readonly RegExp[] = [
  // A line break.
  /<(?:br|hr)(?:\s[^<>]*)?\/?>/i,
  // A start tag with attributes, or with text directly behind it.
  /<(?:img|p|a|b|i|em|strong|div|span|font|ul|ol|li|script)(?:\s[^<>=]*=[^<>]*>|>(?=[^\s,.;:!?)\]”’»"']))/i,
  // An end tag with text directly before it, or the end of a quotation.
  /(?<=[^\s([“‘«„"'])<\/[a-z][a-z0-9]*>/i,
  /(?<=["'])<\/[a-z][a-z0-9]*>(?!["'])/i,
];
/** `&amp;amp;` and its like: a reference in text that was unescaped already. */
const REFERENCE =
  /&(?:amp|lt|gt|quot|apos|nbsp|[lr][sd]quo|hellip|[mn]dash|[a-z]+(?:acute|grave|uml|circ|tilde|cedil)|#\d{1,7}|#x[0-9a-f]{1,6});/i;
/** An ampersand as it is. Text that was escaped twice has none: "R&D, or R&amp;D in HTML" is meant so. */
const BARE_AMPERSAND = /&(?![a-z]+\d*;|#\d+;|#x[0-9a-f]+;)/i;

/** Text without tags and character references. */
export const plainText: ValueType = (value) => damage(value) ?? htmlIn(value);

export function htmlIn(value: string): Fault | undefined {
  const tag = tagIn(value);
  if (tag !== undefined) return fault("text.tags", `contains ${quote(tag)}, and is plain text`);
  const [reference] = REFERENCE.exec(value) ?? [];
  return reference === undefined || BARE_AMPERSAND.test(value)
    ? undefined
    : fault("text.tags", `contains ${quote(reference)}, which is escaped twice`);
}

function tagIn(value: string): string | undefined {
  for (const pattern of TAGS) {
    const [tag] = pattern.exec(value) ?? [];
    if (tag !== undefined) return tag;
  }
  return undefined;
}

/** UTF-8 that was read as Latin-1 or Windows-1252: a letter of the first row, and one that continues a sequence. */
const MOJIBAKE =
  /[\u00c2\u00c3][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2026\u2030\u2039\u203a\u20ac\u2122]|\u00e2(?:\u20ac|\u0080)[\u0080-\u00bf\u2018-\u2122\u0153\u02dc]/;
const CONTROL = /[\u0080-\u0084\u0086-\u009f]/;

export function damage(value: string): Fault | undefined {
  if (value.includes("\ufffd"))
    return fault("text.damaged", `contains U+FFFD in ${quote(around(value, value.indexOf("\ufffd")))}`);
  const broken = MOJIBAKE.exec(value) ?? CONTROL.exec(value);
  if (broken === null) return undefined;
  return fault("text.damaged", `contains ${quote(around(value, broken.index))}, which was read in another encoding`);
}

function around(value: string, index: number): string {
  return value.slice(Math.max(0, index - 15), index + 15);
}
