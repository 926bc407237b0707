import { join } from "node:path";
import { type CompiledContent, type ContentFaults, compileContent } from "../../compile/compile-content.ts";
import { type ContentFault, formatFault, quoted } from "../../compile/content-fault.ts";
import { PUBLICATION_FILE } from "../../compile/content-sources.ts";
import { withPodcastGuids } from "../../compile/ledger/podcast-guids.ts";
import { recordChanges } from "../../compile/ledger/record-changes.ts";
import { byOwnTimes } from "../../compile/ledger/record-times.ts";
import type { Ledger } from "../../model/ledger.ts";
import type { Publication } from "../../model/publication.ts";
import { isPlaceholderAddress } from "../../site/placeholder-address.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import { lastMode, writeContent, writeFaults } from "./content-output.ts";
import { readContent } from "./content-sources.ts";
import { readLedger, unrecorded } from "./ledger-file.ts";

export type BuildOptions = {
  readonly mode: "development" | "production";
  readonly allowPlaceholder: boolean;
  readonly newsroom: boolean;
};

export type BuildSetting = {
  readonly root: string;
  /** `hashOfRenderer()` */
  readonly renderer: string;
  readonly randomBytes: (count: number) => Uint8Array;
};

/** `warnings` are lines about the content. `summary` is one line. */
export type Built = {
  readonly warnings: readonly string[];
  readonly summary: string;
  readonly publication: Publication;
};

/**
 * `problems` are lines about the content: warnings, faults, and their count. `isLastServed`: `wrangler dev` goes on,
 * and shows the faults in place of the last build.
 */
export type BuildFailure = { readonly problems: readonly string[]; readonly isLastServed: boolean };

/** Compiles the content below `root` and writes what changed. Writes nothing if the content has faults. */
export async function buildContent(
  { mode, allowPlaceholder, newsroom = false }: Partial<BuildOptions> & Pick<BuildOptions, "mode">,
  setting: BuildSetting,
): Promise<Result<Built, BuildFailure>> {
  const output = join(setting.root, newsroom ? ".dateline/newsroom" : ".dateline");
  const sources = await readContent(setting.root);
  const compiled = withLedger(
    compileContent(newsroom ? { ...sources, articles: [] } : sources, {
      mode,
      allowPlaceholder: allowPlaceholder ?? false,
      randomBytes: setting.randomBytes,
    }),
    { mode, newsroom },
    setting,
  );
  const found = compiled.ok ? compiled.value.warnings : compiled.error.warnings;
  // In a newsroom's build there are no articles, so every file that only articles name would seem unused.
  const warnings = (newsroom ? [] : found).map((warning) => `warning: ${formatFault(warning)}`);
  if (compiled.ok && mode === "production" && isPlaceholderAddress(compiled.value.publication.address))
    warnings.push(`warning: ${formatFault(placeholderAddress(compiled.value.publication.address))}`);
  if (!compiled.ok) {
    const { faults } = compiled.error;
    const isLastServed = mode === "development" && lastMode(output) === "development";
    if (isLastServed) writeFaults(output, faults.map(formatFault));
    const outcome = isLastServed ? "every page shows them until they are fixed" : "nothing was built";
    const count = `content: ${counted(faults.length, "fault")}; ${outcome}`;
    return err({ problems: [...warnings, ...faults.map(formatFault), count], isLastServed });
  }
  const { publication, articles, media, ledger } = compiled.value;
  writeContent(output, join(setting.root, "content/media"), { mode, publication, articles, media, ledger });
  const summary = `content: ${counted(articles.length, "article")}, ${counted(media.length, "media file")} (${mode})`;
  return ok({ warnings, summary, publication });
}

/** Adds the ledger. For production it must record every change; in development the changes are added to it here. */
function withLedger(
  compiled: Result<CompiledContent, ContentFaults>,
  { mode, newsroom }: Pick<BuildOptions, "mode" | "newsroom">,
  { root, renderer }: BuildSetting,
): Result<CompiledContent & { readonly ledger: Ledger }, ContentFaults> {
  if (!compiled.ok) return compiled;
  const { publication, articles, warnings } = compiled.value;
  const known = readLedger(root);
  if (!known.ok) return err({ faults: [known.error], warnings });
  const remembered = known.value && newsroom ? { ...known.value, articles: {} } : known.value;
  const { ledger, changes } = recordChanges(remembered, { publication, articles, renderer }, byOwnTimes(publication));
  return mode === "production" && changes.length > 0
    ? err({ faults: changes.map(unrecorded), warnings })
    : ok({ ...compiled.value, publication: withPodcastGuids(publication, ledger.podcasts), ledger });
}

/** A deploy refuses the placeholder; a build and a dry run go on, since nobody reads what they make. */
function placeholderAddress(address: string): ContentFault {
  const expected = "the address at which readers reach the service; a deploy refuses this placeholder";
  return { file: PUBLICATION_FILE, field: "address", found: quoted(address), expected };
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
