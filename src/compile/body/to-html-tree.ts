import type { Root } from "hast";
import type { Root as MarkdownRoot } from "mdast";
import rehypeRaw from "rehype-raw";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import type { BodyReport } from "./body-report.ts";
import { directiveHandlers } from "./directives.ts";

/** Markdown with the HTML written in it, as one tree: what a browser would make of both together (parse5). Nothing in it is safe yet. */
export function toHtmlTree(tree: MarkdownRoot, source: string, report: BodyReport): Root {
  return unified()
    .use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: "", handlers: directiveHandlers(report, source) })
    .use(rehypeRaw)
    .runSync(tree);
}
