import type { EntryFacts, FeedFacts, WrittenDate } from "../facts/feed-facts.ts";
import type { Check } from "../finding.ts";
import { grammarFaults } from "../grammar/document-grammar.ts";
import { jsonFeedFaults } from "../grammar/json/json-feed.ts";
import { feedOf, rootOf, type Visit } from "../visit.ts";

const HOUR = 3_600_000;
const YEAR = 365 * 24 * HOUR;

type Dated = { readonly of: string; readonly date: WrittenDate };

function datesIn({ updated, entries }: FeedFacts): readonly Dated[] {
  const ofEntry = (entry: EntryFacts) =>
    [entry.published, entry.updated].flatMap((date) => (date ? [{ of: `“${entry.name}”`, date }] : []));
  return [...(updated ? [{ of: "the feed", date: updated }] : []), ...entries.flatMap(ofEntry)];
}

const instantsOf = ({ published, updated }: EntryFacts) =>
  [published?.instant, updated?.instant].filter((instant) => instant !== undefined);

/** The newest date of all entries, in milliseconds since the epoch. */
export function newestInstant({ entries }: FeedFacts): number | undefined {
  const instants = entries.flatMap(instantsOf);
  return instants.length === 0 ? undefined : instants.reduce((newest, each) => Math.max(newest, each));
}

function inFeed(faults: (feed: FeedFacts, visit: Visit) => readonly string[] | undefined): Check["examine"] {
  return (visit) => {
    const feed = feedOf(visit);
    return feed && feed.entries.length > 0 ? faults(feed, visit) : undefined;
  };
}

const day = (instant: number) => new Date(instant).toISOString();

export const DATE_CHECKS: readonly Check[] = [
  {
    id: "dates.notation",
    level: "error",
    summary:
      "Dates have the notation of the format: RFC 822 in RSS and OPML, RFC 3339 in Atom and JSON Feed, and the day of the week is right.",
    why: "If a reader cannot read a date, it uses the time of its request, or 1970. The entry moves to the top or to the end.",
    how: 'Write dates in RSS as "Sun, 01 Mar 2026 21:42:00 +0800", in Atom and JSON Feed as "2026-03-01T21:42:00+08:00".',
    examine: (visit) => {
      const root = rootOf(visit);
      if (root) return grammarFaults(root).flatMap(({ rule, text }) => (rule === "dates.notation" ? [text] : []));
      const feed = feedOf(visit);
      return feed?.form === "json"
        ? jsonFeedFaults(feed.document).flatMap(({ rule, text }) => (rule === "dates.notation" ? [text] : []))
        : undefined;
    },
  },
  {
    id: "dates.present",
    level: "warning",
    summary: "Every entry has a date.",
    why: "Readers use the time of their request instead, so each has another date. MSN rejects the entry.",
    how: "Add <pubDate>, <published>, date_published, or <dc:date> in RSS 1.0.",
    examine: inFeed(({ entries }) =>
      entries.flatMap(({ name, published, updated }) => (published || updated ? [] : [`“${name}” has no date`])),
    ),
  },
  {
    id: "dates.not-future",
    level: "error",
    summary: "No date is in the future.",
    why: "Some readers hide such an entry until then, some keep it at the top, and some (newsboat, planets) set the date to now at each request.",
    how: "Publish scheduled articles only when they are due, and check the time zone: local time marked as UTC is the usual cause.",
    examine: inFeed((feed, { now }) =>
      datesIn(feed).flatMap(({ of, date }) =>
        (date.instant ?? 0) > now + HOUR ? [`${of} has the date ${date.text}`] : [],
      ),
    ),
  },
  {
    id: "dates.own",
    level: "warning",
    summary: "Entries have their own dates, not the time at which the feed was made.",
    why: "All readers sort by date, so the order of the entries changes. MSN rejects dates that change at each request.",
    how: "Give every entry the date of its article.",
    examine: inFeed(({ entries }) => {
      const all = new Set(entries.map(({ published, updated }) => (published ?? updated)?.instant));
      return entries.length >= 3 && all.size === 1 && !all.has(undefined)
        ? [`all ${entries.length} entries have the same date`]
        : [];
    }),
  },
  {
    id: "dates.feed-behind",
    level: "warning",
    summary: "The feed's own date is not older than its newest entry.",
    why: "Readers that check it first consider the feed unchanged and skip the new entry.",
    how: "Set updated or lastBuildDate to the newest change of the entries.",
    examine: inFeed((feed) => {
      const [own, newest] = [feed.updated?.instant, newestInstant(feed)];
      if (own === undefined || newest === undefined) return undefined;
      return newest > own + HOUR ? [`the feed has the date ${day(own)}, and its newest entry ${day(newest)}`] : [];
    }),
  },
  {
    id: "dates.order",
    level: "warning",
    summary: "No entry was changed before it was published.",
    why: "Readers that sort by the date of the change show the entry too low. Readers that compare it with their copy see no change.",
    how: "Set updated to the same time as published, or later.",
    examine: inFeed(({ entries }) =>
      entries.flatMap(({ name, published, updated }) =>
        published?.instant !== undefined && (updated?.instant ?? Number.POSITIVE_INFINITY) < published.instant
          ? [`“${name}” was changed at ${updated?.text} and published at ${published.text}`]
          : [],
      ),
    ),
  },
  {
    id: "dates.recent",
    level: "note",
    summary: "The newest entry is less than two years old.",
    why: "Feedly and Inoreader request inactive feeds less and less often.",
    how: "Nothing to fix if you have published nothing new.",
    examine: inFeed((feed, { now }) => {
      const newest = newestInstant(feed);
      if (newest === undefined) return undefined;
      return newest < now - 2 * YEAR ? [`the newest entry has the date ${day(newest)}`] : [];
    }),
  },
];
