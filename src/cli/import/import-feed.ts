import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fetchGuard } from "../../doctor/net/fetch-guard.ts";
import type { FeedHead } from "../../import/feeds/feed-head.ts";
import type { ReadEntry } from "../../import/feeds/imported-entry.ts";
import { podcastSuggestion } from "../../import/feeds/podcast-head.ts";
import { DocumentTimes } from "../../import/times/document-times.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import { describeSystemFault } from "../console/system-fault.ts";
import { ArticleWriter } from "./article-writer.ts";
import { EntryComposer } from "./compose/compose-entries.ts";
import type { DocumentFault, Progress } from "./document-file.ts";
import { addressOf, type FoundDocument, findDocument, isWebAddress } from "./find-documents.ts";
import type { ImportFeedOptions } from "./import-feed-options.ts";
import { ImportReport } from "./import-report.ts";
import type { MediaProgress } from "./media/media-fetcher.ts";
import { ownUserAgent } from "./own-user-agent.ts";
import { readPublicationFacts } from "./publication-facts.ts";
import { readJsonDocument } from "./read-json-document.ts";
import { readXmlDocument } from "./read-xml-document.ts";
import { ReportFile } from "./report-file.ts";
import { Transfer } from "./transfer-limits.ts";

/** How far an import is. `total` is undefined if it is not known. Bytes are those of the document at hand. */
export type ImportProgress = {
  readonly phase: "fetched" | "read";
  readonly bytes: number;
  readonly total: number | undefined;
  readonly entries: number;
};

/** `root` is the project's folder. Typed paths are relative to `workingFolder`. */
export type ImportFeedSetting = {
  readonly root: string;
  readonly workingFolder: string;
  /** Shows the downloads of `--media`. */
  readonly mediaProgress?: MediaProgress;
  readonly progress?: (progress: ImportProgress) => void;
  /** The user has interrupted the import. */
  readonly stop?: AbortSignal;
};

/** Nothing was imported. `isMisuse`: the command line has to change, rather than the content. */
export type ImportFailure = { readonly isMisuse: boolean; readonly message: string };

type Facts = ReturnType<typeof readPublicationFacts> & {
  readonly identity: NonNullable<ReturnType<typeof readPublicationFacts>["identity"]>;
};

const GO_ON = "What was written is whole. Run the same command again: it goes on where it stopped.";

/** Imports the entries of a feed or an export, one at a time. Only their ids and names stay in memory. */
export async function importFeed(
  options: ImportFeedOptions,
  setting: ImportFeedSetting,
): Promise<Result<ImportReport, ImportFailure>> {
  const { identity, ...facts } = readPublicationFacts(join(setting.root, "content/publication.yaml"));
  if (!identity) {
    const message = "content/publication.yaml: expected identity with authority and date, to make the articles' ids";
    return err({ isMisuse: false, message });
  }
  const { sections } = facts;
  if (options.section !== undefined && !sections.includes(options.section)) {
    const message = `--section ${options.section}: expected a section of content/publication.yaml${sections.length > 0 ? `: ${sections.join(", ")}` : ", which lists none"}`;
    return err({ isMisuse: true, message });
  }
  const file = openReport(options, setting.workingFolder);
  if (!file.ok) return file;
  const report = new ImportReport(file.value);
  try {
    await importDocuments({ identity, ...facts }, options, setting, report);
  } catch (error) {
    // The disk may be full, or a file may be locked. Each file is written as a whole or not at all.
    const message = describeSystemFault(error);
    if (message === undefined) throw error;
    report.halt = `${message}. ${GO_ON}`;
  }
  if (setting.stop?.aborted) report.halt ??= `Interrupted. ${GO_ON}`;
  try {
    file.value?.close({ counts: report.counts(), halt: report.halt ?? null });
  } catch (error) {
    const message = describeSystemFault(error);
    if (message === undefined) throw error;
    report.halt ??= `--report ${options.reportFile}: ${message}; the report was not written`;
  }
  return ok(report);
}

function openReport(
  { reportFile, source }: ImportFeedOptions,
  workingFolder: string,
): Result<ReportFile | undefined, ImportFailure> {
  if (reportFile === undefined) return ok(undefined);
  try {
    return ok(new ReportFile(resolve(workingFolder, reportFile), source));
  } catch (error) {
    const message = describeSystemFault(error);
    if (message === undefined) throw error;
    return err({ isMisuse: true, message: `--report ${reportFile}: ${message}` });
  }
}

/** Imports the document and the archives that it leads to, until there is no more or a limit is reached. */
async function importDocuments(
  { identity, address, language }: Facts,
  options: ImportFeedOptions,
  setting: ImportFeedSetting,
  report: ImportReport,
): Promise<void> {
  const { stop } = setting;
  const typed = addressOf(options.source, setting.workingFolder);
  const temporary = mkdtempSync(join(tmpdir(), "dateline-import-"));
  const show = (phase: ImportProgress["phase"]) => (bytes: number, total: number | undefined) =>
    setting.progress?.({ phase, bytes, total, entries: report.entries });
  const isRead: Progress = (bytes, { size }) => show("read")(bytes, size);
  const context = { identity, language, section: options.section, published: options.published };
  const finding = {
    workingFolder: setting.workingFolder,
    temporary,
    userAgent: ownUserAgent(setting.root),
    guard: fetchGuard(typed.address, options.mayAskPrivate),
    transfer: new Transfer(options),
    stop,
    progress: show("fetched"),
  };
  const composer = new EntryComposer();
  try {
    const media = options.withMedia ? await openMedia({ ...options, source: typed.address }, setting) : undefined;
    const writer = new ArticleWriter(options, setting.root, report, media);
    const waiting = [typed.address];
    const seen = new Set<string>();
    let archives = -1;
    for (let source = waiting.shift(); source !== undefined && !stop?.aborted; source = waiting.shift()) {
      if (seen.has(source)) continue;
      seen.add(source);
      archives += 1;
      if (archives > options.maxArchives) {
        report.fault(`not fetched: ${options.maxArchives} archives were; --max-archives sets the limit`, source);
        return;
      }
      const times = new DocumentTimes({ zone: options.zone, language });
      const head: FeedHead = { site: options.site, older: [], times };
      const found = await findDocument(source, finding);
      if (stop?.aborted) return;
      if (!found.ok) {
        // A person typed a host without a scheme.
        if (
          archives === 0 &&
          typed.instead !== undefined &&
          /no (?:trusted TLS )?connection/.test(found.error.message)
        ) {
          report.notes.push(`${source} ${found.error.message}; asked for ${typed.instead}`);
          archives -= 1;
          waiting.push(typed.instead);
        } else report.fault(found.error.message, source);
        continue;
      }
      const { document, isOfPage } = found.value;
      // An archive may lead to a document that was read under another address.
      if (document.address !== undefined && document.address !== source && seen.has(document.address)) continue;
      if (isOfPage) report.notes.push(`${source} is a page; read its feed ${document.name}`);
      seen.add(document.address ?? source);
      let isWhole = true;
      const before = report.repeated;
      let taken = 0;
      const contextOf = (read: ReadEntry) => ({
        ...context,
        site: options.site ?? head.site ?? document.address,
        feedDate: feedDate(read, found.value.kind, head),
      });
      for await (const read of composer.compose(entriesOf(found.value, head, address, isRead), contextOf)) {
        if (stop?.aborted) return;
        if (read.ok) {
          await writer.take(read.value, source);
          taken += 1;
        } else {
          isWhole = false;
          report.fault(read.error.message, source);
        }
      }
      report.document({ source, notes: head.notes ?? [] });
      const suggestion = head.podcast && podcastSuggestion(head.podcast, head.cover);
      if (suggestion !== undefined && !report.notes.includes(suggestion)) report.notes.push(suggestion);
      if (document.address !== undefined) rmSync(document.path, { force: true });
      // A server that ignores the number of a page sends the same page for ever.
      const isNew = taken === 0 || report.repeated - before < taken;
      if (isWhole && isNew && isWebAddress(source) && options.withArchives)
        waiting.push(...head.older.filter((older) => isOfSameHost(older, source, report)));
    }
  } finally {
    await composer.end();
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** The readers of file formats take memory, so an import without `--media` does not load them. */
async function openMedia(options: ImportFeedOptions, { root, mediaProgress }: ImportFeedSetting) {
  const { MediaFetcher } = await import("./media/media-fetcher.ts");
  return new MediaFetcher(root, options, mediaProgress);
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
