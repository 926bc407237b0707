import { isCollection, isMap, isScalar, isSeq, LineCounter, type Pair, parseDocument, visit } from "yaml";
import { err, ok, type Result } from "../../syntax/result.ts";
import { type ContentFault, type FieldPath, quoted } from "../content-fault.ts";
import { type FieldSource, nameOfField } from "./field-source.ts";

/**
 * Reads YAML with the failsafe schema (YAML 1.2 section 10.1), which reads every scalar as text: an author who writes
 * `title: 1984`, `tags: [no]` or a time means those characters. An empty field counts as missing.
 */
export function readYaml(file: string, yaml: string): Result<FieldSource, readonly ContentFault[]> {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { schema: "failsafe", lineCounter: lines, prettyErrors: false });
  const written = yaml.split("\n");
  const faults = document.errors.map(({ code, message, pos }): ContentFault => {
    const { line } = lines.linePos(pos[0]);
    const found = quoted((written[line - 1] ?? "").trim());
    return { file, line, found, expected: code === "DUPLICATE_KEY" ? "each field once" : `YAML: ${message}` };
  });
  visit(document, {
    // Nested aliases can expand to a billion values, and no field needs one.
    Alias: (_, { range }) => {
      const line = range ? lines.linePos(range[0]).line : undefined;
      faults.push({ file, line, found: "an alias (*)", expected: "the value itself" });
    },
    Pair: (_, pair) => {
      if (isCollection(pair.key)) {
        const line = lines.linePos(pair.key.range?.[0] ?? 0).line;
        faults.push({ file, line, found: "fields or a list in place of a name", expected: "a name before the colon" });
      }
      return isLeftEmpty(pair) ? visit.REMOVE : undefined;
    },
  });
  if (faults.length === 0 && document.contents !== null && !isMap(document.contents) && !isEmpty(document.contents))
    faults.push({ file, line: 1, expected: 'fields such as "title: A title"' });
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
    return {
      file,
      line,
      field: nameOfField(known),
      path: known,
      found: typeof found === "string" ? quoted(found) : undefined,
      expected,
    };
  };
  return ok({ file, value, faultAt });
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
