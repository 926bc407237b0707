import { isJsonObject, type JsonObject } from "../facts/feed-facts.ts";
import { objectsIn, stringIn } from "../facts/json-facts.ts";
import type { Check } from "../finding.ts";
import { feedOf, type Visit } from "../visit.ts";

function documentOf(visit: Visit): JsonObject | undefined {
  const feed = feedOf(visit);
  return feed?.form === "json" ? feed.document : undefined;
}

function inDocument(faults: (document: JsonObject) => readonly string[]): Check["examine"] {
  return (visit) => {
    const document = documentOf(visit);
    return document && faults(document);
  };
}

function inItems(faults: (item: JsonObject) => readonly string[]): Check["examine"] {
  return inDocument((document) =>
    objectsIn(document, "items").flatMap((item, index) => {
      const name = stringIn(item, "title") ?? stringIn(item, "id") ?? `item ${index + 1}`;
      return faults(item).map((fault) => `“${name.slice(0, 60)}” ${fault}`);
    }),
  );
}

const VERSION = /^https:\/\/jsonfeed\.org\/version\/1(?:\.1)?$/;
const ABSOLUTE = /^https?:\/\//i;

export const JSON_FEED_CHECKS: readonly Check[] = [
  {
    id: "json-feed.version",
    level: "error",
    summary: "The version is one that JSON Feed defines.",
    why: "Readers (NetNewsWire) recognise a JSON Feed by its version.",
    how: 'Write "version": "https://jsonfeed.org/version/1.1".',
    examine: inDocument(({ version }) =>
      typeof version === "string" && VERSION.test(version)
        ? []
        : [`version is ${JSON.stringify(version) ?? "missing"}`],
    ),
  },
  {
    id: "json-feed.title",
    level: "error",
    summary: "The feed has a title.",
    why: "JSON Feed requires a title. Without one, readers show the address as the name.",
    how: 'Add "title" to the feed.',
    examine: inDocument((document) => (stringIn(document, "title") === undefined ? ["the feed has no title"] : [])),
  },
  {
    id: "json-feed.items",
    level: "error",
    summary: "items is a list of objects.",
    why: "JSON Feed requires the list. Strict parsers reject the document without it.",
    how: 'Write "items": [] even if there are no items.',
    examine: inDocument(({ items }) => {
      if (!Array.isArray(items)) return ["items is not a list"];
      return items.every(isJsonObject) ? [] : ["items contains a value that is not an object"];
    }),
  },
  {
    id: "json-feed.id",
    level: "error",
    summary: "Each item has an id that is a string.",
    why: "JSON Feed requires readers to ignore an item without an id, and strict parsers reject a number.",
    how: 'Write "id": "…" as a string that never changes.',
    examine: inItems(({ id }) =>
      typeof id === "string" && id !== "" ? [] : [`has the id ${JSON.stringify(id) ?? "missing"}`],
    ),
  },
  {
    id: "json-feed.content",
    level: "error",
    summary: "Each item has content_html or content_text.",
    why: "JSON Feed requires one of them. Without it, readers have no text to show.",
    how: 'Add "content_html" with the full text.',
    examine: inItems((item) =>
      typeof item.content_html === "string" || typeof item.content_text === "string" ? [] : ["has no content"],
    ),
  },
  {
    id: "json-feed.authors",
    level: "note",
    summary: "Authors are a list, as in version 1.1.",
    why: "A single author is version 1. Readers of version 1.1 look at authors first, and some look only there.",
    how: 'Write "authors": [{ "name": "…" }]. You may keep "author" for old readers.',
    examine: inDocument((document) =>
      [document, ...objectsIn(document, "items")].some((each) => "author" in each && !("authors" in each))
        ? ["the feed has author without authors"]
        : [],
    ),
  },
  {
    id: "json-feed.addresses",
    level: "error",
    summary: "Addresses are absolute.",
    why: "JSON has no base address, so readers request url, image and attachments exactly as they are written.",
    how: "Write the complete address (https://…).",
    examine: inItems((item) => {
      const attachments = objectsIn(item, "attachments");
      const named = ["url", "external_url", "image", "banner_image"].map((key) => [key, item[key]] as const);
      return [...named, ...attachments.map(({ url }) => ["attachment", url] as const)].flatMap(([key, value]) =>
        value === undefined || (typeof value === "string" && ABSOLUTE.test(value))
          ? []
          : [`has the ${key} ${JSON.stringify(value)}`],
      );
    }),
  },
  {
    id: "json-feed.attachments",
    level: "error",
    summary: "Each attachment has a url and a mime_type.",
    why: "JSON Feed requires both. Podcast apps skip an attachment without a type.",
    how: 'Write { "url": "…", "mime_type": "audio/mpeg" }.',
    examine: inItems((item) =>
      objectsIn(item, "attachments").flatMap((attachment) =>
        ["url", "mime_type"].flatMap((key) =>
          stringIn(attachment, key) === undefined ? [`has an attachment without ${key}`] : [],
        ),
      ),
    ),
  },
];
