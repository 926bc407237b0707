import type { Html, Nodes } from "mdast";
import type { BodyReport } from "../body-report.ts";
import { markdownNodes } from "./markdown-nodes.ts";

/** Elements without an end tag (HTML, "Void elements"). */
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/;
const TAG = /^<(\/?)([a-z][a-z0-9-]*)(?=[\s/>])/i;

/**
 * Closes each HTML element that a paragraph, a heading or a cell of a table opens and leaves open. An HTML parser reads
 * the blocks behind it as part of that element: one `<b>` would make the rest of the article bold.
 *
 * An HTML block, which begins with a tag on a line of its own, may hold the blocks behind it: CommonMark means it so.
 */
export function closeInlineHtml(nodes: readonly Nodes[], report: BodyReport): void {
  for (const node of nodes) {
    if (node.type !== "paragraph" && node.type !== "heading" && node.type !== "tableCell") continue;
    const open = openElements(node);
    for (const { name, node: tag } of open)
      report.warning(tag, `<${name}> without an end`, `</${name}> in the same paragraph; it was put at its end`);
    if (open.length > 0) {
      const value = open
        .map(({ name }) => `</${name}>`)
        .reverse()
        .join("");
      node.children.push({ type: "html", value });
    }
  }
}

type Opened = { readonly name: string; readonly node: Html; isClosed: boolean };

/** The elements that the inline HTML in a block opens and does not close, in the order of their start tags. */
function openElements(block: Nodes): readonly Opened[] {
  const opened: Opened[] = [];
  const byName = new Map<string, Opened[]>();
  for (const node of markdownNodes(block)) {
    if (node.type !== "html") continue;
    const [, slash, written = ""] = TAG.exec(node.value) ?? [];
    const name = written.toLowerCase();
    // No end tag ends this one: the rest of the article would be its text.
    if (name === "plaintext") node.value = "";
    if (slash === undefined || name === "plaintext" || VOID.test(name)) continue;
    const same = byName.get(name) ?? [];
    if (slash === "/") {
      const last = same.pop();
      if (last) last.isClosed = true;
      continue;
    }
    const element = { name, node, isClosed: false };
    opened.push(element);
    same.push(element);
    byName.set(name, same);
  }
  return opened.filter(({ isClosed }) => !isClosed);
}
