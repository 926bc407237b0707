import type { Nodes } from "hast";
import type { Nodes as MarkdownNodes } from "mdast";

/**
 * A fault or a warning in a body. `line` counts from 1 in the file; it is undefined if the node comes from nowhere in
 * the file.
 */
export type BodyNote = { readonly line: number | undefined; readonly found: string; readonly expected: string };

/** Takes the faults and warnings of one body. */
export type BodyReport = {
  readonly fault: (place: Place, found: string, expected: string) => void;
  readonly warning: (place: Place, found: string, expected: string) => void;
};

/** A node of one of the trees, or a line of the file. */
type Place = Nodes | MarkdownNodes | number;

/** A report that collects what it is told. */
export function collectNotes(): {
  readonly report: BodyReport;
  readonly faults: readonly BodyNote[];
  readonly warnings: readonly BodyNote[];
} {
  const faults: BodyNote[] = [];
  const warnings: BodyNote[] = [];
  const into = (notes: BodyNote[]) => (place: Place, found: string, expected: string) => {
    const line = typeof place === "number" ? place : place.position?.start.line;
    notes.push({ line, found, expected });
  };
  return { report: { fault: into(faults), warning: into(warnings) }, faults, warnings };
}
