import { join } from "node:path";
import type { ContentFaults } from "../../compile/compile-content.ts";
import { type ContentFault, formatFault, quoted } from "../../compile/content-fault.ts";
import { PUBLICATION_FILE } from "../../compile/content-sources.ts";
import { withPodcastGuids } from "../../compile/ledger/podcast-guids.ts";
import { recordChanges } from "../../compile/ledger/record-changes.ts";
import { byOwnTimes } from "../../compile/ledger/record-times.ts";
import type { Ledger } from "../../model/ledger.ts";
import type { Publication } from "../../model/publication.ts";
import { isPlaceholderAddress } from "../../site/placeholder-address.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import { compileFolder, type FolderOptions } from "./compiled/compile-folder.ts";
import type { CompiledFolder } from "./compiled/compiled-folder.ts";
import { lastMode, writeContent, writeFaults } from "./content-output.ts";
import { unrecorded, unsettled } from "./describe-changes.ts";
import { readLedger } from "./ledger-folder.ts";

export type BuildOptions = {
  readonly mode: "development" | "production";
  readonly allowPlaceholder: boolean;
  readonly newsroom: boolean;
};

export type BuildSetting = Pick<FolderOptions, "root" | "randomBytes" | "progress"> & {
  /** `hashOfRenderer()` */
  readonly renderer: string;
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
  { mode, allowPlaceholder = false, newsroom = false }: Partial<BuildOptions> & Pick<BuildOptions, "mode">,
  { root, renderer, randomBytes, progress }: BuildSetting,
): Promise<Result<Built, BuildFailure>> {
  const output = join(root, newsroom ? ".dateline/newsroom" : ".dateline");
  const options = { root, mode, allowPlaceholder, withoutArticles: newsroom, randomBytes };
  const compiled = await compileFolder({ ...options, ...(progress && { progress }) });
  const recorded = compiled.ok ? withLedger(compiled.value, { mode, newsroom }, { root, renderer }) : compiled;
  const found = recorded.ok ? recorded.value.warnings : recorded.error.warnings;
  // In a newsroom's build there are no articles, so every file that only articles name would seem unused.
  const warnings = (newsroom ? [] : found).map((warning) => `warning: ${formatFault(warning)}`);
  if (recorded.ok && mode === "production" && isPlaceholderAddress(recorded.value.publication.address))
    warnings.push(`warning: ${formatFault(placeholderAddress(recorded.value.publication.address))}`);
  try {
    if (!recorded.ok) {
      const { faults } = recorded.error;
      const isLastServed = mode === "development" && lastMode(output) === "development";
      if (isLastServed) writeFaults(output, faults.map(formatFault));
      const outcome = isLastServed ? "every page shows them until they are fixed" : "nothing was built";
      const count = `content: ${counted(faults.length, "fault")}; ${outcome}`;
      return err({ problems: [...warnings, ...faults.map(formatFault), count], isLastServed });
    }
    const { publication, media, ledger } = recorded.value;
    const articles = recorded.value.articles.map((article) => article.read());
    writeContent(output, join(root, "content/media"), { mode, publication, articles, media, ledger });
    const summary = `content: ${counted(articles.length, "article")}, ${counted(media.length, "media file")} (${mode})`;
    return ok({ warnings, summary, publication });
  } finally {
    if (compiled.ok) compiled.value.close();
  }
}

/** Adds the ledger. For production it must record every change; in development the changes are added to it here. */
function withLedger(
  compiled: CompiledFolder,
  { mode, newsroom }: Pick<BuildOptions, "mode" | "newsroom">,
  { root, renderer }: Pick<BuildSetting, "root" | "renderer">,
): Result<CompiledFolder & { readonly ledger: Ledger }, ContentFaults> {
  const { publication, articles, warnings } = compiled;
  const known = readLedger(root);
  if (!known.ok) return err({ faults: [known.error], warnings });
  const remembered = known.value && newsroom ? { ...known.value.ledger, articles: {} } : known.value?.ledger;
  const recordable = { publication, articles: articles.map(({ facts }) => facts), renderer };
  const { ledger, changes } = recordChanges(remembered, recordable, byOwnTimes(publication), known.value?.joined);
  if (mode === "production") {
    const form = known.value && unsettled(known.value);
    const faults = [...(form ? [form] : []), ...changes.map(unrecorded)];
    if (faults.length > 0) return err({ faults, warnings });
  }
  return ok({ ...compiled, publication: withPodcastGuids(publication, ledger.podcasts), ledger });
}

/** A deploy refuses the placeholder; a build and a dry run go on, since nobody reads what they make. */
function placeholderAddress(address: string): ContentFault {
  const expected = "the address at which readers reach the service; a deploy refuses this placeholder";
  return { file: PUBLICATION_FILE, field: "address", found: quoted(address), expected };
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
