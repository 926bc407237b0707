import { isCollection, isMap, isScalar, isSeq, LineCounter, type Pair, parseDocument, visit } from "yaml";
import { err, ok, type Result } from "../../syntax/result.ts";
import { type ContentFault, type FieldPath, quoted } from "../content-fault.ts";
import { type FieldSource, nameOfField } from "./field-source.ts";
import { ONE_TEXT } from "./parse-fields.ts";
import { nameFault, swallowedText } from "./swallowed-text.ts";
import { looseColon } from "./written-line.ts";
import { yamlFaults } from "./yaml-faults.ts";

/**
 * Reads YAML with the failsafe schema (YAML 1.2 section 10.1), which reads every scalar as text: an author who writes
 * `title: 1984`, `tags: [no]` or a time means those characters. An empty field counts as missing.
 */
export function readYaml(file: string, yaml: string): Result<FieldSource, readonly ContentFault[]> {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { schema: "failsafe", lineCounter: lines, prettyErrors: false });
  const errors = document.errors.map(({ code, message, pos }) => ({ code, message, offset: pos[0] }));
  const faults: ContentFault[] = yamlFaults(yaml, errors).map(({ found, ...fault }) => ({
    file,
    ...fault,
    found: quoted(found),
  }));
  const swallowed = (node: unknown, key?: unknown) => {
    const fault = swallowedText(yaml, node, key);
    if (fault) faults.push({ file, line: lines.linePos(fault.offset).line, ...fault.words });
  };
  visit(document, {
    // Nested aliases can expand to a billion values, and no field needs one.
    Alias: (_, { range }) => {
      const line = range ? lines.linePos(range[0]).line : undefined;
      const expected = "the value itself, in quotation marks if it begins with *";
      faults.push({ file, line, found: "an alias (*)", expected });
    },
    Pair: (_, pair) => {
      const name = nameFault(pair, yaml);
      if (name) faults.push({ file, line: lines.linePos(name.offset).line, ...name.words });
      swallowed(pair.value, pair.key);
      return isLeftEmpty(pair) ? visit.REMOVE : undefined;
    },
    Seq: (_, { items }) => {
      for (const item of items) swallowed(item);
    },
  });
  if (faults.length === 0 && document.contents !== null && !isMap(document.contents) && !isEmpty(document.contents))
    faults.push(noFields(file, yaml));
  if (faults.length > 0) return err(faults);
  const value: Record<string, unknown> = isMap(document.contents) ? document.toJS() : {};

  const faultAt = (path: FieldPath, expected: string): ContentFault => {
    let node: unknown = document.contents;
    let [depth, line, found] = [0, 1, undefined as unknown];
    for (const key of path) {
      const pair = isMap(node) ? pairOf(node.items, key) : undefined;
      const next: unknown = pair ? pair.value : isSeq(node) && typeof key === "number" ? node.items[key] : undefined;
      if (next === undefined) break;
      depth += 1;
      line = lines.linePos(startOf(pair?.key) ?? startOf(next) ?? 0).line;
      node = next;
    }
    // If a name is written in place of `{name: …}`, the fault is about the name.
    const known = depth === path.length || isScalar(node) ? path.slice(0, depth) : path;
    if (depth === known.length && depth > 0) found = isCollection(node) ? undefined : isScalar(node) && node.value;
    // `title: [Update]` is a list for YAML.
    const isWhole = depth === path.length && expected === ONE_TEXT;
    const brackets = isWhole && isCollection(node) && node.flow ? node.range : undefined;
    if (brackets) found = yaml.slice(brackets[0], brackets[1]);
    return {
      file,
      line,
      field: nameOfField(known),
      path: known,
      found: typeof found === "string" ? quoted(found) : undefined,
      expected: brackets ? `${ONE_TEXT}, in quotation marks if the brackets belong to it` : expected,
    };
  };
  return ok({ file, value, faultAt });
}

/** For a text that is YAML, but holds one text or a list. */
function noFields(file: string, yaml: string): ContentFault {
  const index = yaml.split("\n").findIndex((line) => line.trim() !== "" && !line.trim().startsWith("#"));
  const written = yaml.split("\n")[index] ?? "";
  const isList = /^\s*- /.test(written);
  const expected = looseColon(written) ?? `fields such as title: A title${isList ? ", without - before them" : ""}`;
  return { file, line: index + 1, found: quoted(written.trim()), expected };
}

function isLeftEmpty(pair: Pair): boolean {
  return pair.value === null || isEmpty(pair.value);
}

function isEmpty(node: unknown): boolean {
  return isScalar(node) && node.value === "" && node.type === "PLAIN";
}

function pairOf(pairs: readonly Pair[], key: PropertyKey): Pair | undefined {
  return pairs.find((pair) => isScalar(pair.key) && pair.key.value === key);
}

function startOf(node: unknown): number | undefined {
  return isScalar(node) || isCollection(node) ? node.range?.[0] : undefined;
}
