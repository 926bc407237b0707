import type { MediaFile } from "../../../model/media-file.ts";
import type { Page } from "../../../model/page.ts";
import { articlePath, pagePath } from "../../../site/addresses.ts";
import { formerPathKey } from "../../../site/former-path.ts";
import type { ArticleLookup } from "../../article-store.ts";
import { withdrawalOf, withNotice } from "../../withdrawal.ts";
import type { Bucket, MediaUse, Place, Signpost } from "../data-files.ts";
import { type BucketKind, bucketPath, pageFilePath } from "../file-names.ts";
import { lastChangeOf, nextChangeOf, releaseOf } from "../item.ts";
import type { ContentReader } from "./content-reader.ts";

/** Content changes only with a new deploy or with the clock, so one version serves for all. */
export const SAME_VERSION = "";

/** Reads what a slug leads to: at most a bucket and a division. */
export async function lookUpArticle(reader: ContentReader, slug: string, now: number): Promise<ArticleLookup> {
  const signpost = await inBucket<Signpost>(reader, "slugs", slug);
  if (!signpost) return { kind: "unknown" };
  if (signpost.kind === "moved")
    return signpost.from <= now ? { kind: "moved", slug: signpost.slug } : { kind: "unknown" };
  if (signpost.kind === "page") return { kind: "unknown" };
  const places = await reader.places(reader.head.everything, signpost.division);
  const place = places.find(({ id }) => id === signpost.id);
  if (!place) throw new Error(`division ${signpost.division} lacks ${signpost.id}, which a bucket names`);
  return lookupOf(reader, place, now);
}

/** Reads the path of the article or page that had this path, with its query, under another system. */
export async function lookUpPath(reader: ContentReader, path: string, now: number): Promise<string | undefined> {
  const signpost = await inBucket<Signpost>(reader, "paths", formerPathKey(path));
  if (signpost?.kind === "page") return pagePath(signpost.slug);
  return signpost?.kind === "moved" && signpost.from <= now ? articlePath(signpost.slug) : undefined;
}

/** Reads a page: one file. */
export async function lookUpPage({ head, files }: ContentReader, slug: string, now: number) {
  const known = head.pages.find((each) => each.slug === slug);
  const page = known && (await files.json<Page>(pageFilePath(slug)));
  return page && { page, version: SAME_VERSION, modified: Math.min(now, Math.max(head.modified, known.modified)) };
}

/** Reads the facts of a file of media. Returns undefined unless a published article or the publication uses it. */
export async function lookUpMedia(reader: ContentReader, path: string, now: number): Promise<MediaFile | undefined> {
  const own = reader.head.media.find((each) => each.path === path);
  if (own) return own.file;
  const found = await inBucket<MediaUse>(reader, "media", path);
  const isUsed = found?.uses.some(({ from, until = Number.POSITIVE_INFINITY }) => from <= now && now < until);
  return isUsed ? found?.file : undefined;
}

/** Reads the value of a key in the bucket that has it. */
export async function inBucket<Value>(
  reader: ContentReader,
  kind: BucketKind,
  key: string,
): Promise<Value | undefined> {
  const bucket = await reader.files.json<Bucket<Value>>(bucketPath(kind, key, reader.head.buckets));
  return bucket && Object.hasOwn(bucket, key) ? bucket[key] : undefined;
}

function lookupOf({ head, publication }: ContentReader, place: Place, now: number): ArticleLookup {
  switch (releaseOf(place, now)) {
    case "hidden":
      return { kind: "unknown" };
    case "withdrawn": {
      const { time, reason, language, notice } = withNotice(withdrawalOf(place, publication), place);
      return {
        kind: "withdrawn",
        time,
        language,
        ...(notice?.title !== undefined && { title: notice.title }),
        ...(reason !== undefined && { retraction: { time, reason } }),
      };
    }
    case "out": {
      const { article } = place;
      if (!article) return { kind: "unknown" };
      const next = nextChangeOf(place, now);
      return {
        kind: "found",
        article,
        version: SAME_VERSION,
        modified: Math.min(now, Math.max(head.modified, lastChangeOf(place, now))),
        ...(Number.isFinite(next) && { validUntil: next }),
      };
    }
  }
}
