import type { ContentIndex } from "./measure-cold-start.ts";
import type { Table } from "./print-table.ts";
import type { ColdStart } from "./start-cold.ts";

/** The limits of the platform, and how much of each the content of file mode uses. */
const LIMITS: readonly { readonly name: string; readonly most: number; readonly unit: string; readonly of: Measure }[] =
  [
    {
      name: "bundle on the free plan",
      most: 3 * 1_024 ** 2,
      unit: "bytes gzipped",
      of: ({ bundle }) => bundle.gzippedBytes,
    },
    {
      name: "bundle on the paid plan",
      most: 10 * 1_024 ** 2,
      unit: "bytes gzipped",
      of: ({ bundle }) => bundle.gzippedBytes,
    },
    { name: "memory of an isolate", most: 128e6, unit: "bytes", of: (_, { memory }) => memory },
    { name: "start-up of this machine", most: 1_000, unit: "ms", of: (_, { listening }) => listening },
  ];

type Measure = (shelf: ContentIndex, extra: ColdStart) => number;

/** How many articles of the generated size fit below each limit, on the straight line through two measured sizes. */
export function bundleReach(
  small: ContentIndex,
  large: ContentIndex,
  extra: ReadonlyMap<ContentIndex, ColdStart>,
): Table {
  const smallExtra = extra.get(small);
  const largeExtra = extra.get(large);
  const rows = LIMITS.map(({ name, most, unit, of }) => {
    const base = smallExtra ? of(small, smallExtra) : Number.NaN;
    const each = ((largeExtra ? of(large, largeExtra) : Number.NaN) - base) / (large.articles - small.articles);
    const articles = small.articles + (most - base) / each;
    return [`${name}, ${most} ${unit}`, each.toPrecision(3), (Math.floor(articles / 100) * 100).toString()];
  });
  return {
    title: "Where a shelf in the bundle ends, by the line through the two largest shelves",
    columns: ["", "an article", "articles"],
    rows,
  };
}
