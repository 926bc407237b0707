import type { Root } from "hast";
import type { Root as MarkdownRoot } from "mdast";
import rehypeRaw from "rehype-raw";
import remarkDirective from "remark-directive";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { type Processor, unified } from "unified";
import type { BodyNote, BodyReport } from "../body-report.ts";
import { checkDirectiveLines } from "./check-directive-lines.ts";
import { closeInlineHtml } from "./close-inline-html.ts";
import { directiveHandlers } from "./directives.ts";
import "./edit-map.ts";
import { findLargeTree, findSlowLines } from "./markdown-limits.ts";
import { findCrowdedParagraph } from "./paragraph-limits.ts";

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkDirective).use(withoutTextDirectives).freeze();

/**
 * Parses CommonMark with GFM and with directives that stand on a line of their own. The result is one tree of the
 * Markdown and the HTML written in it, as a browser would read both together (parse5). The tree may hold anything that
 * HTML may hold. It is empty, and there is a fault, if parsing would take too long.
 */
export function parseMarkdown(source: string, report: BodyReport): Root {
  const slow = findSlowLines(source) ?? findCrowdedParagraph(source, parser.data().micromarkExtensions ?? []);
  if (slow) return refused(slow, report);
  const tree: MarkdownRoot = parser.parse(source);
  const large = findLargeTree(tree);
  if (large) return refused(large, report);
  checkDirectiveLines(tree, source, report);
  closeInlineHtml(tree, report);
  return unified()
    .use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: "", handlers: directiveHandlers(report, source) })
    .use(rehypeRaw)
    .runSync(tree);
}

function refused({ line = 1, found, expected }: BodyNote, report: BodyReport): Root {
  report.fault(line, found, expected);
  return { type: "root", children: [] };
}

/**
 * Takes the third construct of remark-directive away: a colon within a sentence that starts a directive. With it `at
 * 10:30` or `ratio a:b` would lose their words, and no directive of ours is within a sentence.
 */
function withoutTextDirectives(this: Processor): undefined {
  const data = this.data();
  const extensions = data.micromarkExtensions ?? [];
  data.micromarkExtensions = extensions.map((extension) => {
    const { text, ...others } = extension;
    return others.flow && ":".charCodeAt(0) in others.flow ? others : extension;
  });
}
