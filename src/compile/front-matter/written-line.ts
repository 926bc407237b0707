/**
 * A line of YAML as an author sees it. `name` is what is before the first colon that a space or the end of the line
 * follows. `value` is what is behind it, or the whole line if there is no such colon.
 */
export type WrittenLine = {
  readonly text: string;
  readonly indent: number;
  readonly name: string | undefined;
  readonly value: string;
};

export function writtenLine(text: string): WrittenLine {
  const { before, name, value } = parts(text);
  return { text, indent: before.length, name, value };
}

/** `before` are the spaces and the marks of list items. */
function parts(text: string): { readonly before: string; readonly name: string | undefined; readonly value: string } {
  const [before = ""] = /^[ \t]*(?:- +)*/.exec(text) ?? [];
  const rest = text.slice(before.length).trimEnd();
  const colon = rest.search(/:(?:\s|$)/);
  if (colon === -1 || /^["'[{]/.test(rest)) return { before, name: undefined, value: rest };
  return { before, name: rest.slice(0, colon).trim(), value: rest.slice(colon + 1).trim() };
}

/** Whether a value begins like a list or fields in brackets. */
export function isFlowLine(value: string): boolean {
  return /^[[{]/.test(value);
}

/** A longer line would make the message hard to read. */
const MAX_EXAMPLE = 100;

/** The line with its value in quotation marks. Returns undefined if the line is long or has no value. */
export function quotedLine(text: string): string | undefined {
  const { before, name, value } = parts(text);
  const example = `${before.trimStart()}${name === undefined ? "" : `${name}: `}${inQuotationMarks(value)}`;
  return value === "" || example.length > MAX_EXAMPLE ? undefined : example;
}

/** A text as YAML in quotation marks: in those that it does not contain itself. */
function inQuotationMarks(written: string): string {
  const [first, last] = [written[0], written.at(-1)];
  const isQuoted = written.length > 1 && first === last && (first === "'" || first === '"');
  const text = isQuoted && !/["']\s+["']/.test(written) ? written.slice(1, -1) : written;
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

/** What is wrong with a line that has no name, if its colon is not one of YAML, or another sign is in its place. */
export function looseColon(text: string): string | undefined {
  const [, name = "", mark = "", value = ""] =
    /^\s*([A-Za-z][\w-]{0,30})\s{0,3}(:(?=\S)|：|=)\s*(.*)$/.exec(text) ?? [];
  // An address is no field.
  if (mark === "" || value.startsWith("//")) return undefined;
  const example = `${name}: ${value.trim()}`;
  if (mark === ":") return `a space behind the colon: ${example}`;
  return `a colon and a space in place of ${mark}: ${example}`;
}
