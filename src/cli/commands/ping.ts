import { randomBytes } from "node:crypto";
import { compileContent } from "../../compile/compile-content.ts";
import { formatFault } from "../../compile/content-fault.ts";
import { err, ok } from "../../syntax/result.ts";
import { readContent } from "../build/content-sources.ts";
import { command, EXIT_FAILED, EXIT_OK, fail, runIfMain } from "../console/command.ts";
import { liveService, PATIENCE } from "../ping/live-service.ts";
import { printPing, reportSilence, reportTold } from "../ping/ping-report.ts";
import { tellHub } from "../ping/tell-hub.ts";

/** `npm run ping`: tells the publication's hub that feeds have changed. */
export const PING = command({
  usage: ["npm run ping [-- ADDRESS…]"],
  about: `Tells the hub of content/publication.yaml that feeds have changed: those at the addresses, or all that the
deployed service has. A deploy does so by itself; this is for a hub that did not answer then. A hub fetches
the feeds it is told of, and distributes only what has changed.`,
  options: {},
  positionals: { max: Number.POSITIVE_INFINITY, unexpected: (extra) => extra },
  exits: { 0: "the hub was told", 1: "it was not" },
  read: ({ positionals }) => {
    const wrong = positionals.find((address) => !/^https?:$/.test(URL.parse(address)?.protocol ?? ""));
    return wrong === undefined ? ok(positionals) : err({ message: `${wrong}: expected the address of a feed` });
  },
  run: async (addresses) => {
    const content = { ...(await readContent(process.cwd())), articles: [] };
    const compiled = compileContent(content, { mode: "production", allowPlaceholder: false, randomBytes });
    if (!compiled.ok) return fail(compiled.error.faults.map(formatFault));
    const { hub, address } = compiled.value.publication;
    if (hub === undefined) return fail("content/publication.yaml does not name a hub.");
    const topics = addresses.length > 0 ? addresses : await liveService(address, PATIENCE).topics();
    const report = topics === undefined ? reportSilence(address, hub) : reportTold(hub, await tellHub(hub, topics));
    printPing(report);
    return report.warnings.length > 0 ? EXIT_FAILED : EXIT_OK;
  },
});

await runIfMain(import.meta, PING);
