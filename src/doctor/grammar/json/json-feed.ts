/** JSON Feed 1.0 and 1.1: every member with its type. */
import { isJsonObject, type JsonObject } from "../../facts/feed-facts.ts";
import { dateFault } from "../../facts/written-date.ts";
import { quote } from "../grammar-fault.ts";
import { isLanguage } from "../values/codes.ts";
import { isMediaType } from "../values/words.ts";
import {
  amount,
  anything,
  flag,
  type JsonFault,
  listOf,
  type Member,
  objectOf,
  stringOf,
  text,
  wholeAmount,
  wrong,
} from "./json-faults.ts";

const HTTP = /^https?:\/\/[^/\s]/i;
const address = stringOf("json-feed.addresses", (value) =>
  HTTP.test(value) && URL.canParse(value) ? undefined : `is ${quote(value)}, and should be a whole address`,
);
const language = stringOf("json-feed.language", (value) =>
  isLanguage(value) ? undefined : `is ${quote(value)}, and should be a language (en, pt-BR)`,
);
const date = stringOf("dates.notation", (value) => {
  const fault = dateFault({ text: value, notation: "RFC 3339" });
  return fault === undefined ? undefined : `is ${fault}`.replace(/^is ("[^"]*") is/, "is $1, which is");
});
const mediaType = stringOf("json-feed.attachments", (value) =>
  isMediaType(value) ? undefined : `is ${quote(value)}, and should be a media type`,
);
const filled = (rule: "json-feed.title" | "json-feed.id") =>
  stringOf(rule, (value) => (value.trim() === "" ? "is empty" : undefined));

const optional = (type: Member["type"]): Member => ({ type });

/** An author may be reached by mail. */
const anyAddress = stringOf("json-feed.addresses", (value) =>
  /^(?!https?:)[a-z][a-z0-9+.-]*:\S+$/i.test(value) || HTTP.test(value)
    ? undefined
    : `is ${quote(value)}, and should be a whole address`,
);

/** An author has at least one of its members. */
const AUTHOR = objectOf(
  { name: optional(text), url: optional(anyAddress), avatar: optional(address) },
  {
    rule: "json-feed.types",
    check: (author, path) =>
      ["name", "url", "avatar"].some((name) => Object.hasOwn(author, name))
        ? []
        : wrong("json-feed.required", `${path} has neither name, url nor avatar`),
  },
);

const ATTACHMENT = objectOf({
  url: { type: address, missing: "json-feed.attachments" },
  mime_type: { type: mediaType, missing: "json-feed.attachments" },
  title: optional(text),
  size_in_bytes: optional(wholeAmount),
  duration_in_seconds: optional(amount),
});

const HUB = objectOf({
  type: { type: text, missing: "json-feed.required" },
  url: { type: address, missing: "json-feed.required" },
});

const id: Member["type"] = (value, path) =>
  typeof value === "string"
    ? filled("json-feed.id")(value, path)
    : wrong("json-feed.id", `${path} is ${JSON.stringify(value)}, and should be a string`);

const ITEM = objectOf(
  {
    id: { type: id, missing: "json-feed.id" },
    url: optional(address),
    external_url: optional(address),
    title: optional(text),
    content_html: optional(text),
    content_text: optional(text),
    summary: optional(text),
    image: optional(address),
    banner_image: optional(address),
    date_published: optional(date),
    date_modified: optional(date),
    author: optional(AUTHOR),
    authors: optional(listOf(AUTHOR)),
    tags: optional(listOf(text)),
    language: optional(language),
    attachments: optional(listOf(ATTACHMENT)),
  },
  {
    rule: "json-feed.items",
    check: (item, path) =>
      Object.hasOwn(item, "content_html") || Object.hasOwn(item, "content_text")
        ? []
        : wrong("json-feed.content", `${path} has neither content_html nor content_text`),
  },
);

const version: Member["type"] = (value, path) =>
  typeof value === "string" && /^https?:\/\/jsonfeed\.org\/version\/1(?:\.1)?\/?$/.test(value)
    ? []
    : wrong("json-feed.version", `${path} is ${JSON.stringify(value)}`);

const FEED = objectOf(
  {
    version: { type: version, missing: "json-feed.version" },
    title: { type: filled("json-feed.title"), missing: "json-feed.title" },
    home_page_url: optional(address),
    feed_url: optional(address),
    description: optional(text),
    user_comment: optional(text),
    next_url: optional(address),
    icon: optional(address),
    favicon: optional(address),
    author: optional(AUTHOR),
    authors: optional(listOf(AUTHOR)),
    language: optional(language),
    expired: optional(flag),
    hubs: optional(listOf(HUB)),
    items: { type: listOf(ITEM, "json-feed.items"), missing: "json-feed.items" },
    // Some generators write JSON-LD beside it.
    $schema: optional(anything),
  },
  {
    check: ({ next_url, feed_url }) =>
      typeof next_url === "string" && next_url === feed_url
        ? wrong("json-feed.addresses", "next_url is the address of the feed itself, so that readers go in circles")
        : [],
  },
);

const examined = new WeakMap<JsonObject, readonly JsonFault[]>();

/** All faults of a feed, in its order. */
export function jsonFeedFaults(document: JsonObject): readonly JsonFault[] {
  const known = examined.get(document);
  if (known) return known;
  const faults = isJsonObject(document) ? FEED(document, "") : [];
  examined.set(document, faults);
  return faults;
}
