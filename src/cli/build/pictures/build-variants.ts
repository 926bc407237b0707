import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { ContentFault } from "../../../compile/content-fault.ts";
import type { UsedMedia } from "../../../compile/media/used-media.ts";
import type { MediaFile } from "../../../model/media-file.ts";
import { MEDIA_PREFIX, PLACEHOLDER_ORIGIN } from "../../../site/addresses.ts";
import { type PictureVariant, variantsOf } from "../../../site/picture-variants.ts";
import { percentDecodeOrKeep } from "../../../syntax/percent.ts";
import { MAX_PICTURE_PIXELS, renderVariants } from "./render-variants.ts";
import type { KeptVariant, VariantCache } from "./variant-cache.ts";
import { WeightedQueue } from "./weighted-queue.ts";

/** A file of media that the build copies from `from`, and not from content/media. */
export type BuiltVariant = UsedMedia & { readonly from: string };

/** The variants of a build as media, and what is wrong with the pictures that could not be read. */
export type BuiltVariants = { readonly media: readonly BuiltVariant[]; readonly faults: readonly ContentFault[] };

export type VariantSetting = {
  /** The folder of the originals. */
  readonly mediaFolder: string;
  readonly cache: VariantCache;
  /** Is told how many pictures have been made of those that are to be. */
  readonly progress?: ((done: number, total: number) => void) | undefined;
};

/** More would only wait for the processor. */
const MAX_PARALLEL = Math.min(4, availableParallelism());

/**
 * Makes the variants of pictures that the cache lacks, several at a time. Together they have at most
 * `MAX_PICTURE_PIXELS` pixels, which bounds the memory.
 *
 * @param pictures those that get variants
 * @param media the files in use
 */
export async function buildVariants(
  pictures: readonly MediaFile[],
  media: readonly UsedMedia[],
  { mediaFolder, cache, progress }: VariantSetting,
): Promise<BuiltVariants> {
  const byUrl = new Map(media.map((each) => [each.file.url, each]));
  const all = pictures.flatMap((file) => {
    const used = byUrl.get(file.url);
    const variants = variantsOf(file).flatMap((each) => each.variants);
    return used ? [{ used, file, variants, hash: used.path.slice(0, used.path.indexOf("/")) }] : [];
  });
  const built: BuiltVariant[] = [];
  const faults: ContentFault[] = [];
  const missing: typeof all = [];
  for (const each of all) {
    const kept = cache.find(each.hash, each.variants);
    if (kept) built.push(...asMedia(each.used, each.variants, kept));
    else missing.push(each);
  }
  let done = 0;
  const queue = new WeightedQueue({ parallel: MAX_PARALLEL, weight: MAX_PICTURE_PIXELS });
  await Promise.all(
    missing.map(({ used, file, variants, hash }) =>
      queue.run(Math.min(MAX_PICTURE_PIXELS, (file.width ?? 1) * (file.height ?? 1)), async () => {
        const rendered = await renderVariants(file, readFileSync(join(mediaFolder, used.name)));
        if (rendered.ok) built.push(...asMedia(used, variants, cache.put(hash, rendered.value)));
        else faults.push(brokenPicture(used.name, rendered.error));
        progress?.(++done, missing.length);
      }),
    ),
  );
  return { media: built.toSorted((a, b) => (a.path < b.path ? -1 : 1)), faults };
}

function asMedia(
  used: UsedMedia,
  variants: readonly PictureVariant[],
  kept: readonly KeptVariant[],
): readonly BuiltVariant[] {
  return variants.flatMap(({ url, mediaType, width, height }, place) => {
    const { file: from, length } = kept[place] ?? {};
    if (from === undefined || length === undefined) return [];
    const path = percentDecodeOrKeep(url.slice(PLACEHOLDER_ORIGIN.length + MEDIA_PREFIX.length));
    return [{ ...used, path, from, file: { url, mediaType, length, width, height } }];
  });
}

function brokenPicture(name: string, found: string): ContentFault {
  const most = Math.round(MAX_PICTURE_PIXELS / 1_000_000);
  const expected = `a whole picture of at most ${most} megapixels, of which smaller ones can be made`;
  return { file: `content/media/${name}`, found, expected };
}
