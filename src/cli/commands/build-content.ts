import { randomBytes } from "node:crypto";
import { buildContent } from "../build/build-content-folder.ts";
import { hashOfRenderer } from "../build/renderer-hash.ts";
import { BUILD_USAGE, readBuildOptions } from "./build-content-options.ts";

/**
 * `npm run build`, and the build command of `wrangler dev` and `wrangler deploy`: compiles content/ into .dateline/.
 * Exit codes: 0 built, or under `wrangler dev` the last good build is kept; 1 the content has faults; 2 the command is to be changed.
 */
process.exitCode = await run(process.argv.slice(2));

async function run(args: readonly string[]): Promise<number> {
  const read = readBuildOptions(args, process.env);
  if (read.kind === "help") {
    console.log(BUILD_USAGE);
    return 0;
  }
  if (read.kind === "mistake") {
    console.error(`${read.message}\n\n${BUILD_USAGE}`);
    return 2;
  }
  try {
    const report = await buildContent(read.options, { root: process.cwd(), renderer: hashOfRenderer(), randomBytes });
    if (report.problems.length > 0) console.error(report.problems.join("\n"));
    if (report.summary !== undefined) console.log(report.summary);
    return report.exitCode;
  } catch (error) {
    // A file may be locked, or gone since its folder was read; anything else is a bug.
    if (!(error instanceof Error && "syscall" in error)) throw error;
    console.error(`content: ${error.message}; nothing was built`);
    return 1;
  }
}
