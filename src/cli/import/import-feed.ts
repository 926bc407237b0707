import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FeedHead } from "../../import/feeds/feed-head.ts";
import type { ReadEntry } from "../../import/feeds/imported-entry.ts";
import { DocumentTimes } from "../../import/times/document-times.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import { ArticleWriter } from "./article-writer.ts";
import type { DocumentFault, Progress } from "./document-file.ts";
import { type FoundDocument, findDocument, isWebAddress } from "./find-documents.ts";
import type { ImportFeedOptions } from "./import-feed-options.ts";
import { ImportReport } from "./import-report.ts";
import type { MediaProgress } from "./media/media-fetcher.ts";
import { readPublicationFacts } from "./publication-facts.ts";
import { readJsonDocument } from "./read-json-document.ts";
import { readXmlDocument } from "./read-xml-document.ts";

/** `root` is the project's folder. The typed path is relative to `workingFolder`. */
export type ImportFeedSetting = {
  readonly root: string;
  readonly workingFolder: string;
  readonly progress?: (bytes: number, total: number, entries: number) => void;
  /** Shows the downloads of `--media`. */
  readonly mediaProgress?: MediaProgress;
};

/** Nothing was imported. `isMisuse`: the command line has to change, rather than the content. */
export type ImportFailure = { readonly isMisuse: boolean; readonly message: string };

/** Imports the entries of a feed or an export, one at a time. Only their ids and names stay in memory. */
export async function importFeed(
  options: ImportFeedOptions,
  setting: ImportFeedSetting,
): Promise<Result<ImportReport, ImportFailure>> {
  const { identity, address, language, sections } = readPublicationFacts(
    join(setting.root, "content/publication.yaml"),
  );
  if (!identity) {
    const message = "content/publication.yaml: expected identity with authority and date, to make the articles' ids";
    return err({ isMisuse: false, message });
  }
  if (options.section !== undefined && !sections.includes(options.section)) {
    const message = `--section ${options.section}: expected a section of content/publication.yaml${sections.length > 0 ? `: ${sections.join(", ")}` : ", which lists none"}`;
    return err({ isMisuse: true, message });
  }
  const temporary = mkdtempSync(join(tmpdir(), "dateline-import-"));
  const report = new ImportReport();
  const writer = new ArticleWriter(options, setting.root, report, setting.mediaProgress);
  const progress: Progress = (bytes, { size }) => setting.progress?.(bytes, size, report.entries);
  const context = { identity, language, section: options.section, published: options.published };
  try {
    const limits = { ...options, workingFolder: setting.workingFolder, temporary };
    const waiting = [options.source];
    const seen = new Set<string>();
    for (let source = waiting.shift(); source !== undefined; source = waiting.shift()) {
      if (seen.has(source)) continue;
      seen.add(source);
      const times = new DocumentTimes({ zone: options.zone, language });
      const head: FeedHead = { site: options.site, older: [], times };
      const found = await findDocument(source, limits);
      if (!found.ok) {
        report.fault(`${source}: ${found.error.message}`);
        continue;
      }
      const { document, isOfPage } = found.value;
      if (isOfPage) report.notes.push(`${source} is a page; read its feed ${document.name}`);
      seen.add(document.address ?? source);
      let isWhole = true;
      for await (const read of entriesOf(found.value, head, address, progress)) {
        if (read.ok) {
          const site = options.site ?? head.site ?? document.address;
          await writer.take(read.value, source, {
            ...context,
            site,
            feedDate: feedDate(read.value, found.value.kind, head),
          });
        } else {
          isWhole = false;
          report.fault(`${source}: ${read.error.message}`);
        }
      }
      for (const { message, found } of head.notes ?? [])
        report.notes.push(`${source}: ${found === undefined ? message : `${message} (${found})`}`);
      if (isWhole && isWebAddress(source) && options.withArchives)
        waiting.push(...head.older.filter((older) => isOfSameHost(older, source, report)));
    }
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  return ok(report);
}

/** The date of a feed. The date of an export is only the day when it was made, which says nothing about a post. */
function feedDate(read: ReadEntry, kind: FoundDocument["kind"], { date }: FeedHead) {
  const isExport = kind.kind === "xml" && kind.isWordPress;
  return isExport && read.kind === "entry" && read.entry.status !== "draft" ? undefined : date;
}

function entriesOf(
  { document, kind }: FoundDocument,
  head: FeedHead,
  ownAddress: string | undefined,
  progress: Progress,
): AsyncGenerator<Result<ReadEntry, DocumentFault>> {
  return kind.kind === "xml"
    ? readXmlDocument(document, kind, head, progress)
    : readJsonDocument(document, kind, { head, ownAddress, progress });
}

/**
 * Whether an older document may be fetched. Another person writes the feed, and an address in it may belong to this
 * network.
 */
function isOfSameHost(older: string, source: string, report: ImportReport): boolean {
  const isSame = URL.parse(older)?.host === URL.parse(source)?.host;
  if (!isSame) report.notes.push(`not followed, since it is on another host: ${older}`);
  return isSame;
}
