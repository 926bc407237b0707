import { escapeHtml } from "../../syntax/html.ts";
import { type EntryFacts, type FeedFacts, isJsonObject, type JsonObject } from "./feed-facts.ts";
import { type Link, linkOf } from "./links.ts";
import { writtenDate } from "./written-date.ts";

export function jsonFacts(document: JsonObject, address: string): FeedFacts {
  const title = stringIn(document, "title");
  return {
    form: "json",
    document,
    ...(title !== undefined && { title }),
    links: [
      ...linkAt(document, "feed_url", "self", address),
      ...linkAt(document, "home_page_url", "alternate", address),
      ...linkAt(document, "next_url", "next", address),
      ...objectsIn(document, "hubs").flatMap((hub) => linkAt(hub, "url", "hub", address)),
    ],
    entries: objectsIn(document, "items").map(itemFacts),
  };
}

/** A feed with more items is at fault for that alone, so the checks look at the first ones only. */
const MAX_ITEMS = 20_000;

/** The objects of a list. Other values are left out; `json-feed.items` reports them. */
export function objectsIn(object: JsonObject, key: string): readonly JsonObject[] {
  const list = object[key];
  return Array.isArray(list) ? list.slice(0, MAX_ITEMS).filter(isJsonObject) : [];
}

export function stringIn(object: JsonObject, key: string): string | undefined {
  const value = object[key];
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

function linkAt(object: JsonObject, key: string, rel: string, base: string): Link[] {
  const href = stringIn(object, key);
  const type = rel === "alternate" ? "text/html" : undefined;
  return href === undefined ? [] : [linkOf(href, base, { rel, type })];
}

function itemFacts(item: JsonObject, index: number): EntryFacts {
  const id = typeof item.id === "number" ? String(item.id) : stringIn(item, "id");
  const link = stringIn(item, "url");
  const title = stringIn(item, "title");
  const summary = stringIn(item, "summary");
  const text = stringIn(item, "content_text");
  const html = stringIn(item, "content_html") ?? (text && escapeHtml(text));
  const published = writtenDate(stringIn(item, "date_published"), "RFC 3339");
  const updated = writtenDate(stringIn(item, "date_modified"), "RFC 3339");
  return {
    name: title ?? id ?? `item ${index + 1}`,
    id,
    link,
    title,
    summary,
    html,
    published,
    updated,
    hasBase: false,
  };
}
