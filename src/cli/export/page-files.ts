import { compileContent } from "../../compile/compile-content.ts";
import { exportPage } from "../../compile/pages/export-page.ts";
import { pageFromJson, pageJsonSchema } from "../../compile/pages/page-json.ts";
import { pageReferences, parsePageSubmission } from "../../compile/pages/page-submission.ts";
import { type Page, pageSchema } from "../../model/page.ts";
import { textWithStoredOrigin } from "../../site/public-origin.ts";
import { hashOfPage } from "../../store/d1/write/write-page.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import type { DeskClient } from "../desk-client/desk-client.ts";
import { jsonOf, type ListedPage } from "../desk-client/desk-lists.ts";
import { type Refusal, refused } from "../desk-client/refusal.ts";
import { type ArticleFile, type FileFailure, fileOfText, fileOfValue } from "./article-files.ts";
import type { AloneSetting } from "./compile-alone.ts";
import { askForTextFirst, type TextOfArticle } from "./fetch-article.ts";
import type { MediaFolder } from "./media-folder.ts";

/** A page as the newsroom stores it. The members are as in `FetchedArticle`. */
type FetchedPage = {
  readonly page: Page;
  readonly hash: string;
  readonly origin: string;
  readonly source?: TextOfArticle;
};

type MadePage = { readonly file: ArticleFile; readonly isAsWritten: boolean };

/** Fetches a page, and makes a file of it: of the text that the author sent, if it still says the same. */
export async function makePageFile(
  desk: DeskClient,
  listed: ListedPage,
  media: MediaFolder,
  setting: AloneSetting,
): Promise<Result<MadePage, FileFailure>> {
  const fetched = await fetchPage(desk, listed);
  if (!fetched.ok) return fetched;
  const { page, source, origin } = fetched.value;
  const { slug } = page;
  const render = (nameOf: (url: string) => string) => exportPage(page, nameOf);
  if (source) {
    const { media: named } = pageReferences(parsePageSubmission({ ...source, slug }), origin);
    const written = await fileOfText({ slug, named, render }, source, media);
    if (!written.ok && written.error.kind !== "unfit") return written;
    if (written.ok && saysTheSame(written.value, fetched.value, setting))
      return ok({ file: written.value, isAsWritten: true });
  }
  const current = await fileOfValue({ slug, render }, media);
  if (!current.ok) return current;
  return saysTheSame(current.value, fetched.value, setting)
    ? ok({ file: current.value, isAsWritten: false })
    : err({ kind: "unfit" });
}

async function fetchPage(desk: DeskClient, { slug, address }: ListedPage): Promise<Result<FetchedPage, Refusal>> {
  const reply = await askForTextFirst(desk, `/desk/pages/${encodeURIComponent(slug)}`);
  if (!reply.ok) return reply;
  const { bytes, source } = reply.value;
  const { origin } = new URL(address);
  const json = textWithStoredOrigin(new TextDecoder().decode(bytes), origin);
  const sent = pageJsonSchema.safeParse(jsonOf(new TextEncoder().encode(json)));
  const page = sent.success ? pageSchema.safeParse(pageFromJson(sent.data)) : sent;
  if (!page.success) return err(refused("this version of Dateline cannot read the page"));
  return ok({ page: page.data, hash: hashOfPage(JSON.stringify(page.data)), origin, ...(source && { source }) });
}

function saysTheSame(
  { name, text, media }: ArticleFile,
  { hash, origin }: FetchedPage,
  { publication, media: own, randomBytes }: AloneSetting,
): boolean {
  const names = new Set(media.map((each) => each.name));
  const compiled = compileContent(
    {
      publication,
      articles: [],
      pages: [{ file: `content/pages/${name}`, bytes: new TextEncoder().encode(text) }],
      media: [...media, ...own.filter((each) => !names.has(each.name))],
    },
    { mode: "development", allowPlaceholder: true, randomBytes, allowUnknownLinks: true, origin },
  );
  const [page] = compiled.ok ? compiled.value.pages : [];
  return page !== undefined && hashOfPage(textWithStoredOrigin(JSON.stringify(page), origin)) === hash;
}
