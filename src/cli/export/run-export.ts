import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Publication } from "../../model/publication.ts";
import { fewAtOnce } from "../console/few-at-once.ts";
import type { Progress } from "../console/progress.ts";
import type { DeskClient } from "../desk-client/desk-client.ts";
import { isRefusal, type ListedArticle, listArticles } from "../desk-client/desk-lists.ts";
import type { Refusal } from "../desk-client/refusal.ts";
import { describeRefusal } from "../publish/push-report.ts";
import { type ArticleFile, fileAsIs, fileAsWritten } from "./article-files.ts";
import { type AloneSetting, hashCompiled } from "./compile-alone.ts";
import { type FetchedArticle, fetchArticle } from "./fetch-article.ts";
import { type MediaFolder, openMediaFolder } from "./media-folder.ts";
import { writeWhole } from "./write-whole.ts";

export type ExportSetting = AloneSetting & {
  readonly folder: string;
  /** What the newsroom is deployed with. */
  readonly compiledPublication: Publication;
  readonly progress: Progress;
};

export type ExportReport = {
  readonly asWritten: number;
  readonly asIs: number;
  readonly media: number;
  readonly failures: readonly string[];
  readonly halt?: string;
};

const AT_ONCE = 4;

/** Writes all articles of a newsroom, page by page: at no time more than a few are in memory. */
export async function runExport(desk: DeskClient, setting: ExportSetting): Promise<ExportReport> {
  const counts = { asWritten: 0, asIs: 0, media: 0 };
  const failures: string[] = [];
  let halt: string | undefined;
  const media = openMediaFolder(desk, join(setting.folder, "media"));
  const refuse = (slug: string, refusal: Refusal) => {
    // Discarded since it was listed: it is not there to be written.
    if (refusal.status === 404) return;
    if (refusal.kind !== "refused") halt ??= refusal.message;
    else failures.push(...describeRefusal(`articles/${slug}`, refusal));
  };
  const write = async (listed: ListedArticle) => {
    const fetched = await fetchArticle(desk, listed);
    if (!fetched.ok) return refuse(listed.slug, fetched);
    const { file, isAsWritten } = await makeFile(fetched, media, setting);
    if (file.kind === "failed") return refuse(listed.slug, file.refusal);
    if (file.kind === "unfit" || hashOf(file, fetched, setting) !== fetched.hash) {
      failures.push(
        `articles/${listed.slug}: no file here says what it says; is content/publication.yaml the newsroom's?`,
      );
      return;
    }
    writeArticle(join(setting.folder, "articles"), file);
    counts.media += file.newMedia;
    counts[isAsWritten ? "asWritten" : "asIs"] += 1;
    setting.progress.step(`wrote articles/${file.name}`);
  };
  for await (const page of listArticles(desk)) {
    if (isRefusal(page)) halt ??= page.message;
    else {
      setting.progress.expect(page.length);
      await fewAtOnce(page, { most: AT_ONCE, isOver: () => halt !== undefined }, write);
    }
    if (halt !== undefined) break;
  }
  return { ...counts, failures, ...(halt !== undefined && { halt }) };
}

type Written = Extract<ArticleFile, { kind: "file" }>;

/** The text it was written as, where that still makes the same article here; what came in between, a retraction say, is in no text. */
async function makeFile(
  fetched: FetchedArticle,
  media: MediaFolder,
  setting: ExportSetting,
): Promise<{ readonly file: ArticleFile; readonly isAsWritten: boolean }> {
  if (fetched.source) {
    const file = await fileAsWritten(fetched, fetched.source, media);
    if (file.kind === "failed") return { file, isAsWritten: true };
    if (file.kind === "file" && hashOf(file, fetched, setting) === fetched.hash) return { file, isAsWritten: true };
  }
  return { file: await fileAsIs(fetched, media), isAsWritten: false };
}

function hashOf({ name, text, media }: Written, { origin }: FetchedArticle, setting: AloneSetting): string | undefined {
  return hashCompiled(name, text, { media, origin }, setting);
}

/** Two files of one name but for the extension would be two articles with one slug. */
function writeArticle(folder: string, { name, text }: Written): void {
  writeWhole(join(folder, name), text);
  const other = join(folder, name.endsWith(".md") ? name.replace(/md$/, "html") : name.replace(/html$/, "md"));
  if (existsSync(other)) rmSync(other);
}
