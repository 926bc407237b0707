import { randomBytes } from "node:crypto";
import { resolve } from "node:path";
import { showProgress } from "../console/progress.ts";
import { stopOnSignals } from "../console/stop-on-signals.ts";
import { openDesk } from "../desk-client/desk-client.ts";
import { summarise } from "../publish/push-report.ts";
import { readFolder } from "../publish/read-folder.ts";
import { runPush } from "../publish/run-push.ts";
import { PUBLISH_USAGE, type PublishOptions, readPublishOptions } from "./publish-options.ts";

/**
 * `npm run publish`: brings a folder to a newsroom.
 * Exit codes: 0 all of it is there; 1 something is not, or the content has faults; 2 the command is to be changed.
 */
process.exitCode = await run(process.argv.slice(2));

async function run(args: readonly string[]): Promise<number> {
  const read = readPublishOptions(args, process.env);
  if (read.kind === "help") {
    console.log(PUBLISH_USAGE);
    return 0;
  }
  if (read.kind === "mistake") {
    console.error(`${read.message}\n\n${PUBLISH_USAGE}`);
    return 2;
  }
  return publish(read.options);
}

async function publish({ folder: shownAs, to, token, ...options }: PublishOptions): Promise<number> {
  const root = process.cwd();
  const folder = await readFolder({
    root,
    folder: resolve(root, shownAs),
    shownAs: shownAs.replace(/(?<!\/)\/+$/, ""),
    origin: to,
    randomBytes,
  });
  if (!folder.ok) {
    console.error([...folder.problems, "Nothing was sent."].join("\n"));
    return 1;
  }
  const { articles, mediaFile, warnings } = folder;
  for (const warning of warnings) console.error(`warning: ${warning}`);
  if (options.retractMissing !== undefined && articles.length === 0) {
    console.error(`${shownAs}: there are no articles; nothing was sent, and nothing retracted`);
    return 1;
  }
  const progress = showProgress(process.stderr);
  const desk = openDesk({ origin: to, token, stop: stopOnSignals() });
  const report = await runPush(desk, { articles, mediaFile, ...options, progress });
  progress.end();
  for (const warning of report.warnings) console.error(`warning: ${warning}`);
  for (const lines of report.failures) console.error(lines.join("\n"));
  console.log(summarise(report, options.isDryRun).join("\n"));
  return report.failures.length > 0 || report.halt !== undefined ? 1 : 0;
}
