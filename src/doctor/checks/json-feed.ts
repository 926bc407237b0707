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
    summary: "The version is an address JSON Feed gives.",
    why: "It is how readers (NetNewsWire) tell a feed from any other JSON.",
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
    why: "JSON Feed requires one; readers show a bare address for a name.",
    how: 'Add "title" to the feed.',
    examine: inDocument((document) => (stringIn(document, "title") === undefined ? ["the feed has no title"] : [])),
  },
  {
    id: "json-feed.items",
    level: "error",
    summary: "items is a list of objects.",
    why: "JSON Feed requires it; typed parsers refuse the document.",
    how: 'Write "items": [], even where there are none.',
    examine: inDocument(({ items }) => {
      if (!Array.isArray(items)) return ["items is no list"];
      return items.every(isJsonObject) ? [] : ["items holds something that is no object"];
    }),
  },
  {
    id: "json-feed.id",
    level: "error",
    summary: "Each item has an id, and it is a string.",
    why: "Readers ignore an item without one (JSON Feed says they must), and typed parsers refuse a number.",
    how: 'Write "id": "…", as a string that never changes.',
    examine: inItems(({ id }) =>
      typeof id === "string" && id !== "" ? [] : [`has the id ${JSON.stringify(id) ?? "missing"}`],
    ),
  },
  {
    id: "json-feed.content",
    level: "error",
    summary: "Each item has content_html or content_text.",
    why: "JSON Feed requires one of them, and says there is no default.",
    how: 'Add "content_html", with the full text.',
    examine: inItems((item) =>
      typeof item.content_html === "string" || typeof item.content_text === "string" ? [] : ["has no content"],
    ),
  },
  {
    id: "json-feed.authors",
    level: "note",
    summary: "Authors are a list, as version 1.1 has them.",
    why: "author alone is version 1; readers of 1.1 look at authors first, and some only there.",
    how: 'Write "authors": [{ "name": "…" }], and keep "author" beside it for old readers if you like.',
    examine: inDocument((document) =>
      [document, ...objectsIn(document, "items")].some((each) => "author" in each && !("authors" in each))
        ? ["author is given without authors"]
        : [],
    ),
  },
  {
    id: "json-feed.addresses",
    level: "error",
    summary: "Addresses are absolute.",
    why: "JSON has no base address: readers hand url, image and attachments to the network as they are.",
    how: "Write https://… in full.",
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
    why: "JSON Feed requires both; podcast apps skip an attachment without a type.",
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
