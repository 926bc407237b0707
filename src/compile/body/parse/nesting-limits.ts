/** What a fault says was found and expected if blocks or elements are nested too deeply. */
export const TOO_DEEP = ["blocks nested too deeply", "fewer quotations, lists or elements within one another"] as const;

/** Far more than pages made of boxes have, and few enough that looking through all open elements stays cheap. */
const MAX_OPEN_ELEMENTS = 256;

/** Elements without an end tag, or whose end tag may be left out. */
const SELF_ENDING = new Set(
  "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot colgroup option optgroup rt rp".split(
    " ",
  ),
);

/**
 * Returns the line at which HTML has more than `MAX_OPEN_ELEMENTS` elements open, or undefined. An HTML parser looks
 * through all open elements at every tag, so its time grows with the square of the depth: the caller does not parse
 * such a body.
 */
export function findDeepElements(source: string): number | undefined {
  let open = 0;
  for (const { 1: slash, 2: name = "", index } of source.matchAll(/<(\/?)([a-z][a-z0-9-]*)/gi)) {
    if (SELF_ENDING.has(name.toLowerCase())) continue;
    open = slash ? Math.max(0, open - 1) : open + 1;
    if (open > MAX_OPEN_ELEMENTS) return source.slice(0, index).split("\n").length;
  }
  return undefined;
}

/** Far more than anybody writes. */
const MAX_OPEN_BLOCKS = 100;
const NESTED_BLOCKS = new RegExp(`^(?:[ \\t]*(?:>|[-+*][ \\t]|\\d{1,9}[.)][ \\t])){${MAX_OPEN_BLOCKS + 1}}`);

/**
 * Returns the line at which Markdown has more than `MAX_OPEN_BLOCKS` quotations, lists or directives open, or
 * undefined. The parser's time grows with the square of the depth, and a page of `>` would keep a build busy for
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
