import { edit, editFirst, type Misbehaviour } from "../misbehaviour.ts";

const ITEM =
  '<item><title>T</title><guid isPermaLink="false">N</guid><pubDate>Sun, 01 Feb 2026 08:00:00 GMT</pubDate></item>';
const manyItems = Array.from({ length: 600 }, (_, index) => ITEM.replace("N", `n${index}`)).join("");

export const ENTRIES: readonly Misbehaviour[] = [
  { id: "entries.any", what: "has no entries", quirks: edit(/<item>[\s\S]*<\/item>/, "") },
  { id: "entries.few", what: "has few entries", quirks: edit(/<item><title>Day 2[0-4][\s\S]*?<\/item>/, "") },
  {
    id: "entries.many",
    what: "has 600 entries",
    quirks: editFirst("</channel>", `${manyItems}</channel>`),
  },
  { id: "entries.weight", what: "is larger than 1 MB", quirks: edit("Story 20", "word ".repeat(250_000)) },
  { id: "entries.unique-ids", what: "uses an id twice", quirks: edit("2026:20<", "2026:21<") },
  {
    id: "entries.link",
    at: "/atom.xml",
    what: "has a relative link",
    quirks: edit(/<link rel="alternate" href="[^"]*articles\/20"/, '<link rel="alternate" href="/articles/20"'),
  },
  { id: "entries.titles", what: "has an entry without a title", quirks: edit("<title>Day 20</title>", "") },
  { id: "entries.full", what: "has only summaries", quirks: edit(/<content:encoded>.*?<\/content:encoded>/, "") },
];

export const DATES: readonly Misbehaviour[] = [
  {
    id: "dates.notation",
    what: "has a date in another notation",
    quirks: editFirst(/<pubDate>[^<]*/, "<pubDate>2026-02-28"),
  },
  {
    id: "dates.plain",
    what: "has a year of two digits",
    quirks: editFirst(/<pubDate>[^<]*/, "<pubDate>28 Feb 26 08:00:00 GMT"),
  },
  {
    id: "dates.notation",
    what: "has the wrong day of the week",
    quirks: editFirst(/<pubDate>[^<]*/, "<pubDate>Mon, 28 Feb 2026 08:00:00 GMT"),
  },
  {
    id: "dates.notation",
    at: "/atom.xml",
    what: "has a date without a zone",
    quirks: editFirst("<published>2026-02-28T08:00:00Z", "<published>2026-02-28T07:00:00"),
  },
  {
    id: "dates.notation",
    at: "/feed.json",
    what: "has a day that does not exist",
    quirks: edit("2026-02-28T08", "2026-02-29T08"),
  },
  {
    id: "dates.present",
    what: "has an entry without a date",
    quirks: edit(/<pubDate>Fri, 20[^<]*<\/pubDate>|<atom:updated>2026-02-20[^<]*<\/atom:updated>/, ""),
  },
  {
    id: "dates.not-future",
    also: ["dates.feed-behind"],
    what: "has an entry with tomorrow's date",
    quirks: edit("2026-02-20T08:00:00Z", "2026-03-11T08:00:00Z"),
  },
  {
    id: "dates.own",
    what: "has the same date for all entries",
    quirks: edit(/<pubDate>[^<]*/, "<pubDate>Sun, 01 Feb 2026 08:00:00 +0000"),
  },
  {
    id: "dates.feed-behind",
    what: "has a date older than its entries",
    quirks: edit(/<lastBuildDate>[^<]*/, "<lastBuildDate>Sun, 01 Feb 2026 08:00:00 +0000"),
  },
  {
    id: "dates.order",
    what: "has an entry that was changed before it was published",
    quirks: edit("<atom:updated>2026-02-20", "<atom:updated>2026-01-20"),
  },
  {
    id: "dates.recent",
    what: "has no entry of the last two years",
    quirks: {
      document: (text) => text.replace(/\w{3}, (\d\d Feb) 2026/g, "$1 2020").replaceAll("2026-02", "2020-02"),
    },
  },
];

export const CONTENT: readonly Misbehaviour[] = [
  {
    id: "content.absolute",
    what: "has a relative image",
    quirks: editFirst(/<img src="[^"]*"/, '<img src="/20.jpg"'),
  },
  {
    id: "content.absolute",
    what: "has a relative srcset",
    quirks: editFirst("<img ", '<img srcset="https://example.org/a.jpg 1x, b.jpg 2x" '),
  },
  { id: "content.no-script", what: "has a script", quirks: editFirst("<p>", "<script>alert(1)</script><p>") },
  {
    id: "content.no-script",
    at: "/feed.json",
    what: "has an event handler",
    quirks: editFirst("<p>", "<p onclick='a()'>"),
  },
  {
    id: "content.no-script",
    at: "/atom.xml",
    what: "has a script as an address",
    quirks: editFirst("<p>", '<p><a href=" JavaScript:a()">b</a>'),
  },
  {
    id: "content.no-frames",
    what: "has a frame",
    quirks: editFirst("<p>", '<iframe src="https://example.org/"></iframe><p>'),
  },
  { id: "content.no-forms", what: "has a form", quirks: editFirst("<p>", "<form><input></form><p>") },
];
