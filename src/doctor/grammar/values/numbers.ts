import { fault, quote, type ValueType } from "../grammar-fault.ts";
import type { GrammarRuleId } from "../rule-ids.ts";

type Range = { readonly min?: number; readonly max?: number };

function wholeNumber(says: string, { min, max }: Range, rule: GrammarRuleId = "value.integer"): ValueType {
  return (value) => {
    const number = /^[+-]?\d+$/.test(value) ? Number(value) : Number.NaN;
    const isIn = number >= (min ?? Number.NEGATIVE_INFINITY) && number <= (max ?? Number.POSITIVE_INFINITY);
    return isIn ? undefined : fault(rule, `${quote(value)} is not ${says}`);
  };
}

export const integer = wholeNumber("a whole number", {});
export const nonNegativeInteger = wholeNumber("a whole number from 0", { min: 0 });
export const positiveInteger = wholeNumber("a whole number from 1", { min: 1 });
export const uint31 = wholeNumber("a whole number from 1 to 2147483647", { min: 1, max: 2_147_483_647 });
export const hour = wholeNumber("an hour from 0 to 23", { min: 0, max: 24 }, "value.hour-day");
/** RSS 2.0: an image is at most 144 pixels wide and 400 high. */
export const imageWidth = wholeNumber("a width from 1 to 144", { min: 1, max: 144 }, "value.image-size");
export const imageHeight = wholeNumber("a height from 1 to 400", { min: 1, max: 400 }, "value.image-size");

/** Nothing at all is not a fault of the number. */
export function orNothing(type: ValueType): ValueType {
  return (value, place) => (value === "" ? undefined : type(value, place));
}

function matching(pattern: RegExp, says: string, rule: GrammarRuleId): ValueType {
  return (value) => (pattern.test(value) ? undefined : fault(rule, `${quote(value)} is not ${says}`));
}

export const float = matching(/^\d+(?:\.\d*)?$/, "a number", "value.number");
export const decimal = matching(/^[-+]?\d+(?:\.\d*)?$/, "a number", "value.number");
/** A number, with a unit or without: `25.00 USD`. */
export const quantity = matching(/^\d+(?:\.\d*)?(?:\s+\w+|[a-z_]\w*)?$/i, "a number with a unit", "value.number");
/** A whole number in which commas may stand, with a unit or without: `25,500 miles`. */
export const wholeQuantity = matching(/^,*\d[\d,]*(?: .*)?$/, "a whole number with a unit", "value.number");
/** Anything that begins with a number, as Google Base reads nutrients. */
export const leadingNumber = matching(/^\d/, "a number", "value.number");
export const integers = matching(/^\d+(?:,\s*\d+)*$/, "a list of whole numbers", "value.integer");

function within(limit: number, says: string, rule: GrammarRuleId): ValueType {
  return (value) => {
    const number = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/i.test(value) ? Number(value) : Number.NaN;
    return Math.abs(number) <= limit ? undefined : fault(rule, `${quote(value)} is not ${says}`);
  };
}

export const latitude = within(90, "a latitude from -90 to 90", "value.coordinates");
export const longitude = within(180, "a longitude from -180 to 180", "value.coordinates");

export const percentage: ValueType = (value) =>
  /^\d+(?:\.\d*)?$/.test(value) && Number(value) <= 100
    ? undefined
    : fault("value.number", `${quote(value)} is not a percentage`);

const COORDINATE = /^[-+]?\d+(?:\.\d*)?$/;

/** `latitude longitude`. */
export const position: ValueType = (value) => {
  const parts = value.split(/[\s,]+/);
  const isPair = parts.length === 2 && parts.every((part) => COORDINATE.test(part));
  if (!isPair) return fault("value.coordinates", `${quote(value)} is not a latitude and a longitude`);
  return Math.abs(Number(parts[0])) <= 90 && Math.abs(Number(parts[1])) <= 180
    ? undefined
    : fault("value.coordinates", `${quote(value)} is no place on Earth`);
};

/** Pairs of latitude and longitude, at least two. */
export const positions: ValueType = (value) => {
  const parts = value.split(/[\s,]+/);
  const isList = parts.length >= 4 && parts.length % 2 === 0 && parts.every((part) => COORDINATE.test(part));
  return isList ? undefined : fault("value.coordinates", `${quote(value)} is not a list of positions`);
};

/** Seconds, `MM:SS` or `HH:MM:SS`. */
export const duration = matching(/^\d+(?::[0-5]\d){0,2}$/, "a duration (seconds, MM:SS or HH:MM:SS)", "value.time");

/** Normal play time (RFC 2326 section 3.6). */
export const playTime = matching(
  /^(?:now|\d+(?:\.\d+)?|\d+:[0-5]\d:[0-5]\d(?:\.\d+)?)$/,
  "a play time (12.5 or 0:00:12.5)",
  "value.time",
);
