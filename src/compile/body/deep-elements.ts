/** Far more than pages made of boxes have, and few enough that looking through all that are open stays cheap. */
const DEEPEST = 256;

/** Those without an end, or whose end may be left out. */
const SELF_ENDING = new Set(
  "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot colgroup option optgroup rt rp".split(
    " ",
  ),
);

/**
 * The line at which elements stand in more than a few hundred others. A parser of HTML looks through all that are open at every tag, so that its
 * time grows with the square of the depth: such a body is not parsed at all.
 */
export function findDeepElements(source: string): number | undefined {
  let open = 0;
  for (const { 1: slash, 2: name = "", index } of source.matchAll(/<(\/?)([a-z][a-z0-9-]*)/gi)) {
    if (SELF_ENDING.has(name.toLowerCase())) continue;
    open = slash ? Math.max(0, open - 1) : open + 1;
    if (open > DEEPEST) return source.slice(0, index).split("\n").length;
  }
  return undefined;
}
