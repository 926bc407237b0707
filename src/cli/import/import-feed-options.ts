import { writtenTime } from "../../import/feeds/written-time.ts";
import { slug, webAddress } from "../../model/schema.ts";
import type { Timestamp } from "../../model/timestamp.ts";
import { readArguments } from "../console/read-arguments.ts";

const MAX_BYTES = 2_000_000_000;
const TIMEOUT_SECONDS = 60;

export const IMPORT_FEED_USAGE = `Usage: npm run import -- feed ADDRESS-or-FILE [options]

Brings articles in from another system: RSS, Atom, JSON Feed, a WordPress export (WXR), a Ghost
export (JSON), as a file or an address. Each becomes content/articles/<slug>.html. An address may be
that of a page that names its feed, and archives that the feed names are followed.

  --site ADDRESS     the site the articles were on, where the export does not say
  --section SLUG     put all of them into this section
  --published TIME   when those were published that do not say it: 2019-05-01T09:00:00+02:00
  --media            bring their pictures into content/media, too
  --force            replace articles that were changed since they were brought in
  --dry-run          only say what would be written
  --no-archives      only the document itself, not those it names for older articles
  --max-bytes BYTES  the most a document may have that is fetched (${MAX_BYTES})
  --timeout SECONDS  the longest to wait for the next bytes (${TIMEOUT_SECONDS})
  --allow-private    bring pictures from addresses of this machine and of private networks, too

Exit status: 0 all is in; 1 something was not, or nothing could be read; 2 the command is to be changed.`;

/** What was asked for. `source` is as typed. */
export type ImportFeedOptions = {
  readonly source: string;
  readonly site?: string | undefined;
  readonly section?: string | undefined;
  readonly published?: Timestamp | undefined;
  readonly withMedia: boolean;
  readonly force: boolean;
  readonly isDryRun: boolean;
  readonly withArchives: boolean;
  readonly maxBytes: number;
  readonly timeoutMs: number;
  readonly mayAskPrivate: boolean;
};

export type ReadImportFeedOptions =
  | { readonly kind: "options"; readonly options: ImportFeedOptions }
  | { readonly kind: "help" }
  | { readonly kind: "mistake"; readonly message: string };

const OPTIONS = {
  site: { type: "string" },
  section: { type: "string" },
  published: { type: "string" },
  media: { type: "boolean" },
  force: { type: "boolean" },
  "dry-run": { type: "boolean" },
  "no-archives": { type: "boolean" },
  "max-bytes": { type: "string" },
  timeout: { type: "string" },
  "allow-private": { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

export function readImportFeedOptions(args: readonly string[]): ReadImportFeedOptions {
  const mistake = (message: string): ReadImportFeedOptions => ({ kind: "mistake", message });
  const parsed = readArguments(args, OPTIONS);
  if (typeof parsed === "string") return mistake(parsed);
  const { positionals, values } = parsed;
  if (values.help) return { kind: "help" };
  const [source, another] = positionals;
  if (source === undefined) return mistake("name the file or address to import");
  if (another !== undefined) return mistake(`one file or address at a time: what is "${another}"?`);
  const site = webAddress.optional().safeParse(values.site);
  if (!site.success) return mistake(`--site ${values.site}: ${site.error.issues[0]?.message}`);
  const section = slug.optional().safeParse(values.section);
  if (!section.success) return mistake(`--section ${values.section}: ${section.error.issues[0]?.message}`);
  const published = writtenTime(values.published);
  if (values.published !== undefined && published === undefined)
    return mistake(`--published ${values.published}: expected a time such as 2019-05-01T09:00:00+02:00`);
  const maxBytes = countIn(values["max-bytes"], MAX_BYTES);
  const seconds = countIn(values.timeout, TIMEOUT_SECONDS);
  if (maxBytes === undefined) return mistake(`--max-bytes ${values["max-bytes"]}: expected a whole number`);
  if (seconds === undefined) return mistake(`--timeout ${values.timeout}: expected a whole number of seconds`);
  return {
    kind: "options",
    options: {
      source,
      site: site.data,
      section: section.data,
      published,
      withMedia: values.media ?? false,
      force: values.force ?? false,
      isDryRun: values["dry-run"] ?? false,
      withArchives: !values["no-archives"],
      maxBytes,
      timeoutMs: seconds * 1_000,
      mayAskPrivate: values["allow-private"] ?? false,
    },
  };
}

function countIn(text: string | undefined, otherwise: number): number | undefined {
  if (text === undefined) return otherwise;
  return /^[1-9]\d{0,12}$/.test(text) ? Number(text) : undefined;
}
