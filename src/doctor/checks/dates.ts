import type { EntryFacts, FeedFacts, WrittenDate } from "../facts/feed-facts.ts";
import { dateFault } from "../facts/written-date.ts";
import type { Check } from "../finding.ts";
import { feedOf, type Visit } from "../visit.ts";

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

/** The newest time any entry names. */
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
    summary: "Dates are in the form's notation: RFC 822 with four digits for the year in RSS, RFC 3339 elsewhere.",
    why: "What a reader cannot read it replaces by the time of its poll, or by 1970: the entry jumps to the top, or to the end.",
    how: 'RSS: "Sun, 01 Mar 2026 21:42:00 +0800". Atom and JSON Feed: "2026-03-01T21:42:00+08:00".',
    examine: inFeed((feed) =>
      datesIn(feed).flatMap(({ of, date }) => {
        const fault = dateFault(date);
        return fault === undefined ? [] : [`${of}: ${fault}`];
      }),
    ),
  },
  {
    id: "dates.present",
    level: "warning",
    summary: "Every entry has a date.",
    why: "Readers take the time of their poll instead, another in each; MSN rejects the entry.",
    how: "Add <pubDate>, <published> or date_published.",
    examine: inFeed(({ entries }) =>
      entries.flatMap(({ name, published, updated }) => (published || updated ? [] : [`“${name}” has no date`])),
    ),
  },
  {
    id: "dates.not-future",
    level: "error",
    summary: "No date lies in the future.",
    why: "Some readers hide such an entry until then, some pin it to the top, and some (newsboat, planets) cut the date to now at each poll.",
    how: "Keep scheduled articles out until they are due, and mind the zone: local time labelled as UTC is the usual cause.",
    examine: inFeed((feed, { now }) =>
      datesIn(feed).flatMap(({ of, date }) =>
        (date.instant ?? 0) > now + HOUR ? [`${of} is dated ${date.text}`] : [],
      ),
    ),
  },
  {
    id: "dates.own",
    level: "warning",
    summary: "Entries have dates of their own, not the time at which the feed was made.",
    why: "Readers that sort by date (all do) shuffle the entries, and MSN rejects dates that move at each poll.",
    how: "Give every entry the date of its article.",
    examine: inFeed(({ entries }) => {
      const all = new Set(entries.map(({ published, updated }) => (published ?? updated)?.instant));
      return entries.length >= 3 && all.size === 1 && !all.has(undefined)
        ? [`all ${entries.length} entries have one date`]
        : [];
    }),
  },
  {
    id: "dates.feed-behind",
    level: "warning",
    summary: "The feed's own date is no older than its newest entry.",
    why: "Readers that look at it first take the feed as unchanged and skip the new entry.",
    how: "Let updated or lastBuildDate be the newest change among the entries.",
    examine: inFeed((feed) => {
      const [own, newest] = [feed.updated?.instant, newestInstant(feed)];
      if (own === undefined || newest === undefined) return undefined;
      return newest > own + HOUR ? [`the feed says ${day(own)}, its newest entry ${day(newest)}`] : [];
    }),
  },
  {
    id: "dates.order",
    level: "warning",
    summary: "No entry was changed before it was published.",
    why: "Readers that sort by the change put it below what it follows; those that compare it with their copy see no change.",
    how: "Let updated be no earlier than published.",
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
    why: "Feedly and Inoreader poll quiet feeds more and more seldom.",
    how: "Nothing, if there is nothing new.",
    examine: inFeed((feed, { now }) => {
      const newest = newestInstant(feed);
      if (newest === undefined) return undefined;
      return newest < now - 2 * YEAR ? [`the newest is of ${day(newest)}`] : [];
    }),
  },
];
