import { cleanLine } from "../../../model/text.ts";
import { plainText } from "../plain-text.ts";

const TAG = /<(\/?)([a-z][a-z0-9]*)(?![\w-])([^<>]*)>/gi;

/** A reference to a character, of the forms that HTML has. */
const REFERENCE = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});/i;

/** Elements without an end tag that are formatting also without attributes. */
const BREAKS: ReadonlySet<string> = new Set(["br", "hr", "wbr"]);
/** Elements that are markup only with attributes: `Why <img> is slow` is about one. */
const EMPTY: ReadonlySet<string> = new Set(["img", "input", "embed", "source", "track", "area", "link", "meta"]);
/** Elements whose end tag HTML allows to leave out. */
const OPEN_ENDED: ReadonlySet<string> = new Set(["p", "li", "dt", "dd", "td", "th", "tr"]);

export function hasReference(text: string): boolean {
  return REFERENCE.test(text);
}

/**
 * A text of which the source does not say whether it is plain or HTML, on one line. Tags that come in pairs, breaks and
 * pictures are markup. Any other tag is a word of the text: `Why <video> beats <img>`.
 */
export function undeclaredLine(text: string): string | undefined {
  return /[<&]/.test(text) ? plainText(withWordsEscaped(text)) : cleanLine(text) || undefined;
}

/** Decodes references to characters. Tags stay as they are. */
export function decodedReferences(text: string): string {
  return hasReference(text) ? (plainText(text.replaceAll("<", "&lt;")) ?? "") : text;
}

/**
 * Such a text as HTML. Without any tag, an empty line ends a paragraph, and a `<` is a character. A line feed alone is
 * a space, as in HTML.
 */
export function undeclaredHtml(text: string): string {
  if (/<(?:[a-z/!?])/i.test(text)) return text;
  const blocks = text.split(/\n[^\S\n]*\n/).map((block) => block.trim());
  return blocks
    .filter((block) => block !== "")
    .map((block) => `<p>${block.replaceAll("<", "&lt;")}</p>`)
    .join("\n");
}

/** Escapes the tags that are words. */
function withWordsEscaped(text: string): string {
  const tags = [...text.matchAll(TAG)];
  const markup = new Set<number>();
  const open = new Map<string, number[]>();
  for (const { 1: slash, 2: written = "", 3: attributes = "", index } of tags) {
    const name = written.toLowerCase();
    if (slash === "") {
      if (BREAKS.has(name) || (EMPTY.has(name) && attributes.includes("="))) markup.add(index);
      else if (OPEN_ENDED.has(name) && text.slice(0, index).trim() === "") markup.add(index);
      const waiting = open.get(name);
      if (waiting) waiting.push(index);
      else open.set(name, [index]);
      continue;
    }
    const start = open.get(name)?.pop();
    if (start !== undefined) markup.add(start).add(index);
  }
  return text.replace(TAG, (tag, ...groups) => {
    const index = groups.find((group) => typeof group === "number");
    return index !== undefined && markup.has(index) ? tag : tag.replace("<", "&lt;");
  });
}
