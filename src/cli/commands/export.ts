import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { compileContent } from "../../compile/compile-content.ts";
import { formatFault } from "../../compile/content-fault.ts";
import { err, ok } from "../../syntax/result.ts";
import { readContent } from "../build/content-sources.ts";
import { command, EXIT_FAILED, EXIT_OK, EXIT_WRONG_USE, fail, runIfMain } from "../console/command.ts";
import { showProgress } from "../console/progress.ts";
import { stopOnSignals } from "../console/stop-on-signals.ts";
import { openDesk } from "../desk-client/desk-client.ts";
import { readDesk } from "../desk-client/desk-options.ts";
import { type ExportReport, runExport } from "../export/run-export.ts";

export type ExportOptions = {
  /** An origin. */
  readonly from: string;
  readonly to: string;
  readonly token: string;
  readonly isForced: boolean;
};

/** `npm run export`: writes the articles of a newsroom into a folder. */
export const EXPORT = command({
  usage: ["npm run export -- --from ADDRESS --to FOLDER [options]"],
  about: `Writes every article and page of a newsroom, in every state, as a content file, with the media it uses. "npm run publish"
takes the folder back. An article is written as its author sent it, if that text still says what the article says now.`,
  options: {
    from: {
      type: "text",
      value: "ADDRESS",
      about: "the newsroom, such as https://news.example.org or http://localhost:8787",
    },
    to: { type: "text", value: "FOLDER", about: "the folder to write to, new or empty" },
    token: {
      type: "text",
      value: "TOKEN",
      about: "a token with the scopes read and media; better in the variable DATELINE_TOKEN",
    },
    force: { type: "flag", about: "write into a folder that is not empty: articles are replaced, nothing is removed" },
  },
  positionals: { max: 0, unexpected: (extra) => `what is "${extra}"? The folder goes after --to` },
  notes: "publication.yaml is not exported: a newsroom is deployed with it, from content/.",
  exits: { 0: "everything was written", 1: "something was not" },
  read: (given, { DATELINE_TOKEN }) => {
    const desk = readDesk("from", given.text("from"), given.text("token") ?? DATELINE_TOKEN);
    if (!desk.ok) return desk;
    const to = given.text("to") ?? "";
    if (to === "") return err({ message: "name a folder to write to: --to FOLDER" });
    const options: ExportOptions = {
      from: desk.value.origin,
      to,
      token: desk.value.token,
      isForced: given.flag("force"),
    };
    return ok(options);
  },
  run: writeFolder,
});

async function writeFolder({ from, to, token, isForced }: ExportOptions): Promise<number> {
  const folder = resolve(to);
  if (!isForced && existsSync(folder) && readdirSync(folder).length > 0)
    return fail(`${to}: the folder is not empty; name another, or add --force to write into it`, EXIT_WRONG_USE);
  const { publication, media } = await readContent(process.cwd());
  const options = { mode: "development", allowPlaceholder: true, randomBytes } as const;
  const compiled = compileContent({ publication, articles: [], media }, options);
  if (!publication || !compiled.ok) {
    const faults = compiled.ok ? [] : compiled.error.faults.map(formatFault);
    return fail([...faults, "content/ must hold the publication that the newsroom is deployed with."]);
  }
  mkdirSync(folder, { recursive: true });
  const progress = showProgress(process.stderr);
  const desk = openDesk({ origin: from, token, stop: stopOnSignals() });
  const own = media.filter(({ name }) => compiled.value.media.some((each) => each.name === name));
  const report = await runExport(desk, {
    folder,
    publication,
    compiledPublication: compiled.value.publication,
    media: own,
    randomBytes,
    progress,
  });
  progress.end();
  if (report.failures.length > 0) console.error(report.failures.join("\n"));
  console.log(summarise(report, to).join("\n"));
  return report.failures.length > 0 || report.halt !== undefined ? EXIT_FAILED : EXIT_OK;
}

function summarise({ asWritten, asIs, pages, media, failures, halt }: ExportReport, to: string): readonly string[] {
  const files = media === 1 ? "1 media file" : `${media} media files`;
  const pagesOf = pages === 0 ? "" : pages === 1 ? "1 page, " : `${pages} pages, `;
  return [
    ...(halt === undefined ? [] : [`Ended early: ${halt}`]),
    `${to}: ${asWritten} as written, ${asIs} as they are now, ${failures.length} failed; ${pagesOf}${files}`,
    ...(halt === undefined ? [] : ["Run the command again with --force to continue."]),
  ];
}

await runIfMain(import.meta, EXPORT);
