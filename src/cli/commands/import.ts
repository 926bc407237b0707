import { randomBytes } from "node:crypto";
import { createInterface } from "node:readline/promises";
import { importWireCopy } from "../import/import-wire-copy.ts";
import { IMPORT_USAGE, readImportOptions } from "./import-options.ts";

/**
 * `npm run import -- FILE`: turns an article copied from a news page into a file of content/articles, and prints what was guessed.
 * `npm run import -- feed …` is another command, which brings in whole feeds and exports.
 * Exit codes: 0 written; 1 the file is no article, or would overwrite one; 2 the command is to be changed.
 */
const [command, ...rest] = process.argv.slice(2);
process.exitCode = command === "feed" ? await runFeed(rest) : await run(process.argv.slice(2));

async function run(args: readonly string[]): Promise<number> {
  const read = readImportOptions(args);
  if (read.kind === "help") return print(console.log, IMPORT_USAGE, 0);
  if (read.kind === "mistake") return print(console.error, `${read.message}\n\n${IMPORT_USAGE}`, 2);
  const outcome = await importWireCopy(read.options, {
    root: process.cwd(),
    // npm runs scripts in the package's folder, and keeps in INIT_CWD where the author is.
    workingFolder: process.env.INIT_CWD ?? process.cwd(),
    randomBytes,
    ...(process.stdin.isTTY && process.stderr.isTTY && { askZone }),
  });
  if (!outcome.ok) return print(console.error, outcome.message, outcome.isMisuse ? 2 : 1);
  const guesses = outcome.notes.map((note) => `  ${note}`);
  const report = [
    ...outcome.written.map((path) => `Wrote ${path}`),
    ...(guesses.length > 0 ? ["Please check what was guessed:", ...guesses] : []),
  ];
  return print(console.log, report.join("\n"), 0);
}

/** Loaded only where it is wanted: it has parsers that an article copied from a page can do without. */
async function runFeed(args: readonly string[]): Promise<number> {
  const { runImportFeed } = await import("../import/run-import-feed.ts");
  return runImportFeed(args);
}

/** The answer typed; nothing where the author ends the input instead. */
async function askZone(found: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const ended = new Promise<string>((resolve) => terminal.once("close", () => resolve("")));
  const question = `"${found}" does not say in which zone. The newsroom's zone, such as Asia/Hong_Kong: `;
  const answer = await Promise.race([terminal.question(question), ended]);
  terminal.close();
  return answer;
}

function print(log: (text: string) => void, text: string, exitCode: number): number {
  log(text);
  return exitCode;
}
