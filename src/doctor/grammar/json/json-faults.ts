/** Compares a JSON document with tables of members, as `examine-tree.ts` does for XML. */
import { isJsonObject } from "../../facts/feed-facts.ts";
import { quote } from "../grammar-fault.ts";

export type JsonRuleId =
  | "json-feed.types"
  | "json-feed.addresses"
  | "json-feed.required"
  | "json-feed.version"
  | "json-feed.title"
  | "json-feed.items"
  | "json-feed.id"
  | "json-feed.content"
  | "json-feed.attachments"
  | "dates.notation"
  | "json-feed.language"
  | "json-feed.members";

export type JsonFault = { readonly rule: JsonRuleId; readonly text: string };

/** Returns the faults of a value. `path` names it: `items[2].title`. */
export type JsonType = (value: unknown, path: string) => readonly JsonFault[];

export type Member = {
  readonly type: JsonType;
  /** The rule that reports that it is absent. */
  readonly missing?: JsonRuleId;
};

/** A feed with more faults is told the first ones, and a hostile one may have one a byte. */
const MAX_ITEMS = 20_000;

export function wrong(rule: JsonRuleId, text: string): readonly JsonFault[] {
  return [{ rule, text }];
}

export function shown(value: unknown): string {
  return quote(JSON.stringify(value) ?? "undefined");
}

function typed(name: string, fits: (value: unknown) => boolean, rule: JsonRuleId = "json-feed.types"): JsonType {
  return (value, path) => (fits(value) ? [] : wrong(rule, `${path} is ${shown(value)}, and should be ${name}`));
}

export const text = typed("a string", (value) => typeof value === "string");
export const flag = typed("true or false", (value) => typeof value === "boolean");
export const amount = typed(
  "a number from 0",
  (value) => typeof value === "number" && Number.isFinite(value) && value >= 0,
);
export const wholeAmount = typed(
  "a whole number from 0",
  (value) => typeof value === "number" && Number.isSafeInteger(value) && value >= 0,
);
export const anything: JsonType = () => [];

/** A string that also passes a test of its own. */
export function stringOf(rule: JsonRuleId, fault: (value: string) => string | undefined): JsonType {
  return (value, path) => {
    if (typeof value !== "string") return text(value, path);
    const says = fault(value);
    return says === undefined ? [] : wrong(rule, `${path} ${says}`);
  };
}

export function listOf(type: JsonType, rule: JsonRuleId = "json-feed.types"): JsonType {
  return (value, path) =>
    Array.isArray(value)
      ? value.slice(0, MAX_ITEMS).flatMap((each: unknown, index) => type(each, `${path}[${index}]`))
      : wrong(rule, `${path} is ${shown(value)}, and should be a list`);
}

export type ObjectOptions = {
  readonly rule?: JsonRuleId;
  readonly check?: (object: Readonly<Record<string, unknown>>, path: string) => readonly JsonFault[];
};

/** Members that begin with `_` are extensions, which may contain anything. */
export function objectOf(
  members: Readonly<Record<string, Member>>,
  { rule = "json-feed.types", check }: ObjectOptions = {},
): JsonType {
  return (value, path) => {
    if (!isJsonObject(value)) return wrong(rule, `${path} is ${shown(value)}, and should be an object`);
    const at = (name: string) => (path === "" ? name : `${path}.${name}`);
    const present = Object.entries(value).flatMap(([name, each]) => {
      if (name.startsWith("_")) return [];
      const member = Object.hasOwn(members, name) ? members[name] : undefined;
      if (member === undefined) return wrong("json-feed.members", `${at(name)} is not a member of JSON Feed`);
      return member.type(each, at(name));
    });
    const absent = Object.entries(members).flatMap(([name, { missing }]) =>
      missing === undefined || Object.hasOwn(value, name) ? [] : wrong(missing, `${at(name)} is missing`),
    );
    return [...absent, ...present, ...(check?.(value, path) ?? [])];
  };
}
