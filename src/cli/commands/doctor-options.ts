import { DEFAULT_FETCH_SETTINGS, type FetchSettings } from "../../doctor/net/fetch-settings.ts";
import { readArguments } from "../console/read-arguments.ts";

export const DOCTOR_USAGE = `Usage: npm run doctor -- ADDRESS [options]

Looks at a feed, or at a page and the feeds it names, as a picky reader would: what is
wrong, which readers it concerns, how to mend it.

  --json             print a report for programs
  --strict           let warnings fail as errors do
  --verbose          name the rules that were kept, too
  --list             print all rules, and look at nothing
  --allow-private    follow addresses of this machine and of private networks
  --timeout SECONDS  the most a request may take (${DEFAULT_FETCH_SETTINGS.timeoutMs / 1_000})
  --max-bytes BYTES  the most a body may have (${DEFAULT_FETCH_SETTINGS.maxBytes})
  --user-agent TEXT  what the doctor calls itself

Exit status: 0 no errors; 1 errors; 2 the command is to be changed; 3 no answer.`;

/** What was asked for. */
export type DoctorOptions = {
  /** Absolute, http or https. */
  readonly address: string;
  readonly asJson: boolean;
  readonly isStrict: boolean;
  readonly isVerbose: boolean;
  readonly settings: FetchSettings;
};

export type ReadDoctorOptions =
  | { readonly kind: "options"; readonly options: DoctorOptions }
  | { readonly kind: "help" }
  | { readonly kind: "list" }
  | { readonly kind: "mistake"; readonly message: string };

const OPTIONS = {
  json: { type: "boolean" },
  strict: { type: "boolean" },
  verbose: { type: "boolean" },
  list: { type: "boolean" },
  "allow-private": { type: "boolean" },
  timeout: { type: "string" },
  "max-bytes": { type: "string" },
  "user-agent": { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

export function readDoctorOptions(args: readonly string[]): ReadDoctorOptions {
  const mistake = (message: string): ReadDoctorOptions => ({ kind: "mistake", message });
  const parsed = readArguments(args, OPTIONS);
  if (typeof parsed === "string") return mistake(parsed);
  const { positionals, values } = parsed;
  if (values.help) return { kind: "help" };
  if (values.list) return { kind: "list" };
  const [given, another] = positionals;
  if (given === undefined) return mistake("name the address to look at");
  if (another !== undefined) return mistake(`one address at a time: what is "${another}"?`);
  const address = addressFrom(given);
  if (address === undefined) return mistake(`"${given}" is no http or https address`);

  const seconds = within(values.timeout ?? String(DEFAULT_FETCH_SETTINGS.timeoutMs / 1_000), 0.1, 120);
  if (seconds === undefined) return mistake("--timeout takes seconds, from 0.1 to 120");
  const maxBytes = within(values["max-bytes"] ?? String(DEFAULT_FETCH_SETTINGS.maxBytes), 1_000, 100_000_000);
  if (maxBytes === undefined) return mistake("--max-bytes takes a number from 1000 to 100000000");
  const userAgent = values["user-agent"] ?? DEFAULT_FETCH_SETTINGS.userAgent;
  if (!/^[\x20-\x7E]+$/.test(userAgent)) return mistake("--user-agent takes printable ASCII");
  const { json = false, strict = false, verbose = false, "allow-private": allowPrivate = false } = values;
  return {
    kind: "options",
    options: {
      address,
      asJson: json,
      isStrict: strict,
      isVerbose: verbose,
      settings: {
        ...DEFAULT_FETCH_SETTINGS,
        timeoutMs: seconds * 1_000,
        maxBytes,
        userAgent,
        ...(allowPrivate && { mayAsk: () => true }),
      },
    },
  };
}

/** People type hosts: without a scheme it is https. */
function addressFrom(given: string): string | undefined {
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(given) ? given : `https://${given}`);
  return url?.protocol === "https:" || url?.protocol === "http:" ? url.href : undefined;
}

function within(text: string, least: number, most: number): number | undefined {
  const number = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  return number >= least && number <= most ? number : undefined;
}
