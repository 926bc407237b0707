import { randomBytes } from "node:crypto";
import { ok } from "../../syntax/result.ts";
import { buildContent } from "../build/build-content-folder.ts";
import { hashOfRenderer } from "../build/renderer-hash.ts";
import { command, fail, runIfMain } from "../console/command.ts";

/**
 * `npm run build`, and the build command of `wrangler dev` and `wrangler deploy`. wrangler says in WRANGLER_COMMAND what
 * it builds for; a build for any other command than `dev` may reach readers.
 */
export const BUILD = command({
  usage: ["npm run build -- [--development] [--newsroom]"],
  about: "Compiles content/ into .dateline/, which the Worker carries.",
  options: {
    development: { type: "flag", about: "include drafts, to look at on this machine; otherwise as readers get it" },
    newsroom: { type: "flag", about: "the publication alone, for a Worker that keeps its articles in a database" },
  },
  notes:
    'wrangler runs it by itself before "wrangler dev" and "wrangler deploy". DATELINE_DRY_RUN=1 accepts the placeholder address.',
  exits: { 0: "built, or the last good build was kept for wrangler dev", 1: "the content has faults" },
  read: (given, { WRANGLER_COMMAND, DATELINE_DRY_RUN }) =>
    ok({
      mode: given.flag("development") || WRANGLER_COMMAND === "dev" ? "development" : "production",
      allowPlaceholder: DATELINE_DRY_RUN === "1",
      newsroom: given.flag("newsroom"),
    } as const),
  run: async (options) => {
    try {
      const report = await buildContent(options, { root: process.cwd(), renderer: hashOfRenderer(), randomBytes });
      if (report.problems.length > 0) console.error(report.problems.join("\n"));
      if (report.summary !== undefined) console.log(report.summary);
      return report.exitCode;
    } catch (error) {
      // A file may be locked, or gone since its folder was read; anything else is a bug.
      if (!(error instanceof Error && "syscall" in error)) throw error;
      return fail(`content: ${error.message}; nothing was built`);
    }
  },
});

await runIfMain(import.meta, BUILD);
