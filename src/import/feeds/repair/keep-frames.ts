import type { Root } from "hast";
import { linkFrames } from "../../../compile/body/clean/link-frames.ts";
import type { ImportNote } from "../import-note.ts";

/** Replaces each embedded page or file (`iframe`, `embed`, `object`) with a link to it. */
export function keepFrames(tree: Root, note: (each: ImportNote) => void): void {
  linkFrames(tree, (frame) =>
    note(
      "href" in frame
        ? { kind: "repaired", message: `<${frame.node.tagName}>: ${outcomeOf(frame)}`, found: frame.src }
        : { kind: "repaired", message: "<object>: replaced with its content" },
    ),
  );
}

function outcomeOf({ isPlayed }: { readonly isPlayed: boolean }): string {
  return isPlayed ? "kept as a player that loads on a click" : "replaced with a link to its page";
}
