import { styleText } from "node:util";
import { formatReport, type Style } from "../../doctor/format-report.ts";
import type { Report } from "../../doctor/report.ts";
import { showProgress } from "../console/progress.ts";
import type { Watcher } from "./check-sources.ts";
import { type Outcome, outcomeOf, summarize } from "./summary.ts";

const COLOURS = { error: "red", warning: "yellow", note: "cyan", heading: "bold" } as const;

export type PrintOptions = {
  readonly asJson: boolean;
  readonly isVerbose: boolean;
  /** Whether there may be more than one report. */
  readonly areMany: boolean;
};

type Printer = Watcher & { readonly end: () => readonly Outcome[] };

/** Prints reports on standard output, and on a terminal how far the check is on standard error. */
export function openPrinter({ asJson, isVerbose, areMany }: PrintOptions): Printer {
  const outcomes: Outcome[] = [];
  const progress = process.stderr.isTTY ? showProgress(process.stderr) : undefined;
  let expected = 0;
  let isCounting = false;
  const print = (text: string) => {
    progress?.end();
    console.log(text);
  };
  return {
    expect: (number) => {
      expected += number;
      // One address has nothing to count.
      if (expected > 1) progress?.expect(isCounting ? number : expected);
      isCounting ||= expected > 1;
    },
    ready: (name) => {
      if (expected > 1) progress?.step(name);
    },
    report: (report) => {
      outcomes.push(outcomeOf(report));
      if (asJson) return print(JSON.stringify(report));
      const text = formatReport(report, { isVerbose, paint });
      const hasHeader = areMany || report.list !== undefined || report.subscriptions !== undefined;
      const gap = outcomes.length > 1 ? "\n" : "";
      print(hasHeader ? `${gap}${headerOf(report)}\n\n${text}` : text);
    },
    end: () => {
      progress?.end();
      if (!asJson && outcomes.length > 1)
        console.log(`\n${paint("heading", "=== Summary ===")}\n\n${summarize(outcomes)}`);
      return outcomes;
    },
  };
}

function headerOf({ address, list }: Report): string {
  return paint("heading", `=== ${address} ===`) + (list === undefined ? "" : `\nnamed by ${list}`);
}

/** Colours the text only on a terminal, and not if NO_COLOR is set: `styleText` checks both. */
function paint(style: Style, text: string): string {
  return styleText(COLOURS[style], text, { stream: process.stdout });
}
