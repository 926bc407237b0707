/**
 * Parameters of a header field, `; name=value; name="quoted value"` (RFC 9110 section 5.6.6), shared by `Content-Type`
 * and `Link`.
 */

const SEPARATORS = /[\s;]+/y;
const TOKEN = /[\w!#$%&'*+.^`|~-]+/y;
const EQUALS = /\s*=\s*/y;
const QUOTED = /"((?:[^"\\]|\\.)*)"/y;
const PLAIN = /[^\s",;]*/y;

/** Names are in lower case. `end` is the index of the first character that is not part of the parameters. */
export type Parameters = { readonly values: ReadonlyMap<string, string>; readonly end: number };

/**
 * Tolerant: reads parameters from `start`, where a semicolon is expected, until something else follows. If a parameter
 * is given twice, the first one counts. A parameter without a value has the empty one. Takes linear time.
 */
export function readParameters(text: string, start: number): Parameters {
  const values = new Map<string, string>();
  let at = start;
  const next = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) at += match[0].length;
    return match;
  };
  for (;;) {
    if (!next(SEPARATORS)?.[0].includes(";")) return { values, end: at };
    const name = next(TOKEN)?.[0].toLowerCase();
    if (name === undefined) return { values, end: at };
    const value = next(EQUALS) ? (next(QUOTED)?.[1]?.replace(/\\(.)/g, "$1") ?? next(PLAIN)?.[0]) : undefined;
    if (!values.has(name)) values.set(name, value ?? "");
  }
}
