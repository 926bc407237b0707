import { describe, expect, test } from "vitest";
import { chooseCoding, negotiate, type Offer, parseQualityList } from "../../../src/syntax/accept.ts";
import { expectLinear, repeated } from "./growth.ts";

test("a list is read with its weights, and without its parameters and its malformed members", () => {
  expect(parseQualityList("text/HTML;level=1;q=0.5, ,de-CH, br;q=2, gzip;q=0.1234, *;Q=0")).toEqual([
    { value: "text/html", quality: 0.5 },
    { value: "de-ch", quality: 1 },
    { value: "*", quality: 0 },
  ]);
});

describe("the offer that is chosen", () => {
  const OFFERS: readonly Offer<string>[] = [
    { name: "rss", mediaType: "application/rss+xml", aliases: ["application/xml", "text/xml"] },
    { name: "atom", mediaType: "application/atom+xml", aliases: ["application/xml"] },
    { name: "json", mediaType: "application/feed+json", aliases: ["application/json"] },
    { name: "html", mediaType: "text/html", aliases: [] },
  ];

  test.each([
    [null, "rss"],
    ["", "rss"],
    [";;,", "rss"],
    ["*/*", "rss"],
    ["application/*", "rss"],
    ["application/atom+xml", "atom"],
    ["application/json", "json"],
    ["text/xml", "rss"],
    ["application/xml;q=0.9, application/atom+xml;q=0.8", "rss"],
    ["text/*", "html"],
    ["APPLICATION/ATOM+XML", "atom"],
    ["application/rss+xml;q=0.5, application/feed+json", "json"],
    ["application/rss+xml;q=0, */*", "atom"],
    ["*/*;q=0.1, application/atom+xml;q=0.2", "atom"],
    ["image/png, application/json;q=0", undefined],
    ["image/png", undefined],
  ])("Accept: %s gives %s", (accept, name) => expect(negotiate(accept, OFFERS)).toBe(name));

  test("nothing is chosen if nothing is offered", () => expect(negotiate("*/*", [])).toBeUndefined());
});

test.each([
  ["br, gzip", "br"],
  ["gzip, br", "br"],
  ["gzip", "gzip"],
  ["gzip;q=1, br;q=0.5", "gzip"],
  ["gzip;q=0.5, br;q=0.5", "br"],
  ["*", "br"],
  ["br;q=0, *", "gzip"],
  ["identity", undefined],
  ["identity, gzip;q=0.1", "gzip"],
  ["br;q=0, gzip;q=0", undefined],
  ["zstd, deflate", undefined],
  ["", undefined],
  [null, undefined],
])("Accept-Encoding: %s gives %s", (field, coding) => {
  expect(chooseCoding(field, ["br", "gzip"])).toBe(coding);
});

test.each([",", ";", " ", ";q=", "a,", "*/*,", "a;q=1;"])("nothing but %j takes linear time", (pattern) => {
  expectLinear(repeated(pattern), (field) => negotiate(field, [{ name: 1, mediaType: "a", aliases: ["b"] }]));
});
