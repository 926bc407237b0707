/**
 * The two parts of an article's file. Empty lines replace what precedes each part, so that the line numbers that a
 * parser reports are those of the file.
 */
export type SplitArticle = { readonly yaml: string; readonly body: string };

const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n(.*?)(?<=\n)---[ \t]*\r?(?:\n|$)/s;

/** Splits a file. Returns undefined if the file does not begin with a block between lines of three hyphens. */
export function splitFrontMatter(text: string): SplitArticle | undefined {
  const match = FRONT_MATTER.exec(text);
  if (!match) return undefined;
  const [whole, yaml = ""] = match;
  const linesBefore = whole.split("\n").length - 1;
  return { yaml: `\n${yaml}`, body: "\n".repeat(linesBefore) + text.slice(whole.length) };
}
