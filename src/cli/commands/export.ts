import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { compileContent } from "../../compile/compile-content.ts";
import { formatFault } from "../../compile/content-fault.ts";
import { readContent } from "../build/content-sources.ts";
import { showProgress } from "../console/progress.ts";
import { stopOnSignals } from "../console/stop-on-signals.ts";
import { openDesk } from "../desk-client/desk-client.ts";
import { type ExportReport, runExport } from "../export/run-export.ts";
import { EXPORT_USAGE, type ExportOptions, readExportOptions } from "./export-options.ts";

/**
 * `npm run export`: writes a newsroom's articles into a folder.
 * Exit codes: 0 all was written; 1 something was not; 2 the command is to be changed.
 */
process.exitCode = await run(process.argv.slice(2));

async function run(args: readonly string[]): Promise<number> {
  const read = readExportOptions(args, process.env);
  if (read.kind === "help") {
    console.log(EXPORT_USAGE);
    return 0;
  }
  if (read.kind === "mistake") return refuse([read.message, "", EXPORT_USAGE], 2);
  return write(read.options);
}

async function write({ from, to, token, isForced }: ExportOptions): Promise<number> {
  const folder = resolve(to);
  if (!isForced && existsSync(folder) && readdirSync(folder).length > 0)
    return refuse([`${to}: there is something in this folder; name another, or add --force to write into it`], 2);
  const { publication, media } = await readContent(process.cwd());
  const options = { mode: "development", allowPlaceholder: true, randomBytes } as const;
  const compiled = compileContent({ publication, articles: [], media }, options);
  if (!publication || !compiled.ok) {
    const faults = compiled.ok ? [] : compiled.faults.map(formatFault);
    return refuse([...faults, "The publication that the newsroom is deployed with has to be in content/."], 1);
  }
  mkdirSync(folder, { recursive: true });
  const progress = showProgress(process.stderr);
  const desk = openDesk({ origin: from, token, stop: stopOnSignals() });
  const own = media.filter(({ name }) => compiled.media.some((each) => each.name === name));
  const report = await runExport(desk, {
    folder,
    publication,
    compiledPublication: compiled.publication,
    media: own,
    randomBytes,
    progress,
  });
  progress.end();
  if (report.failures.length > 0) console.error(report.failures.join("\n"));
  console.log(summarise(report, to).join("\n"));
  return report.failures.length > 0 || report.halt !== undefined ? 1 : 0;
}

function summarise({ asWritten, asIs, media, failures, halt }: ExportReport, to: string): readonly string[] {
  const files = media === 1 ? "1 media file" : `${media} media files`;
  return [
    ...(halt === undefined ? [] : [`Ended before its time: ${halt}`]),
    `${to}: ${asWritten} as written, ${asIs} as they are now, ${failures.length} failed; ${files}`,
    ...(halt === undefined ? [] : ["Run it again with --force to go on."]),
  ];
}

function refuse(lines: readonly string[], exitCode: number): number {
  console.error(lines.join("\n"));
  return exitCode;
}
