import { exportArticle } from "../../compile/export-article.ts";
import type { InspectedMedia } from "../../compile/media/inspect-media.ts";
import { baseName } from "../../compile/media/media-facts.ts";
import { parseSubmission, submissionReferences } from "../../compile/submission/parse-submission.ts";
import { MEDIA_PREFIX, PLACEHOLDER_ORIGIN } from "../../site/addresses.ts";
import { percentDecodeOrKeep } from "../../syntax/percent.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import type { Refusal } from "../desk-client/refusal.ts";
import type { FetchedArticle, TextOfArticle } from "./fetch-article.ts";
import type { MediaFolder } from "./media-folder.ts";

/**
 * A text to write, and the media that it names. The folder has these media already; `newMedia` of them were fetched.
 */
export type ArticleFile = {
  readonly name: string;
  readonly text: string;
  readonly media: readonly InspectedMedia[];
  readonly newMedia: number;
};

/**
 * `unfit`: no file of the folder can say what the article says, for example because another file has a name it needs.
 */
export type FileFailure = { readonly kind: "unfit" } | Refusal;

/** The text that the author sent. A name in it means the file of that name that the article uses now. */
export async function fileAsWritten(
  { article, origin }: FetchedArticle,
  source: TextOfArticle,
  folder: MediaFolder,
): Promise<Result<ArticleFile, FileFailure>> {
  const { slug } = article;
  const { media: named } = submissionReferences(parseSubmission({ ...source, slug }), origin);
  return fileOfText({ slug, named, render: (nameOf) => exportArticle(article, nameOf) }, source, folder);
}

/**
 * What a file is made of: `render` writes the text of an article or a page, and asks for the name of each file that it
 * uses, by its address.
 */
type Rendered = { readonly slug: string; readonly render: (nameOf: (url: string) => string) => string };

/** @param named the names and paths of files in the text */
export async function fileOfText(
  { slug, named, render }: Rendered & { readonly named: readonly string[] },
  { mediaType, text }: TextOfArticle,
  folder: MediaFolder,
): Promise<Result<ArticleFile, FileFailure>> {
  const paths = pathsOf(render);
  const wanted = new Map<string, string>();
  for (const name of named) {
    const path = name.startsWith(MEDIA_PREFIX) ? percentDecodeOrKeep(name.slice(MEDIA_PREFIX.length)) : undefined;
    const meant =
      path === undefined ? paths.filter((each) => sameName(each, name)) : paths.filter((each) => each === path);
    const [only] = meant;
    // The compiler tries some names that are not files, such as the slugs of articles.
    if (only === undefined) continue;
    if (meant.length > 1) return err({ kind: "unfit" });
    wanted.set(path === undefined ? name : baseName(only), only);
  }
  const media: InspectedMedia[] = [];
  let newMedia = 0;
  for (const [name, path] of wanted) {
    const placed = await folder.place(path, name);
    if (!placed.ok) return placed.error.kind === "taken" ? err({ kind: "unfit" }) : err(placed.error);
    media.push(placed.value.media);
    newMedia += Number(placed.value.isNew);
  }
  return ok({ name: `${slug}.${mediaType === "text/markdown" ? "md" : "html"}`, text, media, newMedia });
}

/**
 * The article as it is now, as HTML. A file of media gets the last part of its path as its name. If a different file
 * has that name, it goes into a folder named for its hash.
 */
export function fileAsIs({ article }: FetchedArticle, folder: MediaFolder): Promise<Result<ArticleFile, FileFailure>> {
  return fileOfValue({ slug: article.slug, render: (nameOf) => exportArticle(article, nameOf) }, folder);
}

/** As `fileAsIs`, for an article or a page. */
export async function fileOfValue(
  { slug, render }: Rendered,
  folder: MediaFolder,
): Promise<Result<ArticleFile, FileFailure>> {
  const names = new Map<string, string>();
  const media: InspectedMedia[] = [];
  let newMedia = 0;
  for (const path of pathsOf(render)) {
    let placed = await folder.place(path, baseName(path));
    if (!placed.ok && placed.error.kind === "taken") placed = await folder.place(path, path);
    if (!placed.ok) return placed.error.kind === "taken" ? err({ kind: "unfit" }) : err(placed.error);
    names.set(path, placed.value.media.name);
    media.push(placed.value.media);
    newMedia += Number(placed.value.isNew);
  }
  const text = render((url) => names.get(pathOf(url)) ?? baseName(pathOf(url)));
  return ok({ name: `${slug}.html`, text, media, newMedia });
}

/** The paths of the files that are used: those that `render` asks a name for. */
function pathsOf(render: Rendered["render"]): readonly string[] {
  const paths = new Set<string>();
  render((url) => {
    paths.add(pathOf(url));
    return "name.png";
  });
  return [...paths];
}

function pathOf(url: string): string {
  return percentDecodeOrKeep(url.slice((PLACEHOLDER_ORIGIN + MEDIA_PREFIX).length));
}

function sameName(path: string, name: string): boolean {
  return baseName(path).normalize("NFC") === baseName(name).normalize("NFC");
}
