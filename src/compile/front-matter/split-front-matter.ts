/**
 * The two parts of an article's file. Each stands at the lines it has in the file, with empty lines for what was before it, so that the
 * positions a parser reports are those an editor shows.
 */
export type SplitArticle = { readonly yaml: string; readonly body: string };

const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n(.*?)(?<=\n)---[ \t]*\r?(?:\n|$)/s;

/** Undefined where the file does not begin with a block between lines of three hyphens. */
export function splitFrontMatter(text: string): SplitArticle | undefined {
  const match = FRONT_MATTER.exec(text);
  if (!match) return undefined;
  const [whole, yaml = ""] = match;
  const linesBefore = whole.split("\n").length - 1;
  return { yaml: `\n${yaml}`, body: "\n".repeat(linesBefore) + text.slice(whole.length) };
}
