import { parseArgs } from "node:util";

const PARTS = ["files", "newsroom", "hub"] as const;
type Part = (typeof PARTS)[number];

export type BenchOptions = {
  readonly parts: readonly (Part | "put")[];
  /** The numbers of articles at which the newsroom is measured, in ascending order. */
  readonly articles: readonly number[];
  /** How often each reading of the newsroom is measured. */
  readonly rounds: number;
  /** The checkout that `put` compares this one with, with its own `node_modules`. */
  readonly base?: string | undefined;
};

export const USAGE = `npm run bench [-- [files] [newsroom] [hub] [--articles 1000,100000,1000000] [--rounds 40]]
       npm run bench -- put --base DIRECTORY [--rounds 40]

files     file mode: requests/s beside a bare Worker, cold start, render times, bundle size; takes about five minutes
newsroom  time and D1 rows of reading and publishing at several numbers of articles; with a million articles it takes
          about ten minutes and needs 6 GB of disk below the system's temporary folder
hub       time from publishing to the last delivery, at 100 to 10,000 subscribers, beside a Worker that only sends
put       CPU time of sending an article of 30 kB to this checkout and to another one, by turns; takes about two minutes.
          DIRECTORY holds the other checkout with its dependencies installed

Without a name, all parts but put run.`;

export function readBenchOptions(args: string[]): BenchOptions | undefined {
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        articles: { type: "string", default: "1000,100000,1000000" },
        rounds: { type: "string", default: "40" },
        base: { type: "string" },
      },
    });
    const parts = PARTS.filter((part) => positionals.includes(part));
    const articles = values.articles.split(",").map(Number);
    const rounds = Number(values.rounds);
    const { base } = values;
    if (positionals.includes("put"))
      return base !== undefined && positionals.length === 1 && rounds >= 1
        ? { parts: ["put"], articles: [], rounds, base }
        : undefined;
    const isKnown = base === undefined && positionals.every((each) => PARTS.some((part) => part === each));
    const isSound = articles.every((each) => Number.isInteger(each) && each >= 200) && rounds >= 1;
    if (!isKnown || !isSound) return undefined;
    return { parts: parts.length > 0 ? parts : PARTS, articles: articles.toSorted((a, b) => a - b), rounds };
  } catch {
    return undefined;
  }
}
