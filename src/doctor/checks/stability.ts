import type { EntryFacts } from "../facts/feed-facts.ts";
import { readAnswer } from "../facts/read-document.ts";
import type { Check } from "../finding.ts";
import type { Answer } from "../net/fetched.ts";
import { feedOf, goodAnswer, probed, type Visit } from "../visit.ts";

/** The answers to two equal requests. */
function bothOf(visit: Visit): readonly [Answer, Answer] | undefined {
  const [first, second] = [feedOf(visit) && goodAnswer(visit), probed(visit, "again")];
  return first && second?.status === 200 ? [first, second] : undefined;
}

const isSameBytes = (first: Answer, second: Answer) => Buffer.compare(first.body, second.body) === 0;

function entriesOf(answer: Answer): readonly EntryFacts[] {
  const { reading } = readAnswer(answer);
  return reading.kind === "feed" ? reading.feed.entries : [];
}

/** Compares entries at the same position that have the same title and link. */
function changedEntries(
  visit: Visit,
  wordOf: (entry: EntryFacts) => string | undefined,
): readonly string[] | undefined {
  const both = bothOf(visit);
  if (both === undefined) return undefined;
  if (isSameBytes(...both)) return [];
  const again = entriesOf(both[1]);
  return feedOf(visit)?.entries.flatMap((entry, index) => {
    const other = again[index];
    if (other === undefined || other.title !== entry.title || other.link !== entry.link) return [];
    const [before, after] = [wordOf(entry), wordOf(other)];
    return before === after ? [] : [`“${entry.name.slice(0, 60)}” first has ${before}, then ${after}`];
  });
}

export const STABILITY_CHECKS: readonly Check[] = [
  {
    id: "stability.ids",
    level: "error",
    summary: "Ids stay the same between requests.",
    why: "Every reader shows all entries again at each request, and MSN rejects the feed.",
    how: "Store an id with the article. Never derive it from the time, a counter or a session.",
    examine: (visit) => changedEntries(visit, ({ id }) => id),
  },
  {
    id: "stability.dates",
    level: "error",
    summary: "Dates of entries stay the same between requests.",
    why: "Readers mark the entries as changed and unread at each request, and MSN rejects the feed.",
    how: "Give every entry the date of its article, not of the request.",
    examine: (visit) =>
      changedEntries(visit, ({ published, updated }) => [published?.text, updated?.text].filter(Boolean).join(" and ")),
  },
  {
    id: "stability.bytes",
    level: "warning",
    summary: "Two requests get the same bytes.",
    why: "An ETag made from the bytes never matches, and readers that compare a hash (FreshRSS) parse the feed each time.",
    how: "Remove what changes: the time of the request, counters, tokens in links, a random order.",
    examine: (visit) => {
      const both = bothOf(visit);
      return both && (isSameBytes(...both) ? [] : [firstDifference(...both)]);
    },
  },
  {
    id: "stability.tag",
    level: "warning",
    summary: "The same bytes have the same ETag and Last-Modified.",
    why: "Conditional requests never match, or match only if the same one of several servers answers.",
    how: "Make the ETag from the bytes, not from the inode, the time or the server.",
    examine: (visit) => {
      const both = bothOf(visit);
      if (both === undefined || !isSameBytes(...both)) return undefined;
      return ["etag", "last-modified"].flatMap((name) => {
        const [before, after] = both.map(({ headers }) => headers[name]);
        return before === after ? [] : [`${name} is first ${before}, then ${after}`];
      });
    },
  },
];

function firstDifference(first: Answer, second: Answer): string {
  const at = first.body.findIndex((byte, index) => byte !== second.body[index]);
  const from = Math.max(0, (at === -1 ? first.body.length : at) - 20);
  const excerpt = ({ body }: Answer) => new TextDecoder().decode(body.subarray(from, from + 60));
  return `the bytes differ from byte ${from + 20}: first "${excerpt(first)}", then "${excerpt(second)}"`;
}
