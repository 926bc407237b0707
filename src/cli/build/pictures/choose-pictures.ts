import type { ArticleHead } from "../../../model/article.ts";
import type { MediaFile } from "../../../model/media-file.ts";
import { instantOf } from "../../../model/timestamp.ts";
import { variantsOf } from "../../../site/picture-variants.ts";

/** The limit moves in steps of so many pictures: each move changes old documents of feeds. */
export const PICTURE_STEP = 64;

/** What decides which pictures get variants. */
export type PicturedArticle = Pick<ArticleHead, "id" | "pictures" | "published" | "scheduledFor">;

/** The pictures that get variants, those of the newest articles first, and how many get none because of the limit. */
export type ChosenPictures = { readonly chosen: readonly MediaFile[]; readonly left: number };

/**
 * Chooses the pictures that get variants.
 *
 * @param maxFiles how many files of variants there may be in all
 */
export function choosePictures(articles: Iterable<PicturedArticle>, maxFiles: number): ChosenPictures {
  const newest = [...articles]
    .filter(({ pictures }) => pictures)
    .map(({ id, pictures = [], published, scheduledFor }) => ({
      id,
      pictures,
      at: instantOf(scheduledFor ?? published),
    }))
    .toSorted((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
  const all = new Map(newest.flatMap(({ pictures }) => pictures.map((each) => [each.url, each] as const)));
  const pictures = [...all.values()];
  if (maxFiles === 0) return { chosen: [], left: 0 };
  const counts = pictures.map((each) => variantsOf(each).reduce((sum, { variants }) => sum + variants.length, 0));
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total <= maxFiles) return { chosen: pictures, left: 0 };
  let files = total;
  let kept = pictures.length;
  while (files > maxFiles && kept > 0) files -= counts[--kept] ?? 0;
  // The number of those without variants grows in steps, and is at least what the limit asks for.
  const left = Math.min(pictures.length, Math.ceil((pictures.length - kept) / PICTURE_STEP) * PICTURE_STEP);
  return { chosen: pictures.slice(0, pictures.length - left), left };
}
