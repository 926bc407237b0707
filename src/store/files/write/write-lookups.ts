import { dueAt } from "../../../model/release.ts";
import { instantOf } from "../../../model/timestamp.ts";
import { formerPathKey } from "../../../site/former-path.ts";
import type { BundledMedia } from "../content-artifact.ts";
import type { Bucket, MediaUse, Signpost } from "../data-files.ts";
import { type BucketKind, bucketPath } from "../file-names.ts";
import type { ContentItem } from "./content.ts";

/** About this many keys share a bucket. */
const BUCKET_KEYS = 64;

/** The number of buckets for so many items: a power of two, so that it changes rarely. */
export function bucketsFor(items: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(1, items / BUCKET_KEYS)));
}

/** Spreads values over buckets. The result has the path of every bucket that is not empty. */
export function spread<Value>(
  kind: BucketKind,
  values: ReadonlyMap<string, Value>,
  buckets: number,
): ReadonlyMap<string, Bucket<Value>> {
  const found = Map.groupBy(values.keys(), (key) => bucketPath(kind, key, buckets));
  // The order of the paths decides the version of a build.
  const paths = [...found].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return new Map(paths.map(([path, keys]) => [path, bucketOf(keys.toSorted(), values)]));
}

function bucketOf<Value>(keys: readonly string[], values: ReadonlyMap<string, Value>): Bucket<Value> {
  const bucket: Record<string, Value> = {};
  // `__proto__` is a slug that somebody may choose.
  for (const key of keys) Object.defineProperty(bucket, key, { value: values.get(key), enumerable: true });
  return bucket;
}

/**
 * What the slugs lead to. A current slug comes before a former one.
 *
 * @param divisionOf the division of an item in the feed of all articles
 */
export function slugSignposts(
  items: readonly ContentItem[],
  divisionOf: (id: string) => number,
): ReadonlyMap<string, Signpost> {
  const current = items.map((item): [string, Signpost] => [
    slugOfItem(item),
    { kind: "article", id: item.id, division: divisionOf(item.id) },
  ]);
  const former = items.flatMap((item) =>
    [...item.record.formerSlugs, ...(item.article?.formerSlugs ?? [])].map((slug): [string, Signpost] => [
      slug,
      moved(item),
    ]),
  );
  return new Map([...former, ...current]);
}

/** What the former paths lead to, by `formerPathKey`. */
export function pathSignposts(items: readonly ContentItem[]): ReadonlyMap<string, Signpost> {
  return new Map(
    items.flatMap((item) =>
      (item.article?.formerPaths ?? []).map((path): [string, Signpost] => [formerPathKey(path), moved(item)]),
    ),
  );
}

/** When readers may get each file of media that articles use, by its path. */
export function mediaUses(
  media: readonly BundledMedia[],
  items: ReadonlyMap<string, ContentItem>,
): ReadonlyMap<string, MediaUse> {
  return new Map(
    media
      .filter(({ ofPublication }) => !ofPublication)
      .map(({ path, file, articles }) => [
        path,
        { file, uses: articles.flatMap((id) => spanOfRelease(items.get(id)) ?? []) },
      ]),
  );
}

/** When readers can read an article, in milliseconds since the epoch. Undefined if never. */
function spanOfRelease(item: ContentItem | undefined): MediaUse["uses"][number] | undefined {
  const { article } = item ?? {};
  if (!article || article.status === "retracted") return undefined;
  if (article.status === "draft") return { from: 0 };
  return { from: dueAt(article), ...(article.unpublishAt && { until: instantOf(article.unpublishAt) }) };
}

function moved(item: ContentItem): Signpost {
  const { article, record } = item;
  const due = article ? dueAt(article) : instantOf(record.due);
  return { kind: "moved", slug: slugOfItem(item), from: article?.status === "draft" ? 0 : due };
}

function slugOfItem({ article, record }: ContentItem): string {
  return article?.slug ?? record.slug;
}
