import { randomBytes } from "node:crypto";
import { compileContent } from "../../compile/compile-content.ts";
import { formatFault } from "../../compile/content-fault.ts";
import { readContent } from "../build/content-sources.ts";
import { liveService, PATIENCE } from "../ping/live-service.ts";
import { printPing, reportSilence, reportTold } from "../ping/ping-report.ts";
import { tellHub } from "../ping/tell-hub.ts";
import { PING_USAGE, readPingOptions } from "./ping-options.ts";

/** `npm run ping`: tells the publication's hub that feeds have changed. Exit codes: 0 it was told; 1 it was not; 2 the command is to be changed. */
process.exitCode = await run(process.argv.slice(2));

async function run(args: readonly string[]): Promise<number> {
  const read = readPingOptions(args);
  if (read.kind === "help") {
    console.log(PING_USAGE);
    return 0;
  }
  if (read.kind === "mistake") return refuse(`${read.message}\n\n${PING_USAGE}`, 2);
  const content = { ...(await readContent(process.cwd())), articles: [] };
  const compiled = compileContent(content, { mode: "production", allowPlaceholder: false, randomBytes });
  if (!compiled.ok) return refuse(compiled.faults.map(formatFault).join("\n"), 1);
  const { hub, address } = compiled.publication;
  if (hub === undefined) return refuse("content/publication.yaml names no hub, so there is nobody to tell.", 1);
  const topics = read.addresses.length > 0 ? read.addresses : await liveService(address, PATIENCE).topics();
  const report = topics === undefined ? reportSilence(address, hub) : reportTold(hub, await tellHub(hub, topics));
  printPing(report);
  return report.warnings.length > 0 ? 1 : 0;
}

function refuse(message: string, exitCode: number): number {
  console.error(message);
  return exitCode;
}
