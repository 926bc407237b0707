import { randomBytes } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { writeNewArticle } from "../new-article-file.ts";
import { NEW_USAGE, readNewOptions } from "./new-article-options.ts";

/**
 * `npm run new -- "Title"`: begins an article.
 * Exit codes: 0 written; 1 it would overwrite one, or the publication has no identity; 2 the command is to be changed.
 */
process.exitCode = run(process.argv.slice(2));

function run(args: readonly string[]): number {
  const read = readNewOptions(args);
  if (read.kind === "help") {
    console.log(NEW_USAGE);
    return 0;
  }
  if (read.kind === "mistake") return refuse(`${read.message}\n\n${NEW_USAGE}`, 2);
  const zone = Temporal.Now.timeZoneId();
  const outcome = writeNewArticle(read.options, { root: process.cwd(), now: Date.now(), zone, randomBytes });
  if (!outcome.ok) return refuse(outcome.message, outcome.isMisuse ? 2 : 1);
  console.log(`Wrote ${outcome.path}`);
  return 0;
}

function refuse(message: string, exitCode: number): number {
  console.error(message);
  return exitCode;
}
