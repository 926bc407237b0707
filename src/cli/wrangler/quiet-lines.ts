import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

/**
 * Blocks of lines that `wrangler dev` prints and a newsroom leaves out, by how they begin: the list of bindings, which
 * is in wrangler.toml, and the warning that nothing triggers the cron, which is not true of a newsroom.
 */
const HIDDEN = [
  { begins: "Your Worker has access to the following bindings:", blankLines: 1 },
  { begins: "Scheduled Workers are not automatically triggered", blankLines: 3 },
] as const;

/** The codes of colours that a terminal gets within a text (ECMA-48, SGR). */
const COLOURS = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, "g");

/**
 * Returns a test of whether a line of wrangler's output is to be shown. It is given every line, in order. A hidden
 * block ends with the given number of blank lines.
 */
export function shownLines(): (line: string) => boolean {
  let blankLines = 0;
  return (line) => {
    const text = line.replace(COLOURS, "").trim();
    const block = HIDDEN.find(({ begins }) => text.includes(begins));
    if (block) blankLines = block.blankLines;
    if (blankLines === 0) return true;
    if (text === "") blankLines -= 1;
    return false;
  };
}

/** Passes on the lines of a program's output that are to be shown. */
export function passOn(output: Readable, to: NodeJS.WritableStream): void {
  const isShown = shownLines();
  createInterface({ input: output, crlfDelay: Number.POSITIVE_INFINITY }).on("line", (line) => {
    if (isShown(line)) to.write(`${line}\n`);
  });
}
