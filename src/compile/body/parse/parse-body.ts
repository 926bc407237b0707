import type { Root } from "hast";
import { cleanText } from "../../../model/text.ts";
import { type BodyNote, collectNotes } from "../body-report.ts";
import { cleanTree } from "../clean/clean-tree.ts";
import { demoteHeadings } from "../clean/demote-headings.ts";
import { linkFrames } from "../clean/link-frames.ts";
import { sanitise } from "../clean/sanitise.ts";
import { shapeGfm } from "../clean/shape-gfm.ts";
import { findDeepElements, findDeepNesting, TOO_DEEP } from "./nesting-limits.ts";
import { parseHtml } from "./parse-html.ts";
import { parseMarkdown } from "./parse-markdown.ts";

/** The language of an article's body. Programs and imports write HTML; an author writes Markdown. */
export type BodyFormat = "markdown" | "html";

/** The text of a body. Each of its lines has the number that it has in the file. */
export type BodySource = { readonly format: BodyFormat; readonly text: string };

/** A body as a tree of allowed HTML, with positions in the file. Addresses and ids are as the author wrote them. */
export type ParsedBody = {
  readonly tree: Root;
  readonly faults: readonly BodyNote[];
  readonly warnings: readonly BodyNote[];
};

/**
 * The first stage of a body: parses and sanitises it. The tree is empty if the body is nested too deeply to be parsed.
 */
export function parseBody({ format, text }: BodySource): ParsedBody {
  const { report, faults, warnings } = collectNotes();
  const source = cleanText(text);
  const deep = format === "markdown" ? findDeepNesting(source) : findDeepElements(source);
  if (deep !== undefined) {
    report.fault(deep, ...TOO_DEEP);
    return { tree: { type: "root", children: [] }, faults, warnings };
  }
  const unsafe = format === "markdown" ? parseMarkdown(source, report) : parseHtml(source);
  cleanTree(unsafe);
  linkFrames(unsafe, (frame) => {
    if ("isPlayed" in frame && frame.isPlayed) return;
    const outcome = "href" in frame ? `it was replaced with a link to ${frame.href}` : "its content was kept";
    report.warning(frame.node, `<${frame.node.tagName}>`, `elements that articles may have; ${outcome}`);
  });
  shapeGfm(unsafe);
  demoteHeadings(unsafe);
  return { tree: sanitise(unsafe, report), faults, warnings };
}
