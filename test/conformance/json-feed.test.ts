import { describe, expect, test } from "vitest";
import { HUB } from "../worker/serve.ts";
import { get, textOf } from "./served-history.ts";

type Members = Record<string, unknown>;

/** JSON Feed 1.1, one requirement a row. `unit/render/json-feed.test.ts` checks the published schema. */
const feed: Members & { items: Members[] } = JSON.parse(await textOf("/feed.json"));
const { items } = feed;
const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/;
const ABSOLUTE = /^https:\/\//;

const ROWS: [requirement: string, check: () => void | Promise<void>][] = [
  [
    "the media type is application/feed+json",
    async () =>
      expect((await get("/feed.json")).headers.get("content-type")).toMatch(/^application\/feed\+json(?:;|$)/),
  ],
  ["version is the address of 1.1", () => expect(feed.version).toBe("https://jsonfeed.org/version/1.1")],
  ["title is there", () => expect(feed.title).toBe("Harbour & Hill")],
  [
    "home_page_url and feed_url are absolute, and feed_url is the address of this document",
    () => {
      expect(feed.home_page_url).toMatch(ABSOLUTE);
      expect(feed.feed_url).toBe("https://news.example.org/feed.json");
    },
  ],
  [
    "next_url is another document",
    () => {
      expect(feed.next_url).toMatch(ABSOLUTE);
      expect(feed.next_url).not.toBe(feed.feed_url);
    },
  ],
  [
    "feed and items have authors instead of the author of version 1.0",
    () => {
      for (const object of [feed, ...items]) expect(object).not.toHaveProperty("author");
      expect(feed.authors).toEqual([{ name: "The Desk", url: "https://news.example.org/about" }]);
    },
  ],
  ["hubs have a type and a url", () => expect(feed.hubs).toEqual([{ type: "WebSub", url: HUB }])],
  ["items is an array", () => expect(Array.isArray(items)).toBe(true)],
  [
    "an item's id is a string, unique",
    () => {
      expect(items.every(({ id }) => typeof id === "string")).toBe(true);
      expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    },
  ],
  [
    "an item has content_html or content_text",
    () => {
      for (const item of items) expect(typeof (item.content_html ?? item.content_text)).toBe("string");
    },
  ],
  [
    "dates are RFC 3339",
    () => {
      for (const item of items)
        for (const name of ["date_published", "date_modified"]) expect(item[name]).toMatch(RFC_3339);
    },
  ],
  [
    "an attachment has url and mime_type; sizes and durations are numbers",
    () => {
      const attachments = items.flatMap((item) => (item.attachments as Members[] | undefined) ?? []);
      expect(attachments).toHaveLength(2);
      for (const { url, mime_type, size_in_bytes } of attachments)
        expect([typeof url, typeof mime_type, typeof size_in_bytes]).toEqual(["string", "string", "number"]);
      expect(attachments[0]?.duration_in_seconds).toBe(75);
    },
  ],
  [
    "extensions are in an object whose name starts with an underscore",
    () => {
      const known =
        "id url external_url title content_html content_text summary image banner_image date_published date_modified authors tags language attachments";
      for (const item of items)
        for (const name of Object.keys(item))
          expect(known.split(" ").includes(name) || name.startsWith("_")).toBe(true);
    },
  ],
];

describe("JSON Feed 1.1", () => {
  test.each(ROWS)("%s", (_, check) => check());
});
