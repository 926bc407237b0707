import type { Article } from "../model/article.ts";
import type { Page } from "../model/page.ts";
import type { Publication } from "../model/publication.ts";
import { err, ok, type Result } from "../syntax/result.ts";
import type { Destinations } from "./body/resolve/resolve-address.ts";
import { checkUnique, claimsOf } from "./check-unique.ts";
import { compileArticle } from "./compile-article.ts";
import { compilePublication } from "./compile-publication.ts";
import { type ContentFault, sortFaults } from "./content-fault.ts";
import type { ContentSources } from "./content-sources.ts";
import type { CompiledArticle } from "./emit-article.ts";
import { largePictures } from "./media/large-pictures.ts";
import type { MediaFacts } from "./media/media-facts.ts";
import { openMediaFolder } from "./media/media-folder.ts";
import { collectMedia, type UsedMedia, unusedMedia } from "./media/used-media.ts";
import { ID_BYTES, mintArticleId } from "./mint-id.ts";
import { compilePages } from "./pages/compile-pages.ts";
import { episodeFacts, seasonFaults } from "./podcast/season-faults.ts";
import { serialPodcasts } from "./podcast/serial-faults.ts";
import { type ReadArticle, readArticle } from "./read-article.ts";

/**
 * A production build leaves drafts out, with their media, and does not judge them. It needs an address that readers can
 * reach, unless `allowPlaceholder` is set. `allowUnknownLinks` is for content that joins other articles elsewhere: a
 * link to any article is allowed then. `origin` is as in `Destinations`.
 */
export type CompileOptions = {
  readonly mode: "development" | "production";
  readonly allowPlaceholder?: boolean;
  readonly allowUnknownLinks?: boolean;
  readonly randomBytes: (count: number) => Uint8Array;
} & Pick<Destinations, "origin">;

export type CompiledContent = {
  readonly publication: Publication;
  readonly articles: readonly Article[];
  readonly pages: readonly Page[];
  readonly media: readonly UsedMedia[];
  /** What each article names, in the order of the articles. Two names may lead to one of the `media`. */
  readonly uses: readonly (readonly MediaFacts[])[];
  /** What each page names, in the order of the pages. */
  readonly pageUses: readonly (readonly MediaFacts[])[];
  readonly warnings: readonly ContentFault[];
};

/** Everything that is wrong with the content. */
export type ContentFaults = { readonly faults: readonly ContentFault[]; readonly warnings: readonly ContentFault[] };

/** Compiles everything that is published, or lists everything that is wrong with it. */
export function compileContent(
  sources: ContentSources,
  options: CompileOptions,
): Result<CompiledContent, ContentFaults> {
  const folder = openMediaFolder(sources.media);
  const needsAddress = options.mode === "production" && !options.allowPlaceholder;
  const { identity, publication, sections, ...head } = compilePublication(sources.publication, folder, needsAddress);

  const read = sources.articles.map(readArticle).toSorted((a, b) => (a.file < b.file ? -1 : 1));
  const serial = serialPodcasts(publication);
  const setting = {
    sections,
    language: publication?.language,
    serial,
    destinations: {
      media: folder,
      articles: options.allowUnknownLinks ? undefined : slugsOf(read),
      drafts: slugsOf(read.filter(({ isDraft }) => isDraft)),
      origin: options.origin,
    },
    mintId: identity && (() => mintArticleId(identity, options.randomBytes(ID_BYTES))),
  };
  const compiled = read.map((article) => compileArticle(article, setting));
  const isIn = ({ isDraft }: ReadArticle) => options.mode === "development" || !isDraft;
  const kept = compiled.filter((each) => isIn(each.read));
  const claims = kept.flatMap((each) => claimsOf(each.read) ?? []);
  const pages = compilePages(sources.pages ?? [], setting, options.mode, claims);
  const sourceOf = (file: string) => kept.find((each) => each.read.file === file)?.read.source;

  const faults = sortFaults([
    ...(sources.faults ?? []),
    ...head.faults,
    ...sources.media.flatMap((each) => (each.ok ? [] : [each.error])),
    ...checkUnique(claims, sourceOf),
    ...kept.flatMap((each) => each.faults),
    ...pages.faults,
    ...seasonFaults(
      serial,
      kept.map(({ article, read: { file } }) => ({ file, episode: article && episodeFacts(article) })),
      sourceOf,
    ),
  ]);
  const used = [...head.media, ...pages.allMedia, ...compiled.flatMap((each) => each.media)];
  const warnings = sortFaults([
    ...(sources.warnings ?? []),
    ...kept.flatMap((each) => each.warnings),
    ...pages.warnings,
    ...largePictures([...head.media, ...pages.media, ...kept.flatMap((each) => each.media)]),
    // What could not be read may use any file.
    ...(faults.length > 0 ? [] : unusedMedia(sources.media, used)),
  ]);
  if (faults.length > 0 || !publication) return err({ faults, warnings });
  const done = kept.flatMap(({ article, media }: CompiledArticle) => (article ? [{ article, media }] : []));
  const uses = done.map(({ article, media }) => ({ id: article.id, media }));
  return ok({
    publication,
    articles: done.map(({ article }) => article),
    pages: pages.pages,
    media: collectMedia([...head.media, ...pages.media], uses),
    uses: done.map(({ media }) => media),
    pageUses: pages.uses,
    warnings,
  });
}

/** The present and former slugs of the articles. */
function slugsOf(articles: readonly ReadArticle[]): ReadonlySet<string> {
  return new Set(articles.flatMap(({ slug, fields }) => [slug, ...(fields?.formerSlugs ?? [])]));
}
