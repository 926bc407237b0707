import type { Nodes } from "hast";
import type { Nodes as MarkdownNodes } from "mdast";

/** What one body has to say to its author, by the line of the node it is about. */
export type BodyReport = {
  readonly fault: (place: Place, found: string, expected: string) => void;
  readonly warning: (place: Place, found: string, expected: string) => void;
};

/** A node, or a line, since some nodes come from nowhere in the file. */
export type Place = Nodes | MarkdownNodes | number;

export function lineOf(place: Place): number | undefined {
  return typeof place === "number" ? place : place.position?.start.line;
}
