import { median, quantile } from "../median.ts";
import type { Table } from "../print-table.ts";
import type { Measured, Publishing, Turn } from "./measure-newsroom.ts";
import type { Seeding } from "./seed-database.ts";
import { tableRows } from "./table-rows.ts";

/**
 * A database before the measurements. `memory` is the resident memory of its workerd in bytes after the first page was
 * read.
 */
export type ArticleSnapshot = { readonly articles: number; readonly seeding: Seeding; readonly memory: number };

export function newsroomTables(
  databases: readonly ArticleSnapshot[],
  readings: readonly Measured[],
  memories: ReadonlyMap<number, number>,
  publishing: Publishing,
): readonly Table[] {
  const sizes = databases.map(({ articles }) => articles);
  const all = [...readings, publishing];
  return [
    latencyTable(sizes, all),
    rowTable(sizes, readings, publishing),
    {
      title: "The databases, and the memory of their workerd processes",
      columns: ["articles", "seeding s", "articles/s", "published/s", "MB", "memory MB", "after reads"],
      rows: databases.map(({ articles, seeding, memory }) => [
        String(articles),
        seeding.seconds.toFixed(0),
        (articles / seeding.seconds).toFixed(0),
        (1_000 / middle(publishing, articles, ({ milliseconds }) => milliseconds)).toFixed(0),
        (seeding.bytes / 1e6).toFixed(0),
        (memory / 1e6).toFixed(0),
        ((memories.get(articles) ?? Number.NaN) / 1e6).toFixed(0),
      ]),
      notes: ["seeding: the same rows in bulk. published: one article after another."],
    },
  ];
}

function latencyTable(sizes: readonly number[], all: readonly Measured[]): Table {
  const rows = all.map((measured) => [
    measured.name,
    ...sizes.flatMap((size) => [
      middle(measured, size, ({ milliseconds }) => milliseconds).toFixed(2),
      quantile(
        turnsAt(measured, size).map(({ milliseconds }) => milliseconds),
        0.95,
      ).toFixed(2),
    ]),
    ratio(measured, ({ milliseconds }) => milliseconds),
    ...sizes.map((size) => middle(measured, size, ({ cpu }) => cpu).toFixed(2)),
    ratio(measured, ({ cpu }) => cpu),
  ]);
  const last = (measured: Measured) => [...measured.turns.keys()].at(-1);
  return {
    title: `The newsroom: one request at a time, medians over the same rounds in all databases (${sizes.join(", ")} articles)`,
    columns: [
      "",
      ...sizes.flatMap((size) => [`ms ${short(size)}`, "p95"]),
      "ratio",
      ...sizes.map((size) => `CPU ${short(size)}`),
      "ratio",
    ],
    rows,
    notes: [
      `ratio: the largest database (${short(last(all[0] as Measured) ?? 0)}) divided by the smallest that has such a page, median over the rounds. CPU: milliseconds of all threads of workerd.`,
      "Each database has a workerd process of its own. The Worker listens without a proxy. D1 is a Durable Object of the same process.",
    ],
  };
}

function rowTable(sizes: readonly number[], readings: readonly Measured[], publishing: Publishing): Table {
  const max = (measured: Measured, size: number, value: (turn: Turn) => number) => {
    const values = turnsAt(measured, size).map(value);
    return values.length === 0 ? "-" : String(Math.max(...values));
  };
  return {
    title: "Rows, the maximum of all rounds",
    columns: ["", ...sizes.map(short)],
    rows: [
      ...readings.map((each) => [`${each.name}: read`, ...sizes.map((size) => max(each, size, ({ read }) => read))]),
      [`${publishing.name}: read`, ...sizes.map((size) => max(publishing, size, ({ read }) => read))],
      [`${publishing.name}: written`, ...sizes.map((size) => max(publishing, size, ({ written }) => written))],
      ["  the same without indexes, at most", String(Math.max(...publishing.statements.map(tableRows)))],
    ],
    notes: ["As D1 counts them: each index row that is read or written counts as a row."],
  };
}

function turnsAt({ turns }: Measured, size: number): readonly Turn[] {
  return turns.get(size) ?? [];
}

function middle(measured: Measured, size: number, value: (turn: Turn) => number): number {
  return median(turnsAt(measured, size).map(value));
}

function ratio({ turns }: Measured, value: (turn: Turn) => number): string {
  const [first = [], ...others] = [...turns.values()];
  const last = others.at(-1) ?? [];
  const each = last.flatMap((turn, round) => {
    const other = first[round];
    return other ? [value(turn) / value(other)] : [];
  });
  return median(each).toFixed(2);
}

function short(size: number): string {
  return size % 1_000_000 === 0 ? `${size / 1_000_000}M` : size % 1_000 === 0 ? `${size / 1_000}k` : String(size);
}
