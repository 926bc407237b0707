import { ALL_CHECKS } from "../../doctor/all-checks.ts";
import { DEFAULT_FETCH_SETTINGS } from "../../doctor/net/fetch-settings.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import { command, EXIT_OK, runIfMain, type WrongUse } from "../console/command.ts";
import { type CheckSettings, checkSources } from "../doctor/check-sources.ts";
import { EXIT_NO_ANSWER, exitCodeOf } from "../doctor/exit-code.ts";
import { openPrinter } from "../doctor/print-reports.ts";
import { type Source, typedSource } from "../doctor/typed-source.ts";
import { ownUserAgent } from "../import/own-user-agent.ts";

const MAX_SOURCES = 10_000;

export type DoctorOptions = {
  readonly sources: readonly Source[];
  readonly asJson: boolean;
  readonly isStrict: boolean;
  readonly isVerbose: boolean;
  readonly settings: Omit<CheckSettings, "input" | "now">;
};

type Asked = { readonly kind: "list" } | { readonly kind: "check"; readonly options: DoctorOptions };

/** `npm run doctor -- ADDRESS-or-FILE…` */
export const DOCTOR = command({
  usage: ["npm run doctor -- ADDRESS-or-FILE… [options]", "npm run doctor -- --list"],
  about: `Checks feeds, or pages and the feeds they name, as a strict reader would: what is wrong,
which readers it concerns, and how to fix it. Takes addresses, files on disk, OPML (every
feed in it is checked), and standard input as "-". Without a scheme, an address is https,
and http on this machine and in private networks.`,
  options: {
    json: { type: "flag", about: "print a report for programs, one on each line" },
    strict: { type: "flag", about: "fail on warnings as on errors" },
    verbose: { type: "flag", about: "name the rules that were followed, too" },
    list: { type: "flag", about: "print all rules, and check nothing" },
    base: { type: "text", value: "ADDRESS", about: "where a file or the standard input is served" },
    "as-readers": { type: "flag", about: "ask as common readers ask also for the feeds of an OPML file" },
    "no-readers": { type: "flag", about: "do not ask as common readers ask" },
    "allow-private": {
      type: "flag",
      about:
        "let an address lead to this machine and to private networks;\none that you type yourself is always followed",
    },
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
      about: "the largest document that is read",
      default: DEFAULT_FETCH_SETTINGS.maxBytes,
      min: 1_000,
      max: 100_000_000,
    },
    "user-agent": {
      type: "text",
      value: "TEXT",
      about:
        "the name that the doctor gives itself; by default Dateline, with the publication's address as the contact",
    },
  },
  positionals: { max: MAX_SOURCES, unexpected: () => `at most ${MAX_SOURCES} addresses and files at a time` },
  exits: { 0: "no errors", 1: "errors", [EXIT_NO_ANSWER]: "no answer or not readable, and no errors elsewhere" },
  read: (given, env): Result<Asked, WrongUse> => {
    if (given.flag("list")) return ok({ kind: "list" });
    if (given.positionals.length === 0) return err({ message: "name the address or file to check" });
    const sources = sourcesOf(given.positionals, env.INIT_CWD ?? process.cwd());
    if (!sources.ok) return sources;
    if (given.flag("as-readers") && given.flag("no-readers"))
      return err({ message: "--as-readers and --no-readers contradict each other" });
    const typedBase = given.text("base");
    const base = typedBase === undefined ? undefined : URL.parse(typedBase);
    if (base === null || (base && !/^https?:$/.test(base.protocol)))
      return err({ message: `--base ${typedBase}: expected an http or https address` });
    if (base && sources.value.filter(({ kind }) => kind !== "address").length !== 1)
      return err({ message: "--base says where one file, or the standard input, is served" });
    const userAgent = given.text("user-agent") ?? ownUserAgent(process.cwd());
    if (!/^[\x20-\x7E]+$/.test(userAgent)) return err({ message: "--user-agent: expected printable ASCII" });
    const { timeoutMs, maxBytes } = DEFAULT_FETCH_SETTINGS;
    const options: DoctorOptions = {
      sources: sources.value,
      asJson: given.flag("json"),
      isStrict: given.flag("strict"),
      isVerbose: given.flag("verbose"),
      settings: {
        fetch: {
          ...DEFAULT_FETCH_SETTINGS,
          timeoutMs: (given.number("timeout") ?? timeoutMs / 1_000) * 1_000,
          maxBytes: given.number("max-bytes") ?? maxBytes,
          userAgent,
        },
        mayAskPrivate: given.flag("allow-private"),
        asReaders: given.flag("no-readers") ? "none" : given.flag("as-readers") ? "all" : "typed",
        base: base?.href,
      },
    };
    return ok({ kind: "check", options });
  },
  run: async (read) => {
    if (read.kind === "list") {
      console.log(ALL_CHECKS.map(({ id, level, summary }) => `${id} (${level})\n  ${summary}`).join("\n"));
      return EXIT_OK;
    }
    const { sources, settings, asJson, isVerbose, isStrict } = read.options;
    const printer = openPrinter({ asJson, isVerbose, areMany: sources.length > 1 });
    await checkSources(sources, { ...settings, input: process.stdin, now: Date.now() }, printer);
    return exitCodeOf(printer.end(), isStrict);
  },
});

function sourcesOf(typed: readonly string[], workingFolder: string): Result<readonly Source[], WrongUse> {
  const sources: Source[] = [];
  for (const each of typed) {
    const found = typedSource(each, workingFolder);
    if (!found.ok) return err({ message: found.error });
    sources.push(...found.value);
  }
  if (sources.filter(({ kind }) => kind === "input").length > 1)
    return err({ message: "the standard input (-) can be read once" });
  return ok(sources);
}

await runIfMain(import.meta, DOCTOR);
