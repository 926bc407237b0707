import type { ContentIndex } from "./measure-cold-start.ts";
import type { Table } from "./print-table.ts";
import type { ColdStart } from "./start-cold.ts";

/** The limits of the platform, and how much of each the content of file mode uses. */
const LIMITS: readonly { readonly name: string; readonly max: number; readonly unit: string; readonly of: Measure }[] =
  [
    {
      name: "bundle on the free plan",
      max: 3 * 1_024 ** 2,
      unit: "bytes gzipped",
      of: ({ bundle }) => bundle.gzippedBytes,
    },
    {
      name: "bundle on the paid plan",
      max: 10 * 1_024 ** 2,
      unit: "bytes gzipped",
      of: ({ bundle }) => bundle.gzippedBytes,
    },
    { name: "memory of an isolate", max: 128e6, unit: "bytes", of: (_, { memory }) => memory },
    { name: "start-up of this machine", max: 1_000, unit: "ms", of: (_, { listening }) => listening },
  ];

type Measure = (content: ContentIndex, extra: ColdStart) => number;

/** How many articles of the generated size fit below each limit, on the straight line through two measured sizes. */
export function bundleReach(
  small: ContentIndex,
  large: ContentIndex,
  extra: ReadonlyMap<ContentIndex, ColdStart>,
): Table {
  const smallExtra = extra.get(small);
  const largeExtra = extra.get(large);
  const rows = LIMITS.map(({ name, max, unit, of }) => {
    const base = smallExtra ? of(small, smallExtra) : Number.NaN;
    const each = ((largeExtra ? of(large, largeExtra) : Number.NaN) - base) / (large.articles - small.articles);
    const articles = small.articles + (max - base) / each;
    return [`${name}, ${max} ${unit}`, each.toPrecision(3), (Math.floor(articles / 100) * 100).toString()];
  });
  return {
    title: "The largest content of file mode below each limit, on the line through the two largest bundles",
    columns: ["", "per article", "articles"],
    rows,
  };
}
