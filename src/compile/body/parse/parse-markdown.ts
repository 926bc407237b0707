import type { Root } from "hast";
import type { Nodes } from "mdast";
import rehypeRaw from "rehype-raw";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import type { BodyNote, BodyReport } from "../body-report.ts";
import { checkDirectiveLines } from "./check-directive-lines.ts";
import { closeInlineHtml } from "./close-inline-html.ts";
import { directiveHandlers } from "./directives.ts";
import "./edit-map.ts";
import { findLargeTree, findSlowLines } from "./markdown-limits.ts";
import { markdownNodes } from "./markdown-nodes.ts";
import { parseMarkdownText, parserExtensions } from "./markdown-parser.ts";
import { findCrowdedParagraph } from "./paragraph-limits.ts";

/**
 * Parses CommonMark with GFM and with directives that stand on a line of their own. The result is one tree of the
 * Markdown and the HTML written in it, as a browser would read both together (parse5). The tree may hold anything that
 * HTML may hold. It is empty, and there is a fault, if parsing would take too long.
 */
export function parseMarkdown(source: string, report: BodyReport): Root {
  const slow = findSlowLines(source) ?? findCrowdedParagraph(source, parserExtensions());
  if (slow) return refused(slow, report);
  const tree = parseMarkdownText(source);
  const nodes = markdownNodes(tree);
  const large = findLargeTree(nodes);
  if (large) return refused(large, report);
  checkDirectiveLines(nodes, source, report);
  const isMixed = nodes.some(needsHtmlParser);
  if (isMixed) closeInlineHtml(nodes, report);
  const toHtml = unified().use(remarkRehype, {
    allowDangerousHtml: true,
    clobberPrefix: "",
    handlers: directiveHandlers(report, source),
  });
  return (isMixed ? toHtml.use(rehypeRaw) : toHtml).runSync(tree);
}

/**
 * Whether an HTML parser may read a node as another tree than it is. Everything else of Markdown is well-formed, and it
 * would come out of that parser as it is. A footnote may put a link within a link. A line break at the beginning of
 * `pre` is dropped (HTML section 13.1.2.5).
 */
function needsHtmlParser(node: Nodes): boolean {
  if (node.type === "code") return node.value === "" || node.value.startsWith("\n");
  return node.type === "html" || node.type === "footnoteReference" || node.type === "footnoteDefinition";
}

function refused({ line = 1, found, expected }: BodyNote, report: BodyReport): Root {
  report.fault(line, found, expected);
  return { type: "root", children: [] };
}
