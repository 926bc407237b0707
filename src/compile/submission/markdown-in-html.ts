import type { Nodes, Root } from "hast";
import type { ParsedBody } from "../body/parse/parse-body.ts";
import { quoted } from "../content-fault.ts";
import type { ParsedArticle } from "../parse-article.ts";

/** Marks that nearly nobody writes in HTML and means as they are. Each is looked for in one line. */
const MARKS: readonly RegExp[] = [
  // A heading, a fence of code, a quotation.
  /^ {0,3}#{1,6} \S/,
  /^ {0,3}(?:```|~~~)/,
  /^ {0,3}> \S/,
  // A link or a picture, and strong emphasis.
  /\[[^\][\n]*\]\([^()\s]+/,
  /\*\*[^\s*][^*\n]*\*\*/,
];

/** One line of such a kind can be plain text; two of them in a row are a list or a table. */
const MARKS_IN_A_ROW: readonly RegExp[] = [/^ {0,3}[-*+] \S/, /^ {0,3}\d{1,3}[.)] \S/, /^ {0,3}\|.*\|[ \t]*$/];

/** Elements whose text is shown as it is written. */
const VERBATIM = new Set(["pre", "code", "kbd", "samp", "script", "style", "textarea"]);

/** How much of the line a warning quotes, in characters. */
const MAX_QUOTED = 60;

/**
 * A warning if a text that was sent as HTML has Markdown in it, which readers would see as it is written.
 *
 * @param expected where Markdown is to be sent
 */
export function warnOfMarkdown(article: ParsedArticle, expected: string): ParsedArticle {
  const found = article.body && findMarkdown(article.body);
  if (!found) return article;
  const { file } = article.read;
  const warning = { file, path: ["body"], ...found, expected: `HTML; ${expected}` };
  return { ...article, warnings: [...article.warnings, warning] };
}

type FoundMarkdown = { readonly line?: number; readonly found: string };

/** Finds the first line with Markdown in a body of HTML. */
function findMarkdown({ tree }: Pick<ParsedBody, "tree">): FoundMarkdown | undefined {
  for (const { text, line, isBare } of textsOf(tree)) {
    const lines = text.split("\n");
    const at = lines.findIndex((each, index) => isMarked(each, lines[index + 1]));
    const place = (index: number) => (line === undefined ? {} : { line: line + index });
    if (at >= 0) return { ...place(at), found: quotedLine(lines[at] ?? "") };
    // Without an element around it, an empty line is all that divides two paragraphs, and HTML takes it for a space.
    const gap = isBare ? lines.findIndex((each, index) => isGap(lines, each, index)) : -1;
    if (gap >= 0) return { ...place(gap), found: "an empty line between two paragraphs without <p>" };
  }
  return undefined;
}

function isMarked(line: string, next = ""): boolean {
  return MARKS.some((mark) => mark.test(line)) || MARKS_IN_A_ROW.some((mark) => mark.test(line) && mark.test(next));
}

function isGap(lines: readonly string[], line: string, index: number): boolean {
  if (line.trim() !== "" || index === 0 || index + 1 >= lines.length) return false;
  return (lines[index - 1] ?? "").trim() !== "" && (lines[index + 1] ?? "").trim() !== "";
}

function quotedLine(line: string): string {
  const text = line.trim();
  return quoted(text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}…` : text);
}

/** The texts of a tree. `isBare`: not within an element. A loop and not a recursion, since a tree can be deep. */
function* textsOf(root: Root): Generator<{ readonly text: string; readonly line?: number; readonly isBare: boolean }> {
  const left: { readonly node: Nodes; readonly depth: number }[] = [{ node: root, depth: 0 }];
  for (let next = left.pop(); next; next = left.pop()) {
    const { node, depth } = next;
    if (node.type === "text") {
      const line = node.position?.start.line;
      yield { text: node.value, ...(line !== undefined && { line }), isBare: depth === 1 };
    } else if ("children" in node && !(node.type === "element" && VERBATIM.has(node.tagName))) {
      for (const child of node.children.toReversed()) left.push({ node: child, depth: depth + 1 });
    }
  }
}
