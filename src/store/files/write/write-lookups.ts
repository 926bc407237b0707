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

/** Spreads values over buckets. The result has the path of every bucket that is not empty, with what makes it. */
export function spread<Value>(
  kind: BucketKind,
  values: ReadonlyMap<string, Value>,
  buckets: number,
): ReadonlyMap<string, () => Bucket<Value>> {
  const pathOf = bucketPaths(kind, buckets);
  const found = Map.groupBy(values.keys(), pathOf);
  // The order of the paths decides the version of a build.
  const paths = [...found].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return new Map(paths.map(([path, keys]) => [path, () => bucketOf(keys.toSorted(), values)]));
}

/** The buckets of keys, for one number of buckets of each kind: a later build of the process has the same keys. */
const known = new Map<BucketKind, { readonly buckets: number; readonly paths: Map<string, string> }>();

function bucketPaths(kind: BucketKind, buckets: number): (key: string) => string {
  let of = known.get(kind);
  if (of?.buckets !== buckets) {
    of = { buckets, paths: new Map() };
    known.set(kind, of);
  }
  const { paths } = of;
  return (key) => {
    const before = paths.get(key);
    if (before !== undefined) return before;
    const path = bucketPath(kind, key, buckets);
    paths.set(key, path);
    return path;
  };
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
      .map(({ path, file, articles }) => [path, { file, uses: articles.flatMap((id) => knownSpan(items.get(id))) }]),
  );
}

const spans = new WeakMap<ContentItem, MediaUse["uses"]>();

/** The span of `spanOfRelease`, or nothing. */
function knownSpan(item: ContentItem | undefined): MediaUse["uses"] {
  if (!item) return [];
  const before = spans.get(item);
  if (before) return before;
  const span = spanOfRelease(item);
  const made = span ? [span] : [];
  spans.set(item, made);
  return made;
}

/** When readers can read an article, in milliseconds since the epoch. Undefined if never. */
function spanOfRelease({ article }: ContentItem): MediaUse["uses"][number] | undefined {
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
