import { isVoid } from "./open-elements.ts";
import type { FaultAt } from "./xml-repair.ts";

/** A start tag as it is written. The values of attributes are not decoded; `at` is their index in the text. */
export type StartTag = {
  readonly name: string;
  readonly attributes: readonly { readonly name: string; readonly value: string; readonly at: number }[];
  readonly isEmpty: boolean;
  /** The index behind the tag. */
  readonly end: number;
  readonly faults: readonly FaultAt[];
};

export type StartTagSetting = {
  /** Whether more text may follow. */
  readonly isLast: boolean;
  readonly maxAttributes: number;
  /** Finds a text at or after an index; -1 if there is none. */
  readonly find: (needle: string, from: number) => number;
  /** What cannot be in the value of an attribute: the tags that end the elements around it. */
  readonly boundaries: readonly string[];
};

const NAME = /[A-Za-z_:\u00C0-\uFFFD][\w:.\u00B7\u00C0-\uFFFD-]*/y;
const ATTRIBUTE_NAME = /[^\s=>/<"']+/y;
const SPACE = /\s*/y;
const UNQUOTED = /[^\s>"'<]*/y;
/** A value that swallowed the next attribute, since its own quotation mark is missing. */
const NEXT_ATTRIBUTE = /^(\S*)\s+[\w:.-]+=$/;

/** The name that begins at an index. */
export function nameAt(text: string, at: number): string | undefined {
  return matchAt(NAME, text, at) || undefined;
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? "";
}

/**
 * Reads the start tag at an index.
 *
 * @returns "incomplete" if the text ends before the tag, and undefined if the `<` does not begin a tag
 */
export function readStartTag(
  text: string,
  start: number,
  setting: StartTagSetting,
): StartTag | "incomplete" | undefined {
  const name = nameAt(text, start + 1);
  if (name === undefined) return text.length <= start + 1 && !setting.isLast ? "incomplete" : undefined;
  const faults: FaultAt[] = [];
  const attributes = new Map<string, StartTag["attributes"][number]>();
  const fault = (kind: FaultAt["kind"], message: string, at: number) => faults.push({ kind, message, at });
  const done = (end: number, isEmpty: boolean): StartTag => ({
    name,
    attributes: [...attributes.values()],
    isEmpty,
    end,
    faults,
  });
  let at = start + 1 + name.length;
  let count = 0;
  for (;;) {
    const space = matchAt(SPACE, text, at);
    at += space.length;
    const sign = text[at];
    if (sign === undefined) return setting.isLast ? undefined : "incomplete";
    if (sign === ">") return done(at + 1, false);
    if (sign === "/" && text[at + 1] === ">") return done(at + 2, true);
    if (sign === "/" && text[at + 1] === undefined && !setting.isLast) return "incomplete";
    if (sign === "<") {
      // "a <b and c<" and "a<b</p>" are text. A tag has attributes, or the next tag follows at once.
      if (count === 0 && space === "" && text.length < at + name.length + 3 && !setting.isLast) return "incomplete";
      const isBeforeEnd = text[at + 1] === "/" && !isVoid(name) && nameAt(text, at + 2) !== name;
      const isNext = count === 0 && space === "" && !isBeforeEnd;
      const isTag = [...attributes.values()].some(({ value }) => value !== "") || isNext;
      if (!isTag) return undefined;
      fault("repaired", "a tag without its > was closed", start);
      return done(at, false);
    }
    const key = matchAt(ATTRIBUTE_NAME, text, at);
    if (key === "") {
      fault("repaired", "a sign between attributes was left out", at);
      at += 1;
      continue;
    }
    if (at + key.length === text.length && !setting.isLast) return "incomplete";
    const read = readValue(text, at + key.length, name, setting, fault);
    if (read === "incomplete") return read;
    count += 1;
    if (count > setting.maxAttributes) {
      if (count === setting.maxAttributes + 1)
        fault("lost", `more than ${setting.maxAttributes} attributes in one element`, start);
    } else if (attributes.has(key)) fault("lost", "an attribute that the element has already was left out", at);
    else attributes.set(key, { name: key, value: read.value, at: read.at });
    at = read.end;
  }
}

type Value = { readonly value: string; readonly at: number; readonly end: number };

/** Reads `= "value"`; the value is empty if there is none. */
function readValue(
  text: string,
  from: number,
  tag: string,
  { find, isLast, boundaries }: StartTagSetting,
  fault: (kind: FaultAt["kind"], message: string, at: number) => void,
): Value | "incomplete" {
  const equals = from + matchAt(SPACE, text, from).length;
  if (text[equals] === undefined && !isLast) return "incomplete";
  if (text[equals] !== "=") {
    fault("repaired", "an attribute without a value is empty", from);
    return { value: "", at: from, end: from };
  }
  const begin = equals + 1 + matchAt(SPACE, text, equals + 1).length;
  const quote = text[begin];
  if (quote === undefined) return isLast ? { value: "", at: begin, end: begin } : "incomplete";
  if (quote !== '"' && quote !== "'") {
    const written = matchAt(UNQUOTED, text, begin);
    if (begin + written.length === text.length && !isLast) return "incomplete";
    const value = written.endsWith("/") && text[begin + written.length] === ">" ? written.slice(0, -1) : written;
    fault("repaired", "the value of an attribute without quotation marks was read to its end", begin);
    return { value, at: begin, end: begin + value.length };
  }
  const close = find(quote, begin + 1);
  if (close === -1 && !isLast) return "incomplete";
  const value = text.slice(begin + 1, close === -1 ? text.length : close);
  const isOpen =
    close === -1 || (value.includes("<") && [`</${tag}`, ...boundaries].some((each) => value.includes(each)));
  if (isOpen) {
    fault("guessed", "the value of an attribute lacks its last quotation mark", begin);
    const end = value.search(/[<>]/);
    const cut = end === -1 ? value : value.slice(0, end);
    const kept = cut.endsWith("/") ? cut.slice(0, -1) : cut;
    return { value: kept.trimEnd(), at: begin + 1, end: begin + 1 + kept.length };
  }
  if (text[close + 1] === undefined && !isLast) return "incomplete";
  if (/[^\s/>?<]/.test(text[close + 1] ?? " ")) {
    const [, own] = NEXT_ATTRIBUTE.exec(value) ?? [];
    if (own !== undefined) {
      fault("guessed", "the value of an attribute lacks its last quotation mark", begin);
      return { value: own, at: begin + 1, end: begin + 1 + own.length };
    }
    fault("repaired", "the white space between two attributes is missing", close + 1);
  }
  if (value.includes("<"))
    fault("repaired", "a < in the value of an attribute was kept", begin + 1 + value.indexOf("<"));
  return { value, at: begin + 1, end: close + 1 };
}
