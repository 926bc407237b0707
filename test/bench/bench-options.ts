import { parseArgs } from "node:util";

/** The parts that run if none is named. */
const COMMON = ["files", "newsroom", "hub"] as const;
/** The parts that run alone, because each takes the whole machine or needs an option. */
const ALONE = ["put", "cold", "crawl", "soak", "import"] as const;

type Part = (typeof COMMON)[number] | (typeof ALONE)[number];

export type BenchOptions = {
  readonly parts: readonly Part[];
  /** Numbers of articles, in ascending order; undefined for those of the part. */
  readonly articles: readonly number[] | undefined;
  /** Numbers of subscribers of the hub, in ascending order. */
  readonly subscribers: readonly number[];
  /** How often each reading of the newsroom is measured. */
  readonly rounds: number;
  /** How long the soak lasts. */
  readonly minutes: number;
  /** How many steps of changes the crawl makes. */
  readonly steps: number;
  /** The checkout that `put` and `cold` compare this one with, with its own `node_modules`. */
  readonly base?: string | undefined;
};

export const USAGE = `npm run bench [-- [files] [newsroom] [hub] [--articles 1000,100000,1000000] [--rounds 40] [--subscribers 100,1000,10000]]
       npm run bench -- cold [--articles 20,2000,20000] [--base DIRECTORY]
       npm run bench -- crawl [--articles 2000] [--steps 50]
       npm run bench -- soak [--articles 20000] [--minutes 10]
       npm run bench -- import [--articles 2000]
       npm run bench -- put --base DIRECTORY [--rounds 40]

files     file mode: requests/s beside a bare Worker, cold start, render times, bundle size; takes about five minutes
newsroom  time and D1 rows of reading and publishing at several numbers of articles; with a million articles it takes
          about ten minutes and needs 6 GB of disk below the system's temporary folder
hub       time and CPU from publishing to the last delivery, at 100 to 10,000 subscribers, beside Workers that only send
cold      file mode at each number of articles: the first feed of an isolate beside an idle Worker, the CPU of the first
          request for each kind of document, and the memory after 1,000 mixed requests; up to 1,000,000 articles
crawl     builds content/, crawls it by RSS, Atom and JSON Feed from workerd, and expects every article once; then makes
          random changes, with a build after each, and compares every document asked for with a newsroom's store
soak      mixed requests to workerd, to cold and warm isolates, with little memory; prints its memory for each minute
import    writes a WordPress export with this number of posts, imports it, builds it, and prints the time of each step
put       CPU time of sending an article of 30 kB to this checkout and to another one, by turns; takes about two minutes.
          DIRECTORY holds the other checkout with its dependencies installed

Without a name, files, newsroom and hub run.`;

/** Returns undefined if the command line is wrong. */
export function readBenchOptions(args: string[]): BenchOptions | undefined {
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        articles: { type: "string" },
        subscribers: { type: "string", default: "100,1000,10000" },
        rounds: { type: "string", default: "40" },
        minutes: { type: "string", default: "10" },
        steps: { type: "string", default: "50" },
        base: { type: "string" },
      },
    });
    const { base } = values;
    const parts = [...COMMON, ...ALONE].filter((part) => positionals.includes(part));
    const options: BenchOptions = {
      parts: parts.length > 0 ? parts : COMMON,
      articles: values.articles === undefined ? undefined : numbersIn(values.articles),
      subscribers: numbersIn(values.subscribers),
      rounds: Number(values.rounds),
      minutes: Number(values.minutes),
      steps: Number(values.steps),
      base,
    };
    return parts.length === positionals.length && isSound(options) ? options : undefined;
  } catch {
    return undefined;
  }
}

function isSound({ parts, articles = [], subscribers, rounds, minutes, steps, base }: BenchOptions): boolean {
  const isAlone = parts.some((part) => ALONE.some((each) => each === part));
  const takesBase = parts.includes("put") || parts.includes("cold");
  return (
    (!isAlone || parts.length === 1) &&
    (base === undefined || takesBase) &&
    (base !== undefined || !parts.includes("put")) &&
    [...articles, ...subscribers, rounds, steps + 1].every((each) => Number.isInteger(each) && each >= 1) &&
    (!parts.includes("newsroom") || articles.every((each) => each >= 200)) &&
    minutes > 0
  );
}

function numbersIn(list: string): readonly number[] {
  return list
    .split(",")
    .map(Number)
    .toSorted((a, b) => a - b);
}
