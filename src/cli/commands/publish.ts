import { randomBytes } from "node:crypto";
import { resolve } from "node:path";
import { err, ok } from "../../syntax/result.ts";
import { command, EXIT_FAILED, EXIT_OK, fail, runIfMain } from "../console/command.ts";
import { showProgress } from "../console/progress.ts";
import { stopOnSignals } from "../console/stop-on-signals.ts";
import { openDesk } from "../desk-client/desk-client.ts";
import { readDesk } from "../desk-client/desk-options.ts";
import { summarise } from "../publish/push-report.ts";
import { readFolder } from "../publish/read-folder.ts";
import { runPush } from "../publish/run-push.ts";

export type PublishOptions = {
  readonly folder: string;
  /** An origin. */
  readonly to: string;
  readonly token: string;
  readonly isDryRun: boolean;
  readonly retractMissing?: string;
  readonly restores: boolean;
  readonly isMinor: boolean;
};

/** `npm run publish`: brings a folder to a newsroom. */
export const PUBLISH = command({
  usage: ["npm run publish -- [FOLDER] --to ADDRESS [options]"],
  about: `Sends the articles and pages of a folder (content/ by default) to a newsroom. What the newsroom already has is not sent
again, so a run that was interrupted continues where it stopped.`,
  options: {
    to: {
      type: "text",
      value: "ADDRESS",
      about: "the newsroom, such as https://news.example.org or http://localhost:8787",
    },
    token: {
      type: "text",
      value: "TOKEN",
      about: "a token with the scopes publish and media; better in the variable DATELINE_TOKEN",
    },
    "dry-run": { type: "flag", about: "only say what would be done" },
    "retract-missing": {
      type: "text",
      value: "REASON",
      about: "retract what is published there and is not in the folder",
    },
    minor: { type: "flag", about: "the changes are small, so readers need not be told: their dates stay" },
    restore: { type: "flag", about: "publish again what the newsroom has retracted and the folder has not" },
  },
  positionals: { max: 1, unexpected: (extra) => `one folder: what is "${extra}"?` },
  notes: "A folder without publication.yaml is read with the one of content/.",
  exits: { 0: "everything is there", 1: "something is not" },
  read: (given, { DATELINE_TOKEN }) => {
    const [folder = "content"] = given.positionals;
    const desk = readDesk("to", given.text("to"), given.text("token") ?? DATELINE_TOKEN);
    if (!desk.ok) return desk;
    const retractMissing = given.text("retract-missing")?.trim();
    if (retractMissing === "") return err({ message: "--retract-missing: give the reason, which readers are told" });
    const options: PublishOptions = {
      folder,
      to: desk.value.origin,
      token: desk.value.token,
      isDryRun: given.flag("dry-run"),
      ...(retractMissing !== undefined && { retractMissing }),
      restores: given.flag("restore"),
      isMinor: given.flag("minor"),
    };
    return ok(options);
  },
  run: publish,
});

async function publish({ folder: shownAs, to, token, ...options }: PublishOptions): Promise<number> {
  const root = process.cwd();
  const read = await readFolder({
    root,
    folder: resolve(root, shownAs),
    shownAs: shownAs.replace(/(?<!\/)\/+$/, ""),
    origin: to,
    randomBytes,
  });
  if (!read.ok) return fail([...read.error, "Nothing was sent."]);
  const { articles, pages, mediaFile, warnings } = read.value;
  for (const warning of warnings) console.error(`warning: ${warning}`);
  if (options.retractMissing !== undefined && articles.length === 0)
    return fail(`${shownAs}: there are no articles; nothing was sent, and nothing retracted`);
  const progress = showProgress(process.stderr);
  const desk = openDesk({ origin: to, token, stop: stopOnSignals() });
  const report = await runPush(desk, { articles, pages, mediaFile, ...options, progress });
  progress.end();
  for (const warning of report.warnings) console.error(`warning: ${warning}`);
  for (const lines of report.failures) console.error(lines.join("\n"));
  console.log(summarise(report, options.isDryRun).join("\n"));
  return report.failures.length > 0 || report.halt !== undefined ? EXIT_FAILED : EXIT_OK;
}

await runIfMain(import.meta, PUBLISH);
