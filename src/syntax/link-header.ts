/** `Link` fields (RFC 8288 section 3). */
import { readParameters } from "./parameters.ts";

/** The target as written; it may be relative. Names of parameters are in lower case. */
export type WebLink = { readonly target: string; readonly parameters: ReadonlyMap<string, string> };

/**
 * Tolerant: text between the links is skipped, and of a parameter that is given twice the first one counts. Takes
 * linear time.
 */
export function parseLinkHeader(field: string | null | undefined): readonly WebLink[] {
  const text = field ?? "";
  const links: WebLink[] = [];
  for (let start = text.indexOf("<"); start !== -1; ) {
    const close = text.indexOf(">", start);
    if (close === -1) break;
    const { values, end } = readParameters(text, close + 1);
    links.push({ target: text.slice(start + 1, close), parameters: values });
    start = text.indexOf("<", end);
  }
  return links;
}

/**
 * One link for a `Link` field; several are joined with a comma. The order of the parameters is kept, and one that is
 * undefined is left out.
 *
 * @param target an address in the normal form of the URL Standard, which contains no `<`, `>` or space
 */
export function formatLink(target: string, parameters: Readonly<Record<string, string | undefined>>): string {
  const list = Object.entries(parameters).map(([name, value]) => (value === undefined ? "" : parameter(name, value)));
  return `<${target}>${list.join("")}`;
}

/**
 * A value outside of ASCII, or with a quotation mark or a backslash, has to be written as `name*` (section 3.4.1, RFC
 * 8187).
 */
function parameter(name: string, value: string): string {
  if (/^[\x20-\x21\x23-\x5B\x5D-\x7E]*$/.test(value)) return `; ${name}="${value}"`;
  const encoded = encodeURIComponent(value.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `; ${name}*=UTF-8''${encoded}`;
}
