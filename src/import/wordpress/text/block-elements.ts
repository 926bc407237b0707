const NAMES =
  "(?:table|thead|tfoot|caption|col|colgroup|tbody|tr|td|th|div|dl|dd|dt|ul|ol|li|pre|form|map|area|blockquote|address|math|style|p|h[1-6]|hr|fieldset|legend|section|article|aside|hgroup|header|footer|nav|figure|figcaption|details|menu|summary)";

const OPENING = new RegExp(`^<${NAMES}[\\s/>]`);
const CLOSING = new RegExp(`^</${NAMES}>$`);
const BLOCK = new RegExp(`^</?${NAMES}[^>]*>$`);
const BLOCK_AT_START = new RegExp(`^[ \\t\\n\\v\\f\\r]*(?=</?${NAMES}[^>]*>)`);

/** Whether a tag begins a new chunk of text. */
export function beginsChunk(tag: string): boolean {
  return OPENING.test(tag);
}

/** Whether a tag ends a chunk of text. A rule with attributes does not. */
export function endsChunk(tag: string): boolean {
  return CLOSING.test(tag) || /^<hr\s*\/?>$/.test(tag);
}

/**
 * Whether a tag needs no paragraph beside it. WordPress compares the beginning of the name only: `<link>` is an `<li`.
 */
export function isBlockTag(tag: string): boolean {
  return BLOCK.test(tag);
}

/** Where the text begins whose first tag is that of a block. Returns undefined if it begins in another way. */
export function startOfBlock(text: string): number | undefined {
  return BLOCK_AT_START.exec(text)?.[0].length;
}

/** Whether the last thing in the text, apart from white space, is the tag of a block. */
export function endsWithBlock(text: string): boolean {
  const trimmed = withoutSpaceAtEnd(text);
  return trimmed.endsWith(">") && isBlockTag(trimmed.slice(trimmed.lastIndexOf("<")));
}

/** What PHP calls white space: no-break spaces are text. */
const SPACE = " \t\n\v\f\r";

export function withoutSpaceAtEnd(text: string): string {
  let end = text.length;
  while (end > 0 && SPACE.includes(text[end - 1] ?? "x")) end -= 1;
  return text.slice(0, end);
}
