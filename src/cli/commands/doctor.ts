import { styleText } from "node:util";
import { ALL_CHECKS } from "../../doctor/all-checks.ts";
import { diagnose } from "../../doctor/diagnose.ts";
import { formatReport, type Style } from "../../doctor/format-report.ts";
import { DEFAULT_FETCH_SETTINGS, type FetchSettings } from "../../doctor/net/fetch-settings.ts";
import type { Report } from "../../doctor/report.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import { command, EXIT_FAILED, EXIT_OK, runIfMain, type WrongUse } from "../console/command.ts";

const EXIT_NO_ANSWER = 3;
const COLOURS = { error: "red", warning: "yellow", note: "cyan", heading: "bold" } as const;

export type DoctorOptions = {
  /** Absolute, http or https. */
  readonly address: string;
  readonly asJson: boolean;
  readonly isStrict: boolean;
  readonly isVerbose: boolean;
  readonly settings: FetchSettings;
};

type Asked = { readonly kind: "list" } | { readonly kind: "check"; readonly options: DoctorOptions };

/** `npm run doctor -- ADDRESS` */
export const DOCTOR = command({
  usage: ["npm run doctor -- ADDRESS [options]", "npm run doctor -- --list"],
  about: `Checks a feed, or a page and the feeds it names, as a strict reader would: what is
wrong, which readers it concerns, and how to fix it.`,
  options: {
    json: { type: "flag", about: "print a report for programs" },
    strict: { type: "flag", about: "fail on warnings as on errors" },
    verbose: { type: "flag", about: "name the rules that were followed, too" },
    list: { type: "flag", about: "print all rules, and check nothing" },
    "allow-private": { type: "flag", about: "follow addresses of this machine and of private networks" },
    timeout: {
      type: "number",
      value: "SECONDS",
      about: "the longest a request may take",
      default: DEFAULT_FETCH_SETTINGS.timeoutMs / 1_000,
      min: 0.1,
      max: 120,
      hasFractions: true,
      unit: "seconds",
    },
    "max-bytes": {
      type: "number",
      value: "BYTES",
      about: "the largest body that is read",
      default: DEFAULT_FETCH_SETTINGS.maxBytes,
      min: 1_000,
      max: 100_000_000,
    },
    "user-agent": { type: "text", value: "TEXT", about: "the name that the doctor gives itself" },
  },
  positionals: { max: 1, unexpected: (another) => `one address at a time: what is "${another}"?` },
  exits: { 0: "no errors", 1: "errors", [EXIT_NO_ANSWER]: "no answer" },
  read: (given): Result<Asked, WrongUse> => {
    if (given.flag("list")) return ok({ kind: "list" });
    const [typed] = given.positionals;
    if (typed === undefined) return err({ message: "name the address to check" });
    const address = addressFrom(typed);
    if (address === undefined) return err({ message: `"${typed}" is not an http or https address` });
    const userAgent = given.text("user-agent") ?? DEFAULT_FETCH_SETTINGS.userAgent;
    if (!/^[\x20-\x7E]+$/.test(userAgent)) return err({ message: "--user-agent: expected printable ASCII" });
    const { timeoutMs, maxBytes } = DEFAULT_FETCH_SETTINGS;
    const options: DoctorOptions = {
      address,
      asJson: given.flag("json"),
      isStrict: given.flag("strict"),
      isVerbose: given.flag("verbose"),
      settings: {
        ...DEFAULT_FETCH_SETTINGS,
        timeoutMs: (given.number("timeout") ?? timeoutMs / 1_000) * 1_000,
        maxBytes: given.number("max-bytes") ?? maxBytes,
        userAgent,
        ...(given.flag("allow-private") && { mayAsk: () => true }),
      },
    };
    return ok({ kind: "check", options });
  },
  run: async (read) => {
    if (read.kind === "list") {
      console.log(ALL_CHECKS.map(({ id, level, summary }) => `${id} (${level})\n  ${summary}`).join("\n"));
      return EXIT_OK;
    }
    const { address, settings, asJson, isVerbose } = read.options;
    const report = await diagnose(address, settings, Date.now());
    console.log(asJson ? JSON.stringify(report, null, 2) : formatReport(report, { isVerbose, paint }));
    return exitCodeOf(report, read.options);
  },
});

/** Assumes https if the address has no scheme. */
function addressFrom(typed: string): string | undefined {
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`);
  return url?.protocol === "https:" || url?.protocol === "http:" ? url.href : undefined;
}

function exitCodeOf({ readable, counts }: Report, { isStrict }: DoctorOptions): number {
  if (!readable) return EXIT_NO_ANSWER;
  return counts.error > 0 || (isStrict && counts.warning > 0) ? EXIT_FAILED : EXIT_OK;
}

/** Colours the text only on a terminal, and not if NO_COLOR is set: `styleText` checks both. */
function paint(style: Style, text: string): string {
  return styleText(COLOURS[style], text, { stream: process.stdout });
}

await runIfMain(import.meta, DOCTOR);
