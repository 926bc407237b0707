import { join } from "node:path";
import { type CompiledContent, compileContent } from "../../compile/compile-content.ts";
import { formatFault } from "../../compile/content-fault.ts";
import { recordChanges } from "../../compile/ledger/record-changes.ts";
import { byOwnTimes } from "../../compile/ledger/record-times.ts";
import type { Ledger } from "../../model/ledger.ts";
import type { Publication } from "../../model/publication.ts";
import { lastMode, writeContent } from "./content-output.ts";
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

/** `problems` are lines about the content: warnings and faults. `summary` is one line, and missing if nothing was built. */
export type BuildReport = {
  readonly exitCode: 0 | 1;
  readonly problems: readonly string[];
  readonly summary?: string;
  readonly publication?: Publication;
};

/** Compiles the content below `root` and writes what changed. Writes nothing if the content has faults. */
export async function buildContent(
  { mode, allowPlaceholder, newsroom = false }: Partial<BuildOptions> & Pick<BuildOptions, "mode">,
  setting: BuildSetting,
): Promise<BuildReport> {
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
  // In a newsroom's build there are no articles, so every file that only articles name would seem unused.
  const warnings = (newsroom ? [] : compiled.warnings).map((warning) => `warning: ${formatFault(warning)}`);
  if (!compiled.ok) {
    const { faults } = compiled;
    const problems = [...warnings, ...faults.map(formatFault)];
    const count = faults.length === 1 ? "1 fault" : `${faults.length} faults`;
    // `wrangler dev` continues with the last build if the command exits with 0.
    return mode === "development" && lastMode(output) === "development"
      ? {
          exitCode: 0,
          problems: [...problems, `content: ${count}; the last good build is served until they are fixed`],
        }
      : { exitCode: 1, problems: [...problems, `content: ${count}; nothing was built`] };
  }
  const { publication, articles, media, ledger } = compiled;
  writeContent(output, join(setting.root, "content/media"), { mode, publication, articles, media, ledger });
  const summary = `content: ${counted(articles.length, "article")}, ${counted(media.length, "media file")} (${mode})`;
  return { exitCode: 0, problems: warnings, summary, publication };
}

type Compiled = Extract<CompiledContent, { ok: true }>;
type Failed = Extract<CompiledContent, { ok: false }>;

/** Adds the ledger. For production it must record every change; in development the changes are added to it here. */
function withLedger(
  compiled: CompiledContent,
  { mode, newsroom }: Pick<BuildOptions, "mode" | "newsroom">,
  { root, renderer }: BuildSetting,
): (Compiled & { readonly ledger: Ledger }) | Failed {
  if (!compiled.ok) return compiled;
  const { publication, articles, warnings } = compiled;
  const known = readLedger(root);
  if (!known.ok) return { ok: false, faults: [known.error], warnings };
  const remembered = known.value && newsroom ? { ...known.value, articles: {} } : known.value;
  const { ledger, changes } = recordChanges(remembered, { publication, articles, renderer }, byOwnTimes(publication));
  return mode === "production" && changes.length > 0
    ? { ok: false, faults: changes.map(unrecorded), warnings }
    : { ...compiled, ledger };
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
