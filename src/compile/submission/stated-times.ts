import type { Article } from "../../model/article.ts";
import { instantOf, parseTimestamp, type Timestamp } from "../../model/timestamp.ts";
import type { ArticleFields } from "../front-matter/article-fields.ts";

const NAMES = ["published", "updated", "scheduledFor"] as const;

/**
 * The times of a submission whose fraction of a second may be cut off. A program that publishes now writes a fraction.
 * Rounded up, the time would be to come for the rest of that second, and the article would wait for it. Cut off, it
 * shows nothing early, since the exact time has passed. An article that is sent again keeps the time that it has.
 *
 * @param written the fields as they were sent
 * @param now milliseconds since the epoch
 */
export function statedTimes(
  written: Readonly<Record<string, unknown>>,
  fields: Pick<ArticleFields, (typeof NAMES)[number]>,
  { known, now }: { readonly known?: Article | undefined; readonly now: number },
): Partial<Record<(typeof NAMES)[number], Timestamp>> {
  const stated: Partial<Record<(typeof NAMES)[number], Timestamp>> = {};
  for (const name of NAMES) {
    const [text, rounded] = [written[name], fields[name]];
    const cut = typeof text === "string" ? parseTimestamp(text, "down") : undefined;
    if (!cut?.ok || rounded === undefined || cut.value === rounded || typeof text !== "string") continue;
    const isSame = known?.[name] === cut.value;
    const hasPassed = instantOf(cut.value) + fractionOf(text) <= now && instantOf(rounded) > now;
    if (isSame || hasPassed) stated[name] = cut.value;
  }
  return stated;
}

/** The fraction of the second in milliseconds. */
function fractionOf(text: string): number {
  return Number(/\.\d+/.exec(text)?.[0] ?? 0) * 1_000;
}
