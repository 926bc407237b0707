import type { ArticleFacts } from "../../../compile/ledger/article-facts.ts";
import { type AssetKind, type MeasuredOutput, measureOutput } from "./measure-output.ts";
import { MAX_ASSET_BYTES, MAX_WORKER_BYTES, PLANS } from "./plan-limits.ts";

/** How many of the largest files and articles are named. */
const MAX_NAMED = 3;

type SizedArticle = { readonly file: string; readonly facts: Pick<ArticleFacts, "size"> };

/** Lines about what a build has written, and lines about what would not fit a plan. */
export type OutputReport = { readonly lines: readonly string[]; readonly warnings: readonly string[] };

/**
 * Says how large a production build is, and which plan it fits. It reads the sizes of all files, 0.1 s for 10,000.
 *
 * @param output the folder of the build
 */
export function describeOutput(output: string, articles: readonly SizedArticle[]): OutputReport {
  const measured = measureOutput(output, MAX_NAMED);
  return { lines: [...sizes(measured), ...largestArticles(articles)], warnings: misfits(measured) };
}

function sizes({ kinds, count, bytes, largest, bundled }: MeasuredOutput): readonly string[] {
  const each = kinds.map((group) => `${counted(group.count, group.kind)} (${size(group.bytes)})`);
  const named = largest.map((file) => `${size(file.bytes)} ${file.about}`);
  const plan = PLANS.find(({ maxFiles }) => count <= maxFiles);
  return [
    `static assets: ${counted(count, "file")}, ${size(bytes)}${each.length > 0 ? `: ${each.join(", ")}` : ""}`,
    ...(named.length > 0 ? [`largest files: ${named.join("; ")}`] : []),
    `in the Worker's bundle: ${size(bundled)} of content`,
    ...(plan ? [`fits ${plan.name}: ${grouped(count)} of ${grouped(plan.maxFiles)} files`] : []),
  ];
}

function largestArticles(articles: readonly SizedArticle[]): readonly string[] {
  const largest = articles
    .toSorted((a, b) => b.facts.size - a.facts.size || (a.file < b.file ? -1 : 1))
    .slice(0, MAX_NAMED)
    .map(({ file, facts }) => `${size(facts.size)} ${file}`);
  return largest.length > 0 ? [`largest articles: ${largest.join("; ")}`] : [];
}

/** What Cloudflare would refuse. A build for another place to serve it from may ignore that. */
export function misfits({ count, largest, bundled }: MeasuredOutput): readonly string[] {
  const refused = PLANS.filter(({ maxFiles }) => count > maxFiles);
  return [
    ...refused.map(
      ({ name, maxFiles }) =>
        `static assets: found ${grouped(count)} files; ${name} of Cloudflare takes ${grouped(maxFiles)}: use fewer tags and authors, or a newsroom`,
    ),
    ...largest
      .filter(({ bytes }) => bytes > MAX_ASSET_BYTES)
      .map(
        ({ bytes, about }) =>
          `static assets: found ${size(bytes)} in ${about}; Cloudflare takes 25 MiB a file: lower FEED_ENTRIES or FEED_BYTES, or host the file elsewhere`,
      ),
    ...(bundled > MAX_WORKER_BYTES
      ? [`the Worker's bundle: found ${size(bundled)} of content; Cloudflare takes 64 MiB with the code`]
      : []),
  ];
}

function counted(count: number, noun: AssetKind | "file"): string {
  return `${grouped(count)} ${noun}${count === 1 ? "" : "s"}`;
}

/** With commas, whatever the language of the machine is. */
function grouped(count: number): string {
  return count.toLocaleString("en");
}

/** @param bytes decimal units: 1 kB is 1,000 bytes */
export function size(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  const [unit, divisor] = bytes < 999_500 ? (["kB", 1e3] as const) : (["MB", 1e6] as const);
  const value = bytes / divisor;
  return `${value >= 100 ? grouped(Math.round(value)) : value.toFixed(1)} ${unit}`;
}
