import type { EntryFacts, FeedFacts } from "../facts/feed-facts.ts";
import type { Check } from "../finding.ts";
import { answerOf, feedOf, type Visit } from "../visit.ts";

/** The feed of any form that is looked into. */
function lookedInto(visit: Visit): FeedFacts | undefined {
  const feed = feedOf(visit);
  return feed?.form === "rdf" ? undefined : feed;
}

function inEntries(faults: (entries: readonly EntryFacts[]) => readonly string[]): Check["examine"] {
  return (visit) => {
    const entries = lookedInto(visit)?.entries;
    return entries && (entries.length === 0 ? undefined : faults(entries));
  };
}

export const ENTRY_CHECKS: readonly Check[] = [
  {
    id: "entries.any",
    level: "warning",
    summary: "The feed has entries.",
    why: "Feedly, Apple News and others do not take an empty feed; a subscriber sees nothing and goes.",
    how: "Publish something, or look whether a filter or an error hides all of it.",
    examine: (visit) => {
      const feed = lookedInto(visit);
      return feed && (feed.entries.length === 0 ? ["the feed has no entries"] : []);
    },
  },
  {
    id: "entries.few",
    level: "note",
    summary: "The feed has ten entries or more.",
    why: "Who polls once a day misses what has left a short feed; Flipboard wants 30 for a new source.",
    how: "Keep more entries in the feed, or offer archives (RFC 5005).",
    examine: inEntries(({ length }) => (length < 10 ? [`${length} entries`] : [])),
  },
  {
    id: "entries.many",
    level: "warning",
    summary: "The feed has no more than 500 entries.",
    why: "Every poll of every reader takes all of it, and phones parse it on battery.",
    how: "Keep the newest, and move the others to archives (RFC 5005).",
    examine: inEntries(({ length }) => (length > 500 ? [`${length} entries`] : [])),
  },
  {
    id: "entries.weight",
    level: "warning",
    summary: "The document is no larger than 1 MB.",
    why: "SmartNews takes 1 MB at the most; JSON Feed clients like less than 250 kB.",
    how: "Keep fewer entries in the feed, and pictures out of it (data: URLs).",
    examine: (visit) => {
      const length = answerOf(visit)?.body.length ?? 0;
      return feedOf(visit) && (length > 1_000_000 ? [`${length} bytes`] : []);
    },
  },
  {
    id: "entries.unique-ids",
    level: "error",
    summary: "No two entries have the same id.",
    why: "All readers keep one of them: the other articles are never seen.",
    how: "Give every entry an id of its own.",
    examine: inEntries((entries) => {
      const seen = new Map<string, number>();
      for (const { id } of entries) if (id !== undefined) seen.set(id, (seen.get(id) ?? 0) + 1);
      return [...seen].flatMap(([id, count]) => (count > 1 ? [`${count} entries have the id "${id}"`] : []));
    }),
  },
  {
    id: "entries.link",
    level: "error",
    summary: "Links of entries are absolute.",
    why: "RSS has no base address, and few readers know Atom's: the title leads nowhere.",
    how: "Write https://… in full.",
    examine: inEntries((entries) =>
      entries.flatMap(({ name, link, hasBase }) =>
        link === undefined || hasBase || /^[a-z][a-z0-9+.-]*:/i.test(link) ? [] : [`“${name}” links to "${link}"`],
      ),
    ),
  },
  {
    id: "entries.titles",
    level: "note",
    summary: "Every entry has a title.",
    why: 'Readers show the first words, or "Untitled".',
    how: "Give entries a title, unless it is a microblog.",
    examine: inEntries((entries) =>
      entries.flatMap(({ name, title }) => (title === undefined ? [`“${name}” has no title`] : [])),
    ),
  },
  {
    id: "entries.full",
    level: "note",
    summary: "The feed holds the full text.",
    why: "Flipboard and Apple News want it, people read it offline, and readers without a browser (newsboat) show nothing else.",
    how: "Put the article into <content:encoded>, <content> or content_html.",
    examine: inEntries((entries) =>
      entries.every(({ html, summary }) => html === undefined && (summary ?? "").length < 1_000)
        ? ["all entries are summaries"]
        : [],
    ),
  },
];
