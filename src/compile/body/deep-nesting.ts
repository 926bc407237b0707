/** Far more than anybody writes. */
const DEEPEST = 100;
const NESTED_BLOCKS = new RegExp(`^(?:[ \\t]*(?:>|[-+*][ \\t]|\\d{1,9}[.)][ \\t])){${DEEPEST + 1}}`);

/**
 * The line at which quotations, lists or directives stand in more than a hundred others. The parser's time grows with the square of the depth, so
 * that a page of `>` would keep a build busy for minutes: such a body is not parsed at all.
 */
export function findDeepNesting(source: string): number | undefined {
  let open = 0;
  const index = source.split("\n").findIndex((line) => {
    if (/^:{3,}\s*$/.test(line)) open = Math.max(0, open - 1);
    else if (/^:{3,}[a-z]/i.test(line)) open += 1;
    return open > DEEPEST || NESTED_BLOCKS.test(line);
  });
  return index === -1 ? undefined : index + 1;
}
