import { typedTime } from "../../import/times/typed-time.ts";
import { namedZone } from "../../import/times/zone.ts";
import { slug, webAddress } from "../../model/schema.ts";
import { err, ok } from "../../syntax/result.ts";
import { command, EXIT_FAILED, EXIT_OK, EXIT_WRONG_USE, fail } from "../console/command.ts";
import { showBytes, showTransfer } from "../console/progress.ts";
import { stopOnSignals } from "../console/stop-on-signals.ts";
import { importFeed } from "../import/import-feed.ts";
import type { ImportFeedOptions } from "../import/import-feed-options.ts";

const DEFAULT_MAX_BYTES = 2_000_000_000;
const DEFAULT_TIMEOUT_SECONDS = 60;
const DEFAULT_MAX_SECONDS = 120;
const DEFAULT_MAX_ARCHIVES = 1_000;

/** `npm run import -- feed ADDRESS-or-FILE`: imports the articles of another system. */
export const IMPORT_FEED = command({
  usage: ["npm run import -- feed ADDRESS-or-FILE [options]"],
  about: `Imports articles from another system: RSS, Atom, JSON Feed, a WordPress export (WXR) or a Ghost export (JSON), from
a file or an address. Each becomes content/articles/<slug>.html. The address of a page that names its feed is
accepted, and archives that the feed names are followed.`,
  options: {
    site: { type: "text", value: "ADDRESS", about: "the site the articles were on, if the export does not say" },
    section: { type: "text", value: "SLUG", about: "put all of them into this section" },
    published: {
      type: "text",
      value: "TIME",
      about: "when articles without a time were published: 2019-05-01T09:00:00+02:00",
    },
    zone: {
      type: "text",
      value: "ZONE",
      about: "the zone of times that name none: Asia/Hong_Kong, Europe/Berlin, UTC, +08:00",
    },
    media: { type: "flag", about: "fetch their pictures, sound and video into content/media, too" },
    force: { type: "flag", about: "replace articles that were changed since they were imported" },
    "dry-run": { type: "flag", about: "only say what would be written" },
    "no-archives": { type: "flag", about: "only the document itself, not those it names for older articles" },
    "max-bytes": {
      type: "number",
      value: "BYTES",
      about: "the most that is fetched, all documents together",
      default: DEFAULT_MAX_BYTES,
      min: 1,
      max: 9_999_999_999_999,
    },
    timeout: {
      type: "number",
      value: "SECONDS",
      about: "the longest to wait for the next bytes",
      default: DEFAULT_TIMEOUT_SECONDS,
      min: 1,
      max: 9_999_999_999_999,
      unit: "seconds",
    },
    "max-time": {
      type: "number",
      value: "SECONDS",
      about: "the longest that fetching may take, beside a second for every 10,000 bytes",
      default: DEFAULT_MAX_SECONDS,
      min: 1,
      max: 9_999_999_999_999,
      unit: "seconds",
    },
    "max-archives": {
      type: "number",
      value: "COUNT",
      about: "the most documents with older articles that are followed",
      default: DEFAULT_MAX_ARCHIVES,
      min: 0,
      max: 1_000_000,
    },
    report: { type: "text", value: "FILE", about: "write the report as JSON, too, with every article and note" },
    "allow-private": {
      type: "flag",
      about: "let the document lead to addresses of this machine and of private networks",
    },
  },
  positionals: {
    max: 1,
    missing: "name the file or address to import",
    unexpected: (another) => `one file or address at a time: what is "${another}"?`,
  },
  exits: { 0: "everything was imported", 1: "something was not, or nothing could be read" },
  read: (given) => {
    const typed = { site: given.text("site"), section: given.text("section"), published: given.text("published") };
    const site = webAddress.optional().safeParse(typed.site);
    if (!site.success) return err({ message: `--site ${typed.site}: ${site.error.issues[0]?.message}` });
    const section = slug.optional().safeParse(typed.section);
    if (!section.success) return err({ message: `--section ${typed.section}: ${section.error.issues[0]?.message}` });
    const typedZone = given.text("zone");
    const zone = typedZone === undefined ? undefined : namedZone(typedZone);
    if (typedZone !== undefined && zone === undefined)
      return err({ message: `--zone ${typedZone}: expected a zone such as Europe/Berlin, UTC or +08:00` });
    const published = typed.published === undefined ? ok(undefined) : typedTime(typed.published, zone);
    if (!published.ok) return err({ message: `--published ${typed.published}: ${published.error}` });
    const options: ImportFeedOptions = {
      source: given.positionals[0] ?? "",
      site: site.data,
      section: section.data,
      zone,
      published: published.value,
      withMedia: given.flag("media"),
      force: given.flag("force"),
      isDryRun: given.flag("dry-run"),
      withArchives: !given.flag("no-archives"),
      maxBytes: given.number("max-bytes") ?? DEFAULT_MAX_BYTES,
      timeoutMs: (given.number("timeout") ?? DEFAULT_TIMEOUT_SECONDS) * 1_000,
      maxTimeMs: (given.number("max-time") ?? DEFAULT_MAX_SECONDS) * 1_000,
      maxArchives: given.number("max-archives") ?? DEFAULT_MAX_ARCHIVES,
      reportFile: given.text("report"),
      mayAskPrivate: given.flag("allow-private"),
    };
    return ok(options);
  },
  run: async (options) => {
    const progress = showBytes(process.stderr);
    const start = performance.now();
    const outcome = await importFeed(options, {
      root: process.cwd(),
      // npm runs scripts in the package's folder, and sets INIT_CWD to the folder where the author is.
      workingFolder: process.env.INIT_CWD ?? process.cwd(),
      progress: progress.show,
      mediaProgress: showTransfer(process.stderr),
      stop: stopOnSignals(),
    });
    progress.end();
    if (!outcome.ok) return fail(outcome.error.message, outcome.error.isMisuse ? EXIT_WRONG_USE : EXIT_FAILED);
    const report = outcome.value;
    const { problems, summary } = report.lines(options.isDryRun, performance.now() - start);
    if (problems.length > 0) console.error(problems.join("\n"));
    console.log(summary.join("\n"));
    return report.isWhole ? EXIT_OK : EXIT_FAILED;
  },
});
