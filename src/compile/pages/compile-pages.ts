import type { Page } from "../../model/page.ts";
import type { Claims } from "../check-unique.ts";
import type { ContentFault } from "../content-fault.ts";
import type { ContentFile } from "../content-sources.ts";
import type { MediaFacts } from "../media/media-facts.ts";
import { checkPages } from "./check-pages.ts";
import { compilePage, type PageSetting, parsePage } from "./compile-page.ts";
import { readPage } from "./read-page.ts";

/**
 * The pages of a folder. `media` are the files that the pages that are served use; `allMedia` are also those of drafts
 * and of pages with faults. `uses` are the files of each page, in the order of the pages.
 */
export type CompiledPages = {
  readonly pages: readonly Page[];
  readonly uses: readonly (readonly MediaFacts[])[];
  readonly media: readonly MediaFacts[];
  readonly allMedia: readonly MediaFacts[];
  readonly faults: readonly ContentFault[];
  readonly warnings: readonly ContentFault[];
};

/**
 * Compiles all pages, in the order of their files. They are few, so they are compiled in every run. A production build
 * leaves drafts out, and does not judge them.
 *
 * @param articles those whose former paths no page may have
 */
export function compilePages(
  files: readonly ContentFile[],
  setting: PageSetting,
  mode: "development" | "production",
  articles: readonly Pick<Claims, "file" | "formerPaths">[],
): CompiledPages {
  const all = files
    .toSorted((a, b) => (a.file < b.file ? -1 : 1))
    .map((file) => compilePage(parsePage(readPage(file)), setting));
  const kept = all.filter(({ read }) => mode === "development" || !read.isDraft);
  const done = kept.flatMap(({ page, media }) => (page ? [{ page, media }] : []));
  return {
    pages: done.map(({ page }) => page),
    uses: done.map(({ media }) => media),
    media: kept.flatMap(({ media }) => media),
    allMedia: all.flatMap(({ media }) => media),
    faults: [
      ...kept.flatMap(({ faults }) => faults),
      ...checkPages(
        kept.map(({ read }) => read),
        articles,
      ),
    ],
    warnings: kept.flatMap(({ warnings }) => warnings),
  };
}
