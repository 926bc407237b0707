import { isFlowLine, looseColon, quotedLine, type WrittenLine, writtenLine } from "./written-line.ts";

/** What the YAML parser found wrong, at an offset of its text. The codes are those of the package `yaml`. */
export type YamlError = { readonly code: string; readonly message: string; readonly offset: number };

/** `line` counts from 1 in the text. `found` is what the author wrote, not yet in quotation marks. */
export type YamlFault = { readonly line: number; readonly found: string; readonly expected: string };

/** At most this many mistakes are reported. Each is compared with the lines around it, which takes time. */
const MAX_ERRORS = 100;

/**
 * Says in plain words what is wrong with YAML and what would be right. The parser stumbles over what follows a mistake,
 * too, so only its first fault is told if the mistake itself is not recognised, and one fault for each line.
 */
export function yamlFaults(text: string, errors: readonly YamlError[]): readonly YamlFault[] {
  const lines = text.split("\n");
  const told = new Map<number, YamlFault>();
  const sorted = errors.toSorted((a, b) => a.offset - b.offset).slice(0, MAX_ERRORS);
  sorted.forEach((error, place) => {
    const known = recognised(error, lines, lineAt(text, error.offset));
    const fault = known ?? (place === 0 ? anyFault(lines, lineAt(text, error.offset)) : undefined);
    if (fault && !told.has(fault.line)) told.set(fault.line, fault);
  });
  return [...told.values()];
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

function recognised({ code, message }: YamlError, lines: readonly string[], at: number): YamlFault | undefined {
  const line = lines[at - 1] ?? "";
  const fault = (found: string, expected: string, where = at): YamlFault => ({
    line: where,
    found: found.trim(),
    expected,
  });
  if (code === "DUPLICATE_KEY") return fault(line, "each field once");
  if (code === "TAB_AS_INDENT" || /^ *\t/.test(line)) return fault(line, "spaces before it in place of a tab");
  if (code === "MULTIPLE_DOCS") {
    const mark = lineAbove(lines, at, (each) => /^(?:---|\.\.\.)(?:\s|$)/.test(each));
    if (mark) return fault(lines[mark - 1] ?? "", "no line that begins with --- or ... among the fields", mark);
  }
  const directive = /directives-end/.test(message) ? lineAbove(lines, at, (each) => each.startsWith("%")) : undefined;
  if (directive) return fault(lines[directive - 1] ?? "", "no line that begins with % before the fields", directive);
  const open = unclosed(message);
  if (open !== undefined) {
    const where = lineAbove(lines, at, (each) => writtenLine(each).value.includes(open)) ?? at;
    const close = { "[": "]", "{": "}" }[open] ?? open;
    return fault(lines[where - 1] ?? "", `${close} at the end, which closes the ${open}`, where);
  }
  const here = writtenLine(line);
  const first = lines.findIndex((each) => each.trim() !== "" && !each.trim().startsWith("#"));
  if (first < at - 1 && here.indent < writtenLine(lines[first] ?? "").indent)
    return fault(lines[first] ?? "", "no spaces before it", first + 1);
  const inside = faultInValue(here) ?? looseColon(line);
  if (inside !== undefined) return fault(line, inside);
  if (line.trim() === "" || line.trim().startsWith("#") || here.name !== undefined) {
    const next = lines.findIndex((each, index) => index >= at && each.trim() !== "" && !each.trim().startsWith("#"));
    const culprit = here.name === undefined || isDeeper(lines[next], line) ? next + 1 : at;
    if (/indent|column|mapping|sequence|single line|Sequence item/i.test(message))
      return fault(lines[culprit - 1] ?? line, "as many spaces before it as before the lines beside it", culprit);
    return undefined;
  }
  const isAfterGap = lines[at - 2]?.trim() === "" && at > 2;
  if (isAfterGap) return fault(line, "a line --- above it, if the fields end there");
  if (/^-(?:\s|$)/.test(line.trim())) return fault(line, "a list only below a name with a colon, such as tags:");
  return fault(line, "a name and a colon before it, or two spaces before it if it continues the line above");
}

/** Any other mistake. The words of the parser are about its own rules and tell an author nothing. */
function anyFault(lines: readonly string[], at: number): YamlFault {
  const where = lineAbove(lines, Math.min(at, lines.length), (each) => each.trim() !== "") ?? 1;
  const found = (lines[where - 1] ?? "").trim();
  const quotes = quotedLine(lines[where - 1] ?? "");
  const hint = quotes === undefined ? "" : `; in quotation marks every value is right: ${quotes}`;
  return { line: where, found, expected: `a field in YAML, such as title: A title${hint}` };
}

/** Returns the sign that nothing closes. */
function unclosed(message: string): string | undefined {
  const quote = /^Missing closing (["'])/.exec(message)?.[1];
  if (quote !== undefined) return quote;
  if (/end with a \]/.test(message)) return "[";
  return /end with a \}/.test(message) ? "{" : undefined;
}

/** The number of the nearest line above or at a line that is like this. */
function lineAbove(lines: readonly string[], at: number, isWanted: (line: string) => boolean): number | undefined {
  const index = lines.slice(0, at).findLastIndex(isWanted);
  return index === -1 ? undefined : index + 1;
}

function isDeeper(next: string | undefined, line: string): boolean {
  return next !== undefined && writtenLine(next).indent > writtenLine(line).indent;
}

const ESCAPE = /\\(?![0abt\tnvfre "/\\N_LPxuU]|\n)/;

/** What is wrong with the value of a field, as far as the line shows it. */
function faultInValue(line: WrittenLine): string | undefined {
  const { value } = line;
  const example = quotedLine(line.text);
  const quotes = (reason: string) =>
    `the value in quotation marks, because of ${reason}${example === undefined ? "" : `: ${example}`}`;
  const [first = ""] = value;
  if (value === "") return undefined;
  if (/^[@`%,\]}]/.test(value)) return quotes(`the ${first} at its beginning`);
  if (/^(?:\?|-)(?:\s|$)/.test(value) && line.name !== undefined)
    return first === "-"
      ? `a list below the name, with - on a line of its own for each item, or ${quotes("the - at its beginning")}`
      : quotes("the ? at its beginning");
  if (/^[|>](?![-+0-9]{0,2}(?:\s+#.*)?$)/.test(value)) return quotes(`the ${first} at its beginning`);
  if (first === '"' || first === "'") {
    const end = first === '"' ? /^"(?:[^"\\]|\\.)*"/.exec(value) : /^'(?:[^']|'')*'/.exec(value);
    if (end && !/^\s*(?:#.*)?$/.test(value.slice(end[0].length)))
      return /^\s*,\s*$/.test(value.slice(end[0].length))
        ? "no comma behind the value"
        : quotes(`the ${first} within it`);
    if (first === '"' && ESCAPE.test(value))
      return "\\\\ in place of \\ between double quotation marks, or single ones";
    return undefined;
  }
  if (isFlowLine(value)) {
    const end = value.lastIndexOf(first === "[" ? "]" : "}");
    const isMore = end !== -1 && end < value.length - 1 && !/^\s*#/.test(value.slice(end + 1));
    return isMore || value.startsWith("{{") ? quotes(`the ${first} at its beginning`) : undefined;
  }
  return /:(?:\s|$)/.test(value) ? quotes("its colon") : undefined;
}
