import type { JsonObject } from "../facts/feed-facts.ts";
import { objectsIn } from "../facts/json-facts.ts";
import type { Check } from "../finding.ts";
import type { JsonRuleId } from "../grammar/json/json-faults.ts";
import { jsonFeedFaults } from "../grammar/json/json-feed.ts";
import { feedOf, type Visit } from "../visit.ts";

function documentOf(visit: Visit): JsonObject | undefined {
  const feed = feedOf(visit);
  return feed?.form === "json" ? feed.document : undefined;
}

/** The faults that the table of members reports to a rule. */
function inTable(id: JsonRuleId): Check["examine"] {
  return (visit) => {
    const document = documentOf(visit);
    return document && jsonFeedFaults(document).flatMap(({ rule, text }) => (rule === id ? [text] : []));
  };
}

type Row = Omit<Check, "examine"> & { readonly id: JsonRuleId };

const ROWS: readonly Row[] = [
  {
    id: "json-feed.version",
    level: "error",
    summary: "The version is one that JSON Feed defines.",
    why: "Readers (NetNewsWire) recognise a JSON Feed by its version.",
    how: 'Write "version": "https://jsonfeed.org/version/1.1".',
  },
  {
    id: "json-feed.title",
    level: "error",
    summary: "The feed has a title.",
    why: "JSON Feed requires a title. Without one, readers show the address as the name.",
    how: 'Add "title" to the feed.',
  },
  {
    id: "json-feed.items",
    level: "error",
    summary: "items is a list of objects.",
    why: "JSON Feed requires the list. Strict parsers reject the document without it.",
    how: 'Write "items": [] even if there are no items.',
  },
  {
    id: "json-feed.id",
    level: "error",
    summary: "Each item has an id that is a string.",
    why: "JSON Feed requires readers to ignore an item without an id, and strict parsers reject a number.",
    how: 'Write "id": "…" as a string that never changes.',
  },
  {
    id: "json-feed.content",
    level: "error",
    summary: "Each item has content_html or content_text.",
    why: "JSON Feed requires one of them. Without it, readers have no text to show.",
    how: 'Add "content_html" with the full text.',
  },
  {
    id: "json-feed.addresses",
    level: "error",
    summary: "Addresses are absolute.",
    why: "JSON has no base address, so readers request url, image and attachments exactly as they are written.",
    how: "Write the complete address (https://…).",
  },
  {
    id: "json-feed.attachments",
    level: "error",
    summary: "Each attachment has a url and a mime_type.",
    why: "JSON Feed requires both. Podcast apps skip an attachment without a type.",
    how: 'Write { "url": "…", "mime_type": "audio/mpeg" }.',
  },
  {
    id: "json-feed.types",
    level: "error",
    summary: "Every member has the type that JSON Feed gives it.",
    why: "Readers in typed languages (Swift, Kotlin, Rust) reject the whole feed for one value of another type, and null is one.",
    how: "Write strings in quotes, numbers and true without, lists in []. Leave out what has no value.",
  },
  {
    id: "json-feed.required",
    level: "error",
    summary: "Hubs have a type and a url, and authors at least one member.",
    why: "JSON Feed requires them. Typed readers reject the feed, others skip the hub or show an author without a name.",
    how: "Add the member, or remove the object.",
  },
  {
    id: "json-feed.language",
    level: "error",
    summary: "Languages of JSON Feed are tags of BCP 47.",
    why: "Readers that speak text or choose fonts by language use the wrong one.",
    how: 'Write "en" or "pt-BR".',
  },
  {
    id: "json-feed.members",
    level: "warning",
    summary: "Members that JSON Feed does not define begin with an underscore.",
    why: "A later version may define the name in another way. A misspelt member is lost.",
    how: 'Correct the name, or write "_yours": { … }.',
  },
];

export const JSON_FEED_CHECKS: readonly Check[] = [
  ...ROWS.map((check): Check => ({ ...check, examine: inTable(check.id) })),
  {
    id: "json-feed.authors",
    level: "note",
    summary: "Authors are a list, as in version 1.1.",
    why: "A single author is version 1. Readers of version 1.1 look at authors first, and some look only there.",
    how: 'Write "authors": [{ "name": "…" }]. You may keep "author" for old readers.',
    examine: (visit) => {
      const document = documentOf(visit);
      if (document === undefined) return undefined;
      return [document, ...objectsIn(document, "items")].some((each) => "author" in each && !("authors" in each))
        ? ["the feed has author without authors"]
        : [];
    },
  },
];
