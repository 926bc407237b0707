import { join } from "node:path";
import { type ContentFault, formatFault, quoted } from "../../compile/content-fault.ts";
import { PUBLICATION_FILE } from "../../compile/content-sources.ts";
import type { Publication } from "../../model/publication.ts";
import { isPlaceholderAddress } from "../../site/placeholder-address.ts";
import { layOut } from "../../store/files/write/write-content.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import { compileFolder, type FolderOptions } from "./compiled/compile-folder.ts";
import { lastMode, type OutputMedia, writeContent, writeFaults, writeNewsroom } from "./content-output.ts";
import { describeOutput } from "./output/describe-output.ts";
import type { PlaceSetting } from "./pictures/place-variants.ts";
import { contentOf, withLedger, withVariants } from "./recorded-folder.ts";

export type BuildOptions = {
  readonly mode: "development" | "production";
  readonly allowPlaceholder: boolean;
  readonly newsroom: boolean;
  /**
   * A build for readers that is served at another address than the publication's, with drafts or without. Its links
   * lead to where it is served.
   */
  readonly preview: Preview;
};

export type Preview = "drafts" | "published";

export type BuildSetting = Pick<FolderOptions, "root" | "randomBytes" | "progress" | "threads"> & {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** `hashOfRenderer()` */
  readonly renderer: string;
  /** Is told how many of the pictures have been made smaller that are to be. */
  readonly pictureProgress?: PlaceSetting["progress"];
};

/**
 * `warnings` are lines about the content. `summary` is a line, and in production more about the size of the output.
 * `carried` are the ids of all articles that the build serves or tells of.
 */
export type Built = {
  readonly warnings: readonly string[];
  readonly summary: readonly string[];
  readonly publication: Publication;
  readonly carried: ReadonlySet<string>;
};

/**
 * `problems` are lines about the content: warnings, faults, and their count. `isLastServed`: `wrangler dev` goes on,
 * and shows the faults in place of the last build.
 */
export type BuildFailure = { readonly problems: readonly string[]; readonly isLastServed: boolean };

/** Compiles the content below `root` and writes what changed. Writes nothing if the content has faults. */
export async function buildContent(
  given: Partial<BuildOptions> & Pick<BuildOptions, "mode">,
  { root, now, renderer, randomBytes, progress, pictureProgress, threads }: BuildSetting,
): Promise<Result<Built, BuildFailure>> {
  const { newsroom = false, preview } = given;
  const mode = preview === "drafts" ? "development" : given.mode;
  const allowPlaceholder = given.allowPlaceholder || preview !== undefined;
  const output = join(root, newsroom ? ".dateline/newsroom" : ".dateline");
  const options = { root, mode, allowPlaceholder, withoutArticles: newsroom, randomBytes };
  const compiled = await compileFolder({
    ...options,
    ...(progress && { progress }),
    ...(threads !== undefined && { threads }),
  });
  try {
    const recorded = compiled.ok ? withLedger(compiled.value, { root, mode, newsroom, renderer }) : compiled;
    const setting = { root, output, now, progress: pictureProgress };
    // In a newsroom's build there are no articles, so every file that only articles name would seem unused.
    const pictured = recorded.ok && !newsroom ? await withVariants(recorded.value, setting) : recorded;
    const found = newsroom ? [] : pictured.ok ? pictured.value.warnings : pictured.error.warnings;
    const warnings = found.map((warning) => `warning: ${formatFault(warning)}`);
    if (recorded.ok && mode === "production" && isPlaceholderAddress(recorded.value.publication.address))
      warnings.push(`warning: ${formatFault(placeholderAddress(recorded.value.publication.address))}`);
    if (!pictured.ok) {
      const { faults } = pictured.error;
      const isLastServed = !preview && mode === "development" && lastMode(output) === "development";
      if (isLastServed) writeFaults(output, faults.map(formatFault));
      const outcome = isLastServed ? "every page shows them until they are fixed" : "nothing was built";
      const count = `content: ${counted(faults.length, "fault")}; ${outcome}`;
      return err({ problems: [...warnings, ...faults.map(formatFault), count], isLastServed });
    }
    const { publication, articles, media, ledger, division } = pictured.value;
    const mediaFolder = join(root, "content/media");
    if (newsroom)
      await writeNewsroom(output, mediaFolder, { mode, publication, articles: [], pages: [], media, ledger });
    else {
      const served = preview ? "development" : mode;
      const laidOut = layOut(contentOf(pictured.value, served), division, now);
      // The code that lays out files is a part of the code that renders them.
      await writeContent(output, mediaFolder, media, laidOut, renderer, progress);
    }
    const summary = `content: ${counted(articles.length, "article")}, ${counted(originals(media), "media file")} (${mode})`;
    // wrangler dev builds after every edit, and sends nothing to Cloudflare.
    const { lines, warnings: misfits } =
      mode === "production" ? describeOutput(output, articles) : { lines: [], warnings: [] };
    warnings.push(...misfits.map((each) => `warning: ${each}`));
    return ok({ warnings, summary: [summary, ...lines], publication, carried: new Set(Object.keys(ledger.articles)) });
  } finally {
    if (compiled.ok) compiled.value.close();
  }
}

/** Variants are no files of a writer. */
export function originals(media: OutputMedia): number {
  return media.filter((each) => each.from === undefined).length;
}

/** A deploy refuses the placeholder; a build and a dry run go on, since nobody reads what they make. */
function placeholderAddress(address: string): ContentFault {
  const expected = "the address at which readers reach the service; a deploy refuses this placeholder";
  return { file: PUBLICATION_FILE, field: "address", found: quoted(address), expected };
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
