import { createHash } from "node:crypto";

/**
 * The paths of the data files below the folder of the content. The key of a feed, a slug and a former path may have any
 * letters, so a digest stands in for them.
 */

export function feedPath(key: string): string {
  return `feeds/${digest(key)}/feed`;
}

/** @param number counts from 1, the oldest */
export function divisionPath(key: string, number: number): string {
  return `feeds/${digest(key)}/${number}`;
}

/** @param number counts from 0 */
export function expiringPath(key: string, number: number): string {
  return `feeds/${digest(key)}/expiring-${number}`;
}

export const CATALOGUE_FILE = "catalogue";

export function pageFilePath(slug: string): string {
  return `pages/${digest(slug)}`;
}

/** The search line and the feeds of each article of a block. Blocks count from 0. */
export function wordsPath(block: number): string {
  return `words/${block}`;
}

/** The articles of a block, for the sitemap. */
export function listPath(block: number): string {
  return `list/${block}`;
}

/** @param month `YYYY-MM` */
export function monthPath(month: string): string {
  return `months/${month}`;
}

export type BucketKind = "slugs" | "paths" | "media";

export function bucketPath(kind: BucketKind, key: string, buckets: number): string {
  const number = Number.parseInt(createHash("sha256").update(key).digest("hex").slice(0, 8), 16) % buckets;
  return `${kind}/${number}`;
}

/** 80 bits: among a million keys, two share a digest with a probability of 10⁻¹². */
function digest(key: string): string {
  return createHash("sha256").update(key).digest("hex").slice(0, 20);
}
