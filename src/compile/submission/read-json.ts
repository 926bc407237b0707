import { err, ok, type Result } from "../../syntax/result.ts";
import { type ContentFault, quoted } from "../content-fault.ts";
import { type FieldSource, nameOfField } from "../front-matter/field-source.ts";
import { MAX_TEXT_BYTES } from "../read-text.ts";
import { findJsonSyntaxFault } from "./json-syntax-fault.ts";

/**
 * Far more than any article has. With a fault at each of a million values, the list of faults would fill the memory.
 */
const MAX_VALUES = 10_000;

/**
 * Reads an object of JSON. If a name appears twice, the last one counts, as with every reader that is written in
 * JavaScript.
 */
export function readJson(file: string, text: string): Result<FieldSource, ContentFault> {
  const refused = (fault: Omit<ContentFault, "file">) => err({ file, ...fault });
  if (text.length > MAX_TEXT_BYTES)
    return refused({ found: `${text.length} characters`, expected: `at most ${MAX_TEXT_BYTES}` });
  const json = text.replace(/^\uFEFF/, "");
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return refused(syntaxFault(json));
  }
  if (!isObject(value))
    return refused({ found: asPrinted(value), expected: 'an object, such as {"title": "A title"}' });
  if (hasMoreValues(value, MAX_VALUES))
    return refused({ found: `more than ${MAX_VALUES} values`, expected: "one article" });
  return ok({ file, value, faultAt: faultIn(file, value) });
}

function syntaxFault(json: string): Omit<ContentFault, "file"> {
  const { at, expected } = findJsonSyntaxFault(json) ?? { at: 0, expected: "JSON" };
  const before = json.slice(0, at).split("\n");
  const [line, column] = [before.length, (before.at(-1)?.length ?? 0) + 1];
  const found = at >= json.length ? "the end of the text" : quoted(String.fromCodePoint(json.codePointAt(at) ?? 0));
  return { line, found: `${found} at line ${line}, column ${column}`, expected: `JSON: ${expected}` };
}

function faultIn(file: string, value: unknown): FieldSource["faultAt"] {
  return (path, expected) => {
    let node = value;
    const known: PropertyKey[] = [];
    let isThere = true;
    for (const key of path) {
      // One person may stand for a list of one. A name in place of `{name: …}` has no fields of its own.
      if (typeof key === "number" && isThere && !Array.isArray(node)) continue;
      if (isThere && known.length > 0 && !isObject(node) && !Array.isArray(node)) break;
      isThere &&= typeof node === "object" && node !== null && Object.hasOwn(node, key);
      node = isThere ? Reflect.get(Object(node), key) : undefined;
      known.push(key);
    }
    return { file, field: nameOfField(known), path: known, found: isThere ? asPrinted(node) : undefined, expected };
  };
}

/** Returns a value as it is written. Undefined for lists and objects, which are too long to print. */
function asPrinted(value: unknown): string | undefined {
  if (typeof value === "string") return quoted(value);
  return typeof value === "object" && value !== null ? undefined : String(value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A loop and not a recursion, since a text can nest as deeply as it is long. */
function hasMoreValues(root: object, max: number): boolean {
  const left: object[] = [root];
  let count = 0;
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    const values: unknown[] = Object.values(node);
    count += values.length;
    if (count > max) return true;
    for (const value of values) if (typeof value === "object" && value !== null) left.push(value);
  }
  return false;
}
