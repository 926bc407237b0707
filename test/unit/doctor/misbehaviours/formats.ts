import { edit, editFirst, type Misbehaviour } from "../misbehaviour.ts";

export const RSS: readonly Misbehaviour[] = [
  { id: "rss.channel", what: "has no description", quirks: edit("<description>News</description>", "") },
  {
    id: "rss.item",
    what: "has an item without title and description",
    quirks: edit(/<title>Day 20<\/title>|<description>Story 20<\/description>/, ""),
  },
  { id: "rss.guid", what: "has an item without a guid", quirks: editFirst(/<guid [^/]*\/guid>/, "") },
  { id: "rss.permalink", what: "marks an id as a permalink", quirks: edit(' isPermaLink="false"', "") },
  { id: "rss.enclosure", what: "has an enclosure without a length", quirks: editFirst(' length="1000"', "") },
  { id: "rss.enclosure", what: "has an enclosure without a type", quirks: editFirst(' type="audio/mpeg"', "") },
  { id: "rss.one-enclosure", what: "has an item with two enclosures", quirks: editFirst(/<enclosure[^>]*>/, "$&$&") },
  {
    id: "rss.author",
    what: "has a name instead of an e-mail address",
    quirks: editFirst("<pubDate>", "<author>Ada</author><pubDate>"),
  },
  { id: "rss.updated", what: "has no lastBuildDate", quirks: edit(/<lastBuildDate>.*/, "") },
  {
    id: "rss.item-updated",
    what: "does not date the changes of items",
    quirks: edit(/<atom:updated>[^<]*<\/atom:updated>/, ""),
  },
];

export const ATOM: readonly Misbehaviour[] = [
  { id: "atom.feed", what: "has no id", quirks: edit(/<id>tag:example.org,2026:feed<\/id>/, "") },
  { id: "atom.entry", what: "has an entry without an id", quirks: edit(/<id>tag:example.org,2026:20<\/id>/, "") },
  { id: "atom.author", what: "has no author", quirks: edit(/<author>.*<\/author>/, "") },
  { id: "atom.id", what: "has a number as an id", quirks: edit("<id>tag:example.org,2026:20</id>", "<id>20</id>") },
  {
    id: "atom.entry-content",
    what: "has an entry without content and link",
    quirks: editFirst(/<link rel="alternate" href[^>]*><content[\s\S]*?<\/content>/, ""),
  },
  {
    id: "atom.type",
    what: "has an unknown type",
    quirks: editFirst('<content type="html">', '<content type="markdown">'),
  },
  {
    id: "atom.undeclared-html",
    what: "does not declare its HTML",
    quirks: edit('<content type="html">', "<content>"),
  },
];

export const JSON_FEED: readonly Misbehaviour[] = [
  {
    id: "json-feed.version",
    what: "has an unknown version",
    quirks: edit("https://jsonfeed.org/version/1.1", "1.1"),
  },
  { id: "json-feed.title", what: "has no title", quirks: edit('"title":"Harbour",', "") },
  {
    id: "json-feed.items",
    also: ["entries.any", "json-feed.members"],
    what: "has no items",
    quirks: edit('"items":', '"entries":'),
  },
  { id: "json-feed.id", what: "has a number as an id", quirks: edit('"id":"tag:example.org,2026:20"', '"id":20') },
  {
    id: "json-feed.content",
    also: ["json-feed.members"],
    what: "has no content",
    quirks: editFirst('"content_html":', '"html":'),
  },
  {
    id: "json-feed.authors",
    what: "has an author as in version 1",
    quirks: edit('"authors":[{"name":"The Desk"}]', '"author":{"name":"The Desk"}'),
  },
  {
    id: "json-feed.types",
    what: "has null for a value",
    quirks: editFirst('"title":"Day', '"summary":null,"title":"Day'),
  },
  {
    id: "json-feed.required",
    what: "has an author without a name",
    quirks: edit('"authors":[{"name":"The Desk"}]', '"authors":[{}]'),
  },
  {
    id: "json-feed.language",
    what: "has a language that does not exist",
    quirks: edit('"title":"Harbour"', '"title":"Harbour","language":"english"'),
  },
  {
    id: "json-feed.members",
    what: "has a member of its own without an underscore",
    quirks: edit('"title":"Harbour"', '"title":"Harbour","subtitle":"News"'),
  },
  {
    id: "json-feed.addresses",
    what: "has a relative image",
    quirks: editFirst('"title":"Day', '"image":"/a.jpg","title":"Day'),
  },
  {
    id: "json-feed.attachments",
    what: "has an attachment without a type",
    quirks: editFirst(',"mime_type":"audio/mpeg"', ""),
  },
].map((row) => ({ ...row, at: "/feed.json" }));

export const FORMATS: readonly Misbehaviour[] = [
  ...RSS,
  ...ATOM.map((row) => ({ ...row, at: "/atom.xml" })),
  ...JSON_FEED,
];
