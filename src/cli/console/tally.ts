import type { Refusal } from "../desk-client/refusal.ts";
import { describeRefusal, type PushReport } from "../publish/push-report.ts";
import type { Progress } from "./progress.ts";

type Counted = "created" | "changed" | "unchanged" | "retracted" | "sentMedia" | "left";

/** Counts the steps of a run. A report can be made at any moment, also if the run ends early. */
export type Tally = {
  readonly count: (what: Counted, number: number) => void;
  /** Counts a step that succeeded. */
  readonly done: (what: Counted, line: string) => void;
  /** Counts a step that failed, with one or more lines about it. */
  readonly fail: (lines: readonly string[]) => void;
  /** Counts a step that was refused. If the refusal concerns all further requests too, the run is over. */
  readonly refuse: (file: string, refusal: Refusal) => void;
  readonly warn: (line: string) => void;
  /** Ends the run. The first reason counts. */
  readonly halted: (reason: string) => Tally;
  readonly isOver: () => boolean;
  readonly report: () => PushReport;
};

export function openTally(progress: Progress): Tally {
  const counts = { created: 0, changed: 0, unchanged: 0, retracted: 0, sentMedia: 0, left: 0 };
  const failures: (readonly string[])[] = [];
  const warnings: string[] = [];
  let halt: string | undefined;
  const tally: Tally = {
    count: (what, number) => {
      counts[what] += number;
    },
    done: (what, line) => {
      counts[what] += 1;
      progress.step(line);
    },
    fail: (lines) => {
      failures.push(lines);
      progress.step(`failed ${lines[0]}`, true);
    },
    refuse: (file, refusal) => {
      if (refusal.kind === "refused") tally.fail(describeRefusal(file, refusal));
      else halt ??= refusal.message;
    },
    warn: (line) => warnings.push(line),
    halted: (reason) => {
      halt ??= reason;
      return tally;
    },
    isOver: () => halt !== undefined,
    report: () => ({ ...counts, failures, warnings, ...(halt !== undefined && { halt }) }),
  };
  return tally;
}
