import type { EntryFacts } from "../facts/feed-facts.ts";
import type { Check } from "../finding.ts";
import { answerOf, feedOf } from "../visit.ts";

function inEntries(faults: (entries: readonly EntryFacts[]) => readonly string[]): Check["examine"] {
  return (visit) => {
    const entries = feedOf(visit)?.entries;
    return entries && (entries.length === 0 ? undefined : faults(entries));
  };
}

/** The ids that stand twice, each with something that makes two of them different. */
function repeated(ids: readonly (readonly [id: string | undefined, version: string])[]): readonly string[] {
  const seen = new Map<string, { readonly id: string; readonly count: number }>();
  for (const [id, version] of ids) {
    if (id === undefined) continue;
    const key = JSON.stringify([id, version]);
    seen.set(key, { id, count: (seen.get(key)?.count ?? 0) + 1 });
  }
  return [...seen.values()].flatMap(({ id, count }) => (count > 1 ? [`${count} entries have the id "${id}"`] : []));
}

export const ENTRY_CHECKS: readonly Check[] = [
  {
    id: "entries.any",
    level: "warning",
    summary: "The feed has entries.",
    why: "Feedly, Apple News and others reject an empty feed. Subscribers see nothing and leave.",
    how: "Publish an entry, or check whether a filter or an error hides all entries.",
    examine: (visit) => {
      const feed = feedOf(visit);
      return feed && (feed.entries.length === 0 ? ["the feed has no entries"] : []);
    },
  },
  {
    id: "entries.few",
    level: "note",
    summary: "The feed has at least ten entries.",
    why: "A reader that asks once a day misses entries that leave a short feed. Flipboard wants 30 for a new source.",
    how: "Keep more entries in the feed, or offer archives (RFC 5005).",
    examine: inEntries(({ length }) =>
      length < 10 ? [`the feed has ${length} ${length === 1 ? "entry" : "entries"}`] : [],
    ),
  },
  {
    id: "entries.many",
    level: "warning",
    summary: "The feed has at most 500 entries.",
    why: "Every reader downloads all of them at each request, and phones use their battery to parse them.",
    how: "Keep the newest entries, and move the others to archives (RFC 5005).",
    examine: inEntries(({ length }) =>
      length > 500 ? [`the feed has ${length} ${length === 1 ? "entry" : "entries"}`] : [],
    ),
  },
  {
    id: "entries.weight",
    level: "warning",
    summary: "The document has at most 1 MB.",
    why: "SmartNews accepts at most 1 MB, and JSON Feed recommends less than 250 kB.",
    how: "Keep fewer entries in the feed, and no images (data: URLs).",
    examine: (visit) => {
      const length = answerOf(visit)?.body.length ?? 0;
      return feedOf(visit) && (length > 1_000_000 ? [`the document has ${length} bytes`] : []);
    },
  },
  {
    id: "entries.unique-ids",
    level: "error",
    summary: "No two entries have the same id.",
    why: "All readers keep one of these entries. Nobody sees the other articles.",
    how: "Give every entry its own id.",
    examine: inEntries((entries) =>
      repeated(entries.filter(({ isVersioned }) => !isVersioned).map(({ id }) => [id, ""])),
    ),
  },
  {
    id: "entries.versions",
    level: "warning",
    summary: "Atom entries with the same id have different updated dates.",
    why: "They are versions of one entry (RFC 4287 section 4.1.1). With the same date, readers keep any of them.",
    how: "Keep the newest version only, or date every version.",
    examine: (visit) => {
      const versions = feedOf(visit)?.entries.filter(({ isVersioned }) => isVersioned) ?? [];
      return versions.length === 0 ? undefined : repeated(versions.map(({ id, updated }) => [id, updated?.text ?? ""]));
    },
  },
  {
    id: "entries.link",
    level: "warning",
    summary: "The links of Atom entries are absolute, or have a base.",
    why: "Relative links are right in Atom, but readers that store entries without the feed's address cannot open them.",
    how: "Write the complete address (https://…).",
    examine: (visit) => {
      const feed = feedOf(visit);
      if (feed?.form !== "atom" || feed.entries.length === 0) return undefined;
      return feed.entries.flatMap(({ name, link, hasBase }) =>
        link === undefined || hasBase || /^[a-z][a-z0-9+.-]*:/i.test(link) ? [] : [`“${name}” links to "${link}"`],
      );
    },
  },
  {
    id: "entries.titles",
    level: "note",
    summary: "Every entry has a title.",
    why: 'Readers show the first words instead, or "Untitled".',
    how: "Give entries a title, except in a microblog.",
    examine: inEntries((entries) =>
      entries.flatMap(({ name, title }) => (title === undefined ? [`“${name}” has no title`] : [])),
    ),
  },
  {
    id: "entries.full",
    level: "note",
    summary: "The feed contains the full text.",
    why: "Flipboard and Apple News require it, people read it offline, and readers without a browser (newsboat) show nothing else.",
    how: "Put the full article into <content:encoded>, <content> or content_html.",
    examine: inEntries((entries) =>
      entries.every(({ html, summary }) => html === undefined && (summary ?? "").length < 1_000)
        ? ["all entries are summaries"]
        : [],
    ),
  },
];
