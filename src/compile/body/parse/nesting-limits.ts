import { OpenElements } from "./open-elements.ts";

/** What a fault says was found and expected if blocks or elements are nested too deeply. */
export const TOO_DEEP = ["blocks nested too deeply", "fewer quotations, lists or elements within one another"] as const;

/**
 * Returns the line at which HTML has more open elements than a parser reads in linear time. Returns undefined if there
 * is no such line. An HTML parser looks through all open elements at every tag, so its time grows with the square of
 * the depth: the caller does not parse such a body.
 */
export function findDeepElements(source: string): number | undefined {
  const index = new OpenElements().read(source);
  return index === undefined ? undefined : source.slice(0, index).split("\n").length;
}

/** Far more than anybody writes. */
const MAX_OPEN_BLOCKS = 100;
const NESTED_BLOCKS = new RegExp(
  `^(?:[ \\t]*(?:>|[-+*][ \\t]|\\d{1,9}[.)][ \\t]|\\[\\^[^\\s\\[\\]]{1,99}\\]:)){${MAX_OPEN_BLOCKS + 1}}`,
);

/**
 * Returns the line at which Markdown has more than `MAX_OPEN_BLOCKS` quotations, lists, footnotes or directives open,
 * or undefined. The parser's time grows with the square of the depth, and a page of `>` would keep a build busy for
 * minutes: the caller does not parse such a body.
 */
export function findDeepNesting(source: string): number | undefined {
  let open = 0;
  const index = source.split("\n").findIndex((line) => {
    if (/^:{3,}\s*$/.test(line)) open = Math.max(0, open - 1);
    else if (/^:{3,}[a-z]/i.test(line)) open += 1;
    return open > MAX_OPEN_BLOCKS || NESTED_BLOCKS.test(line);
  });
  return index === -1 ? undefined : index + 1;
}
