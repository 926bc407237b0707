import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Publication } from "../../model/publication.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import { fewAtOnce } from "../console/few-at-once.ts";
import type { Progress } from "../console/progress.ts";
import { describeSystemFault } from "../console/system-fault.ts";
import type { DeskClient } from "../desk-client/desk-client.ts";
import { type ListedArticle, type ListedPage, listArticles, listPages } from "../desk-client/desk-lists.ts";
import type { Refusal } from "../desk-client/refusal.ts";
import { describeRefusal } from "../publish/push-report.ts";
import { type ArticleFile, type FileFailure, fileAsIs, fileAsWritten } from "./article-files.ts";
import { type AloneSetting, compileAlone } from "./compile-alone.ts";
import { type FetchedArticle, fetchArticle } from "./fetch-article.ts";
import { type MediaFolder, openMediaFolder } from "./media-folder.ts";
import { makePageFile } from "./page-files.ts";
import { withUpdated } from "./with-updated.ts";
import { writeWhole } from "./write-whole.ts";

export type ExportSetting = AloneSetting & {
  readonly folder: string;
  /** The publication that the newsroom is deployed with. */
  readonly compiledPublication: Publication;
  readonly progress: Progress;
};

/** The counts and messages of a run. `halt` says why it ended early. */
export type ExportReport = {
  readonly asWritten: number;
  readonly asIs: number;
  readonly pages: number;
  readonly media: number;
  readonly failures: readonly string[];
  readonly halt?: string;
};

/** Articles at the same time. */
const MAX_AT_ONCE = 4;

/** Writes all articles and pages of a newsroom, one part of its lists after the other. Only a few of them are in memory at any moment. */
export async function runExport(desk: DeskClient, setting: ExportSetting): Promise<ExportReport> {
  const counts = { asWritten: 0, asIs: 0, pages: 0, media: 0 };
  const failures: string[] = [];
  let halt: string | undefined;
  const media = openMediaFolder(desk, join(setting.folder, "media"));
  const refuse = (name: string, failure: FileFailure) => {
    if (failure.kind === "unfit") {
      const message = "this folder cannot hold a file that says the same; is content/publication.yaml the newsroom's?";
      failures.push(`${name}: ${message}`);
      return;
    }
    // The article or page was deleted since it was listed.
    if (failure.status === 404) return;
    if (failure.kind !== "refused") halt ??= failure.message;
    else failures.push(...describeRefusal(name, failure));
  };
  const write = async (listed: ListedArticle) => {
    const fetched = await fetchArticle(desk, listed);
    if (!fetched.ok) return refuse(`articles/${listed.slug}`, fetched.error);
    const made = await makeFile(fetched.value, media, setting);
    if (!made.ok) return refuse(`articles/${listed.slug}`, made.error);
    const { file, isAsWritten } = made.value;
    writeText(join(setting.folder, "articles"), file);
    counts.media += file.newMedia;
    counts[isAsWritten ? "asWritten" : "asIs"] += 1;
    setting.progress.step(`wrote articles/${file.name}`);
  };
  const writePage = async (listed: ListedPage) => {
    const made = await makePageFile(desk, listed, media, setting);
    if (!made.ok) return refuse(`pages/${listed.slug}`, made.error);
    const { file } = made.value;
    writeText(join(setting.folder, "pages"), file);
    counts.media += file.newMedia;
    counts.pages += 1;
    setting.progress.step(`wrote pages/${file.name}`);
  };
  const writeAll = async <Listed>(
    parts: AsyncGenerator<Result<readonly Listed[], Refusal>, void>,
    writeOne: (listed: Listed) => Promise<void>,
  ) => {
    for await (const part of parts) {
      if (!part.ok) halt ??= part.error.message;
      else {
        setting.progress.expect(part.value.length);
        await fewAtOnce(part.value, { max: MAX_AT_ONCE, isOver: () => halt !== undefined }, async (listed) => {
          try {
            await writeOne(listed);
          } catch (error) {
            // The disk may be full. What was written stays whole.
            const message = describeSystemFault(error);
            if (message === undefined) throw error;
            halt ??= message;
          }
        });
      }
      if (halt !== undefined) break;
    }
  };
  await writeAll(listArticles(desk), write);
  if (halt === undefined) await writeAll(withoutUnknown(listPages(desk)), writePage);
  return { ...counts, failures, ...(halt !== undefined && { halt }) };
}

/** The list of pages. A newsroom of an earlier version has no pages, and answers that there is nothing. */
async function* withoutUnknown(
  parts: AsyncGenerator<Result<readonly ListedPage[], Refusal>, void>,
): AsyncGenerator<Result<readonly ListedPage[], Refusal>, void> {
  for await (const part of parts) if (part.ok || part.error.status !== 404) yield part;
}

type MadeFile = { readonly file: ArticleFile; readonly isAsWritten: boolean };

/**
 * Takes the text that the author sent, if it still compiles to the same article. The newsroom may have dated its last
 * change; that time is then written into the text. A change that was made at the desk since, such as a retraction, is
 * not in that text. Then the article as it is now is written.
 */
async function makeFile(
  fetched: FetchedArticle,
  media: MediaFolder,
  setting: ExportSetting,
): Promise<Result<MadeFile, FileFailure>> {
  const { updated } = fetched.article;
  const saysTheSame = ({ name, text, media }: ArticleFile) => {
    const compiled = compileAlone(name, text, { media, origin: fetched.origin }, setting);
    return compiled?.hashAt(compiled.updated) === fetched.hash;
  };
  if (fetched.source) {
    const written = await fileAsWritten(fetched, fetched.source, media);
    if (!written.ok && written.error.kind !== "unfit") return written;
    if (written.ok) {
      const dated = { ...written.value, text: withUpdated(written.value.text, updated) };
      const file = [written.value, dated].find(saysTheSame);
      if (file) return ok({ file, isAsWritten: true });
    }
  }
  const current = await fileAsIs(fetched, media);
  if (!current.ok) return current;
  return saysTheSame(current.value) ? ok({ file: current.value, isAsWritten: false }) : err({ kind: "unfit" });
}

/** Removes the file of the same name with the other extension: two files would be two articles or pages with one slug. */
function writeText(folder: string, { name, text }: ArticleFile): void {
  writeWhole(join(folder, name), text);
  const other = join(folder, name.endsWith(".md") ? name.replace(/md$/, "html") : name.replace(/html$/, "md"));
  if (existsSync(other)) rmSync(other);
}
