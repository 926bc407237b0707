import { fault, quote, type ValueType } from "../grammar-fault.ts";
import type { GrammarRuleId } from "../rule-ids.ts";

/** Any text. */
export const anyText: ValueType = () => undefined;

/** One of a few words. */
export function oneOf(words: readonly string[], rule: GrammarRuleId = "value.choice"): ValueType {
  const list = words.length > 12 ? `${words.slice(0, 12).join(", ")} …` : words.join(", ");
  return (value) => (words.includes(value) ? undefined : fault(rule, `${quote(value)} is none of ${list}`));
}

/** One of a few words in any case. */
export function oneOfAnyCase(words: readonly string[], rule: GrammarRuleId = "value.choice"): ValueType {
  const strict = oneOf(words, rule);
  return (value, place) => (words.includes(value.toLowerCase()) ? undefined : strict(value, place));
}

export const trueFalse = oneOf(["true", "false"], "value.boolean");
export const trueFalseAnyCase = oneOfAnyCase(["true", "false"], "value.boolean");
export const yesNo = oneOf(["yes", "no"], "value.boolean");

/** At most so many characters. */
export function atMost(max: number): ValueType {
  return (value) => {
    const length = [...value].length;
    return length <= max ? undefined : fault("value.length", `has ${length} characters, and may have ${max}`);
  };
}

/** The first fault that one of the types finds. */
export function all(...types: readonly ValueType[]): ValueType {
  return (value, place) => {
    for (const type of types) {
      const found = type(value, place);
      if (found) return found;
    }
    return undefined;
  };
}

export const notBlank: ValueType = (value) => (value === "" ? fault("value.blank", "is empty") : undefined);

const TOKEN = '[^\\s()<>,;:\\\\"/[\\]?=]+';
const MEDIA_TYPE = new RegExp(`^${TOKEN}/${TOKEN}(?:\\s*;\\s*${TOKEN}=(?:"(?:\\\\"|[^"\\\\])*"|${TOKEN}))*$`);
const MAX_MEDIA_TYPE = 300;

export function isMediaType(value: string): boolean {
  return value.length <= MAX_MEDIA_TYPE && MEDIA_TYPE.test(value);
}

/** `type/subtype` with its parameters (RFC 9110 section 8.3.1). */
export const mediaType: ValueType = (value) =>
  isMediaType(value) ? undefined : fault("value.media-type", `${quote(value)} is not a media type`);

/** Media types or ranges between commas, or nothing (RFC 5023 section 8.3.4). */
export const mediaRanges: ValueType = (value, place) => {
  if (value === "") return undefined;
  for (const range of value.split(",")) {
    const found = mediaType(range.trim(), place);
    if (found) return found;
  }
  return undefined;
};

/** A name that browsers and the platform know (WHATWG Encoding), and EBCDIC and UTF-7 besides. */
export const charset: ValueType = (value) => {
  if (/^(?:utf-?7|utf-?32(?:[bl]e)?|us-ascii|cp\d+|ibm\d+|iso-8859-\d+)$/i.test(value)) return undefined;
  try {
    new TextDecoder(value);
    return undefined;
  } catch {
    return fault("value.encoding", `${quote(value)} is not an encoding`);
  }
};

/** The start of an XML or HTML form's field name. */
export const fieldName: ValueType = (value) =>
  /^[a-z_]/i.test(value) ? undefined : fault("value.choice", `${quote(value)} is not a field name`);

export const base64: ValueType = (value) => {
  const text = value.replace(/\s+/g, "");
  return /^[A-Za-z0-9+/]*={0,2}$/.test(text) && text.length % 4 === 0
    ? undefined
    : fault("value.base64", `${quote(value)} is not Base64`);
};
