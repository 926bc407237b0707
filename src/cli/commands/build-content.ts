import { ok } from "../../syntax/result.ts";
import { buildContent, type Preview } from "../build/build-content-folder.ts";
import { settingHere } from "../build/build-setting.ts";
import { ContentChanged } from "../build/compiled/open-file.ts";
import { command, EXIT_FAILED, EXIT_OK, fail, runIfMain } from "../console/command.ts";
import { showCount } from "../console/progress.ts";
import { describeSystemFault } from "../console/system-fault.ts";

/**
 * `npm run build`, and the build command of `wrangler dev` and `wrangler deploy`. wrangler sets WRANGLER_COMMAND to the
 * command that it builds for. A build for any command other than `dev` may be deployed.
 */
export const BUILD = command({
  usage: ["npm run build -- [--development] [--newsroom]"],
  about: "Compiles content/ into .dateline/, which is bundled into the Worker.",
  options: {
    development: { type: "flag", about: "include drafts, for this machine only; without it, what readers get" },
    newsroom: { type: "flag", about: "the publication alone, for a Worker that stores its articles in a database" },
  },
  notes:
    'wrangler runs it by itself before "wrangler dev" and "wrangler deploy". Under "wrangler deploy" the placeholder address is a fault, unless DATELINE_DRY_RUN=1 is set.',
  exits: { 0: "built, or wrangler dev shows the faults in place of the last good build", 1: "the content has faults" },
  read: (given, { WRANGLER_COMMAND, DATELINE_DRY_RUN, DATELINE_PREVIEW }) =>
    ok({
      mode: given.flag("development") || WRANGLER_COMMAND === "dev" ? "development" : "production",
      // Only wrangler deploys. A build that a person runs and a dry run deploy nothing, so they accept the placeholder.
      allowPlaceholder: WRANGLER_COMMAND === undefined || DATELINE_DRY_RUN === "1",
      newsroom: given.flag("newsroom"),
      ...(isPreview(DATELINE_PREVIEW) && { preview: DATELINE_PREVIEW }),
    } as const),
  run: async (options) => {
    const progress = showCount(process.stderr, "articles compiled");
    const pictures = showCount(process.stderr, "pictures made smaller");
    try {
      const built = await buildContent(options, { ...settingHere(progress.show), pictureProgress: pictures.show });
      progress.end();
      pictures.end();
      // wrangler dev goes on with the last build only if the command exits with 0.
      if (!built.ok) return fail(built.error.problems, built.error.isLastServed ? EXIT_OK : EXIT_FAILED);
      const { warnings, summary } = built.value;
      if (warnings.length > 0) console.error(warnings.join("\n"));
      console.log(summary.join("\n"));
      return EXIT_OK;
    } catch (error) {
      // A file may be locked, or may be gone since its folder was read. Any other error is a bug.
      progress.end();
      pictures.end();
      const message = error instanceof ContentChanged ? error.message : describeSystemFault(error);
      if (message === undefined) throw error;
      return fail(`content: ${message}; nothing was built`);
    }
  },
});

/** `npm run preview` sets the variable for the build that wrangler runs. */
function isPreview(value: string | undefined): value is Preview {
  return value === "drafts" || value === "published";
}

await runIfMain(import.meta, BUILD);
