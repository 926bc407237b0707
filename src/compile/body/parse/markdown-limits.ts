import type { Nodes } from "mdast";
import type { BodyNote } from "../body-report.ts";
import { TOO_DEEP } from "./nesting-limits.ts";
import { OpenElements } from "./open-elements.ts";

/** Lines that go on with a quotation without its mark. For each, the parser looks through the whole quotation. */
const MAX_LAZY_LINES = 200;
/** Cells that a table's rows lack, compared with its first row. Each becomes an empty cell. */
const MAX_MISSING_CELLS = 20_000;

/** Finds lines that take the Markdown parser more than linear time. */
export function findSlowLines(source: string): BodyNote | undefined {
  let lazy = 0;
  let wasQuoted = false;
  let line = 0;
  for (const text of source.split("\n")) {
    line += 1;
    const isQuoted = /^[ \t]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*>/.test(text);
    if (text.trim() === "") lazy = 0;
    else if (wasQuoted && !isQuoted) lazy += 1;
    if (lazy > MAX_LAZY_LINES)
      return {
        line,
        found: `more than ${MAX_LAZY_LINES} lines without > between those of one quotation`,
        expected: "> at the beginning of each of its lines, or an empty line behind it",
      };
    wasQuoted = isQuoted;
  }
  return undefined;
}

/** Finds what would make much more HTML than there is Markdown, or HTML that is nested too deeply. */
export function findLargeTree(nodes: readonly Nodes[]): BodyNote | undefined {
  let missing = 0;
  const open = new OpenElements();
  for (const node of nodes) {
    const line = node.position?.start.line;
    const deep: BodyNote = { line, found: TOO_DEEP[0], expected: TOO_DEEP[1] };
    if (node.type === "html") {
      if (open.read(node.value) !== undefined) return deep;
    } else if (node.type === "table") {
      const columns = node.align?.length ?? 0;
      for (const { children } of node.children) missing += Math.max(0, columns - children.length);
      if (missing > MAX_MISSING_CELLS)
        return {
          line,
          found: `a table whose rows lack ${missing} cells`,
          expected: `at most ${MAX_MISSING_CELLS}; each row has as many as the first`,
        };
    } else if (node.type !== "text" && open.start("p")) return deep;
  }
  return undefined;
}
