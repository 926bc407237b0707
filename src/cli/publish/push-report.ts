import { safeLine } from "../../doctor/safe-line.ts";
import type { Refusal, RemoteFault } from "../desk-client/refusal.ts";

/** The counts and messages of a run. */
export type PushReport = {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly retracted: number;
  readonly sentMedia: number;
  /** One or more lines each. */
  readonly failures: readonly (readonly string[])[];
  readonly warnings: readonly string[];
  /** The number of articles that only the newsroom has and that were not changed. */
  readonly left: number;
  /** Why the run ended early. */
  readonly halt?: string;
};

/** One line for each fault of a refused file, with its place. */
export function describeRefusal(file: string, { message, faults }: Refusal): readonly string[] {
  if (faults.length === 0) return [`${file}: ${safeLine(message)}`];
  return faults.map((fault) => `${file}${placeOf(fault)}: ${judgement(fault)}`);
}

function placeOf({ line, pointer, parameter, header }: RemoteFault): string {
  const name = parameter ?? header ?? pointer ?? "";
  return (line === undefined ? "" : `:${line}`) + (name === "" ? "" : ` ${safeLine(name)}`);
}

function judgement({ found, expected }: RemoteFault): string {
  return safeLine(`${found === undefined ? "" : `found ${found}; `}expected ${expected}`, 1_000);
}

/** The summary of a run. Each planned step is counted once. */
export function summarise(report: PushReport, isDryRun: boolean): readonly string[] {
  const { created, changed, unchanged, retracted, sentMedia, failures, left, halt } = report;
  const counts = [
    `${created} created`,
    `${changed} changed`,
    `${unchanged} unchanged`,
    ...(retracted > 0 ? [`${retracted} retracted`] : []),
    `${failures.length} failed`,
  ].join(", ");
  const media = sentMedia === 1 ? "1 media file sent" : `${sentMedia} media files sent`;
  const others = left === 1 ? "1 article there is not" : `${left} articles there are not`;
  return [
    ...(halt === undefined ? [] : [`Ended early: ${safeLine(halt, 1_000)}`]),
    `${isDryRun ? "Nothing was sent. It would be: " : ""}${counts}; ${media}`,
    ...(left > 0 ? [`${others} in the folder, and unchanged`] : []),
    ...(halt === undefined ? [] : ["Run the command again to continue."]),
  ];
}
