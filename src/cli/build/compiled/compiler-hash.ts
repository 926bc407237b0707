import { hashOfCode } from "../code-hash.ts";

/** What turns the file of an article into its compiled form, and what inspects media. */
const COMPILING = [
  "src/compile/compile-file.ts",
  "src/compile/media/inspect-media.ts",
  "src/cli/build/measure-durations.ts",
  "src/cli/build/compiled/compile-job.ts",
];

let known: string | undefined;

/**
 * A hash of the code that compiles articles and inspects and measures media, and of Node, whose tables of Unicode it
 * uses.
 */
export function hashOfCompiler(): string {
  known ??= `${hashOfCode(COMPILING)}-${process.version}`;
  return known;
}
