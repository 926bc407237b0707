import { showProgress } from "../console/show-progress.ts";
import { importFeed } from "./import-feed.ts";
import { IMPORT_FEED_USAGE, readImportFeedOptions } from "./import-feed-options.ts";

/**
 * `npm run import -- feed ADDRESS-or-FILE`: brings articles in from another system.
 * Exit codes: 0 all is in; 1 something was not, or nothing could be read; 2 the command is to be changed.
 */
export async function runImportFeed(args: readonly string[]): Promise<number> {
  const read = readImportFeedOptions(args);
  if (read.kind === "help") {
    console.log(IMPORT_FEED_USAGE);
    return 0;
  }
  if (read.kind === "mistake") {
    console.error(`${read.message}\n\n${IMPORT_FEED_USAGE}`);
    return 2;
  }
  const progress = showProgress(process.stderr);
  const outcome = await importFeed(read.options, {
    root: process.cwd(),
    // npm runs scripts in the package's folder, and keeps in INIT_CWD where the author is.
    workingFolder: process.env.INIT_CWD ?? process.cwd(),
    progress: progress.show,
  });
  progress.end();
  if (!outcome.ok) {
    console.error(outcome.message);
    return outcome.isMisuse ? 2 : 1;
  }
  const { report } = outcome;
  const { problems, summary } = report.lines(read.options.isDryRun);
  if (problems.length > 0) console.error(problems.join("\n"));
  console.log(summary.join("\n"));
  return report.isWhole ? 0 : 1;
}
