/**
 * What may begin a document: the XML declaration, a comment, a document type, or an element that is a root of feeds.
 */
const ROOT = /<\?xml\s|<(?:rss|feed|channel|(?:[\w-]+:)?RDF|[\w-]+:feed)(?=[\s>])/;
/** The beginnings of documents that need no search. */
const BEGINNING = /^(?:\{|<\?|<!|<[\w-]+:|<(?:rss|feed|RDF|html|head|body)\b)/i;

/**
 * The characters before a feed that do not belong to it: programs print warnings and white space before the XML
 * declaration, which XML forbids. Returns 0 if the document begins as documents do, or if no feed follows.
 *
 * @param start the beginning of the document, at least as long as the text before the feed
 */
export function leadingJunk(start: string): number {
  const blank = /^[\s\u0000]*/.exec(start)?.[0].length ?? 0;
  if (BEGINNING.test(start.slice(blank, blank + 100))) return 0;
  const at = start.search(ROOT);
  return at <= blank ? 0 : at;
}

/** A text with its junk as white space, so that the lines and columns of what follows stay as they are. */
export function withoutJunk(text: string, length: number): string {
  return text.slice(0, length).replace(/[^\n]/g, " ") + text.slice(length);
}
