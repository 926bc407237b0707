import { join } from "node:path";
import type { ContentFault } from "../../../compile/content-fault.ts";
import { largePictures } from "../../../compile/media/large-pictures.ts";
import { megabytes } from "../../../compile/media/megabytes.ts";
import type { UsedMedia } from "../../../compile/media/used-media.ts";
import type { ArticleHead } from "../../../model/article.ts";
import { DEFAULT_VARIANT_FILES } from "../../../model/picture-settings.ts";
import type { Publication } from "../../../model/publication.ts";
import { err, ok, type Result } from "../../../syntax/result.ts";
import { type BuiltVariant, buildVariants } from "./build-variants.ts";
import { choosePictures, type PicturedArticle } from "./choose-pictures.ts";
import { VARIANT_FOLDER, VariantCache } from "./variant-cache.ts";

/** The content that variants are made for. */
type Pictured = {
  readonly publication: Publication;
  readonly articles: Iterable<PicturedArticle>;
  readonly media: readonly UsedMedia[];
  readonly warnings: readonly ContentFault[];
};

/**
 * Content with its variants: the media and those that were made, the warnings with what they save, and which pictures
 * have them. `onlyWithVariants` takes the others out of what an article says of itself.
 */
export type PlacedVariants = {
  readonly media: readonly (UsedMedia | BuiltVariant)[];
  readonly warnings: readonly ContentFault[];
  readonly onlyWithVariants: <Each extends Pick<ArticleHead, "pictures">>(article: Each) => Each;
};

export type PlaceSetting = {
  readonly root: string;
  /** The folder that the build writes to. */
  readonly output: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly progress?: ((done: number, total: number) => void) | undefined;
};

/** Makes the variants of the pictures that get some, or lists the pictures that cannot be read. */
export async function placeVariants(
  { publication, articles, media, warnings }: Pictured,
  { root, output, now, progress }: PlaceSetting,
): Promise<Result<PlacedVariants, readonly ContentFault[]>> {
  const maxFiles = publication.pictures?.files ?? DEFAULT_VARIANT_FILES;
  const { chosen, left } = choosePictures(articles, maxFiles);
  const cache = new VariantCache(join(output, VARIANT_FOLDER));
  const mediaFolder = join(root, "content/media");
  const { media: variants, faults } = await buildVariants(chosen, media, { mediaFolder, cache, progress });
  if (faults.length > 0) return err(faults);
  cache.tidy(now);
  const urls = new Set(chosen.map(({ url }) => url));
  return ok({
    media: [...media, ...variants],
    warnings: [...savings(warnings, media, variants), ...(left > 0 ? [tooManyPictures(left, maxFiles)] : [])],
    onlyWithVariants: (article) => {
      if (!article.pictures || article.pictures.every(({ url }) => urls.has(url))) return article;
      const kept = article.pictures.filter(({ url }) => urls.has(url));
      const copy = { ...article };
      if (kept.length > 0) copy.pictures = kept;
      else delete copy.pictures;
      return copy;
    },
  });
}

/** Adds to the warning of a large picture what readers load in place of it. */
function savings(
  warnings: readonly ContentFault[],
  media: readonly UsedMedia[],
  variants: readonly BuiltVariant[],
): readonly ContentFault[] {
  return warnings.map((warning) => {
    const used = media.find(({ name, file }) => {
      const [large] = largePictures([{ ...file, name, hash: "", length: file.length ?? 0 }]);
      return large?.file === warning.file && large.found === warning.found;
    });
    const own = used ? variants.filter(({ name }) => name === used.name) : [];
    const lengths = own.map(({ file }) => file.length ?? 0);
    if (!used || lengths.length === 0) return warning;
    const most = Math.max(...lengths);
    const saved = Math.max(0, (used.file.length ?? 0) - most);
    return {
      ...warning,
      expected: `${warning.expected}; readers get a variant of at most ${megabytes(most)}, which saves ${megabytes(saved)}`,
    };
  });
}

function tooManyPictures(left: number, maxFiles: number): ContentFault {
  return {
    file: "content/publication.yaml",
    field: "pictures.files",
    found: `${left} pictures of the oldest articles that get no variants, because there are at most ${maxFiles} files of them`,
    expected: "a larger number if your plan has room: 20,000 files in all on the free plan, 100,000 on a paid one",
  };
}
