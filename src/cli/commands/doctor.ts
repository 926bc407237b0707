import { styleText } from "node:util";
import { ALL_CHECKS } from "../../doctor/all-checks.ts";
import { diagnose } from "../../doctor/diagnose.ts";
import { formatReport, type Style } from "../../doctor/format-report.ts";
import type { Report } from "../../doctor/report.ts";
import { DOCTOR_USAGE, type DoctorOptions, readDoctorOptions } from "./doctor-options.ts";

const COLOURS = { error: "red", warning: "yellow", note: "cyan", heading: "bold" } as const;

/**
 * `npm run doctor -- ADDRESS`: looks at a feed as a picky reader would.
 * Exit codes: 0 no errors (with --strict, no warnings either); 1 there are; 2 the command is to be changed; 3 the address brought no answer.
 */
process.exitCode = await run(process.argv.slice(2));

async function run(args: readonly string[]): Promise<number> {
  const read = readDoctorOptions(args);
  switch (read.kind) {
    case "help":
      return print(console.log, DOCTOR_USAGE, 0);
    case "list":
      return print(
        console.log,
        ALL_CHECKS.map(({ id, level, summary }) => `${id} (${level})\n  ${summary}`).join("\n"),
        0,
      );
    case "mistake":
      return print(console.error, `${read.message}\n\n${DOCTOR_USAGE}`, 2);
    case "options":
      return look(read.options);
  }
}

async function look(options: DoctorOptions): Promise<number> {
  const report = await diagnose(options.address, options.settings, Date.now());
  const { asJson, isVerbose } = options;
  const text = asJson ? JSON.stringify(report, null, 2) : formatReport(report, { isVerbose, paint });
  return print(console.log, text, exitCodeOf(report, options));
}

function exitCodeOf({ readable, counts }: Report, { isStrict }: DoctorOptions): number {
  if (!readable) return 3;
  return counts.error > 0 || (isStrict && counts.warning > 0) ? 1 : 0;
}

/** Only on a terminal, and not where NO_COLOR is set: `styleText` looks at both. */
function paint(style: Style, text: string): string {
  return styleText(COLOURS[style], text, { stream: process.stdout });
}

function print(log: (text: string) => void, text: string, exitCode: number): number {
  log(text);
  return exitCode;
}
