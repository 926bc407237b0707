import type { Nodes } from "mdast";
import { quoted } from "../../content-fault.ts";
import type { BodyReport } from "../body-report.ts";
import { DIRECTIVE_NAMES } from "./directives.ts";

/** Two or more colons at the beginning of a line, or one before the name of a directive. */
const MARK = new RegExp(`^[ \\t>]*(?::{2,}|:(?:${DIRECTIVE_NAMES.join("|")})\\b)`);

/**
 * Reports each line of text that begins like a directive. The parser takes a directive with a mistake in it, such as a
 * missing quotation mark, for a paragraph, and readers would see its marks.
 */
export function checkDirectiveLines(nodes: readonly Nodes[], source: string, report: BodyReport): void {
  for (const { type, position } of nodes) {
    if (type !== "paragraph" || !position) continue;
    const { start, end } = position;
    const lines = source.slice(start.offset, end.offset).split("\n");
    lines.forEach((line, index) => {
      if (!MARK.test(line)) return;
      report.fault(
        start.line + index,
        quoted(line.trim()),
        /^\s*:+\s*$/.test(line)
          ? "such a line only at the end of a directive that is open"
          : 'a directive such as ::related[Title]{label="READ MORE"} with nothing else on its line, or \\: if a colon is meant',
      );
    });
  }
}
