import { exportArticle } from "../../compile/export-article.ts";
import type { InspectedMedia } from "../../compile/media/inspect-media.ts";
import { baseName } from "../../compile/media/media-facts.ts";
import { parseSubmission, submissionReferences } from "../../compile/submission/parse-submission.ts";
import type { Article } from "../../model/article.ts";
import { MEDIA_PREFIX, PLACEHOLDER_ORIGIN } from "../../site/addresses.ts";
import { percentDecodeOrKeep } from "../../syntax/percent.ts";
import type { Refusal } from "../desk-client/refusal.ts";
import type { FetchedArticle, TextOfArticle } from "./fetch-article.ts";
import type { MediaFolder } from "./media-folder.ts";

/** A text to write, and the media it names, which are in the folder by then. `unfit`: the folder cannot have the files it names. */
export type ArticleFile =
  | {
      readonly kind: "file";
      readonly name: string;
      readonly text: string;
      readonly media: readonly InspectedMedia[];
      readonly newMedia: number;
    }
  | { readonly kind: "unfit" }
  | { readonly kind: "failed"; readonly refusal: Refusal };

/** The text as it was written. A name in it means the file of that name that the article uses now. */
export async function fileAsWritten(
  { article, origin }: FetchedArticle,
  { mediaType, text }: TextOfArticle,
  folder: MediaFolder,
): Promise<ArticleFile> {
  const { slug } = article;
  const submission = parseSubmission({ mediaType, text, slug });
  const { media: named } = submissionReferences(submission, origin);
  const paths = pathsOf(article);
  const wanted = new Map<string, string>();
  for (const name of named) {
    const path = name.startsWith(MEDIA_PREFIX) ? percentDecodeOrKeep(name.slice(MEDIA_PREFIX.length)) : undefined;
    const meant =
      path === undefined ? paths.filter((each) => sameName(each, name)) : paths.filter((each) => each === path);
    const [only] = meant;
    // A name that leads nowhere is one that is tried for something else, such as an article's.
    if (only === undefined) continue;
    if (meant.length > 1) return { kind: "unfit" };
    wanted.set(path === undefined ? name : baseName(only), only);
  }
  return placeAll(wanted, { name: `${slug}.${mediaType === "text/markdown" ? "md" : "html"}`, text }, folder);
}

/** The article as it is now. A file is called by the last part of its name, and where another has that already, below its hash. */
export async function fileAsIs({ article }: FetchedArticle, folder: MediaFolder): Promise<ArticleFile> {
  const names = new Map<string, string>();
  const media: InspectedMedia[] = [];
  let newMedia = 0;
  for (const path of pathsOf(article)) {
    let placed = await folder.place(path, baseName(path));
    if (placed.kind === "taken") placed = await folder.place(path, path);
    if (placed.kind === "failed") return placed;
    if (placed.kind === "taken") return { kind: "unfit" };
    names.set(path, placed.media.name);
    media.push(placed.media);
    newMedia += Number(placed.isNew);
  }
  const text = exportArticle(article, (url) => names.get(pathOf(url)) ?? baseName(pathOf(url)));
  return { kind: "file", name: `${article.slug}.html`, text, media, newMedia };
}

async function placeAll(
  wanted: ReadonlyMap<string, string>,
  file: { readonly name: string; readonly text: string },
  folder: MediaFolder,
): Promise<ArticleFile> {
  const media: InspectedMedia[] = [];
  let newMedia = 0;
  for (const [name, path] of wanted) {
    const placed = await folder.place(path, name);
    if (placed.kind === "failed") return placed;
    if (placed.kind === "taken") return { kind: "unfit" };
    media.push(placed.media);
    newMedia += Number(placed.isNew);
  }
  return { kind: "file", ...file, media, newMedia };
}

/** Where the files lie that an article uses: exactly those that are asked for when it is written as a file. */
function pathsOf(article: Article): readonly string[] {
  const paths = new Set<string>();
  exportArticle(article, (url) => {
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
