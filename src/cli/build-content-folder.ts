import { join } from "node:path";
import { compileContent } from "../authoring/compile-content.ts";
import { formatFault } from "../authoring/content-fault.ts";
import type { BuildOptions } from "./build-content-options.ts";
import { lastMode, writeContent } from "./content-output.ts";
import { readContent } from "./content-sources.ts";

export type BuildSetting = { readonly root: string; readonly randomBytes: (count: number) => Uint8Array };

/** `problems` are lines about the content, warnings or faults; `summary` is the one line of a build that came out. */
export type BuildReport = { readonly exitCode: 0 | 1; readonly problems: readonly string[]; readonly summary?: string };

/** Compiles the content below `root` and writes what changed. Content with faults changes nothing. */
export async function buildContent(
  { mode, allowPlaceholder }: BuildOptions,
  setting: BuildSetting,
): Promise<BuildReport> {
  const output = join(setting.root, ".dateline");
  const sources = await readContent(setting.root);
  const compiled = compileContent(sources, { mode, allowPlaceholder, randomBytes: setting.randomBytes });
  const warnings = compiled.warnings.map((warning) => `warning: ${formatFault(warning)}`);
  if (!compiled.ok) {
    const { faults } = compiled;
    const problems = [...warnings, ...faults.map(formatFault)];
    const count = faults.length === 1 ? "1 fault" : `${faults.length} faults`;
    // Under `wrangler dev`, exiting with 0 keeps it running on what was built before.
    return mode === "development" && lastMode(output) === "development"
      ? {
          exitCode: 0,
          problems: [...problems, `content: ${count}; the last good build is served until they are mended`],
        }
      : { exitCode: 1, problems: [...problems, `content: ${count}; nothing was built`] };
  }
  const { publication, articles, media } = compiled;
  writeContent(output, join(setting.root, "content/media"), { mode, publication, articles, media });
  const summary = `content: ${counted(articles.length, "article")}, ${counted(media.length, "media file")} (${mode})`;
  return { exitCode: 0, problems: warnings, summary };
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
