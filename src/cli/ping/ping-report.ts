import type { Told } from "./tell-hub.ts";

/** A suggested command names at most this many addresses. With more it names none, and the hub is told of all feeds. */
const MAX_NAMED = 5;

/** `said` is for standard output. `warnings` ask the author to do something. */
export type PingReport = { readonly said: readonly string[]; readonly warnings: readonly string[] };

export function reportTold(hub: string, { told, untold, faults }: Told): PingReport {
  const said =
    told.length > 0
      ? [`The hub ${hub} was told of ${counted(told.length)}.`]
      : untold.length > 0
        ? []
        : [`No feed has changed: there was nothing to tell the hub ${hub}.`];
  if (untold.length === 0) return { said, warnings: [] };
  return {
    said,
    warnings: [
      `warning: the hub ${hub} was not told of ${counted(untold.length)}: ${faults.join("; ")}`,
      `Tell it again: ${pingCommand(untold)}`,
    ],
  };
}

export function reportSilence(address: string, hub: string): PingReport {
  return {
    said: [],
    warnings: [
      `warning: ${address}/feeds.opml does not answer, so the hub ${hub} was told of nothing.`,
      `Tell it of all feeds once it does: ${pingCommand([])}`,
    ],
  };
}

function pingCommand(topics: readonly string[]): string {
  return ["npm run ping", ...(topics.length > 0 && topics.length <= MAX_NAMED ? ["--", ...topics] : [])].join(" ");
}

function counted(count: number): string {
  return `${count} ${count === 1 ? "address that has" : "addresses that have"} changed`;
}

export function printPing({ said, warnings }: PingReport): void {
  if (said.length > 0) console.log(said.join("\n"));
  if (warnings.length > 0) console.error(warnings.join("\n"));
}
