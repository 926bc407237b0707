import { describe, expect, test } from "vitest";
import { FrontDoor, type Remembered } from "../../../src/http/door/front-door.ts";
import { mayRepeat } from "../../../src/http/door/may-repeat.ts";

const FEED = "https://news.example/rss.xml";
const asked = (url = FEED, headers: Record<string, string> = {}, method = "GET") => ({
  method,
  url,
  headers: new Headers(headers),
});
const answer = (key: string, vary: string): Remembered => ({
  path: "/rss.xml",
  key,
  options: { caching: { kind: "public", seconds: 300 }, vary, headers: [] },
  isCurrent: undefined,
});

test.each([
  ["GET", FEED, {}, true],
  ["HEAD", FEED, {}, true],
  ["POST", FEED, {}, false],
  ["OPTIONS", FEED, {}, false],
  ["QUERY", FEED, {}, false],
  ["GET", `${FEED}?`, {}, false],
  ["GET", `${FEED}?raw`, {}, false],
  ["GET", `${FEED}?tag=boats`, {}, false],
  ["GET", FEED, { "a-im": "feed" }, false],
  ["GET", FEED, { "A-IM": "", "if-none-match": '"a"' }, false],
  ["GET", FEED, { "if-none-match": '"a"' }, true],
  ["GET", FEED, { "if-match": '"a"', "if-unmodified-since": "Sat, 01 Jan 2000 00:00:00 GMT" }, true],
  ["GET", FEED, { range: "bytes=0-9", "if-range": '"a"' }, true],
  ["GET", FEED, { accept: "image/png", "sec-fetch-dest": "document" }, true],
])("%s %s with %j may be answered from memory: %s", (method, url, headers, expected) => {
  expect(mayRepeat(asked(url, headers, method))).toBe(expected);
});

describe("the front door", () => {
  test("knows an answer by its address, and by the headers that Vary names", () => {
    const door = new FrontDoor();
    door.remember(asked(), answer("form", "Accept-Encoding, Sec-Fetch-Dest"));
    door.remember(asked(FEED, { "sec-fetch-dest": "document" }), answer("about", "Accept-Encoding, Sec-Fetch-Dest"));
    const keyOf = (url: string, headers?: Record<string, string>) => door.find(asked(url, headers))?.key;
    expect(keyOf(FEED)).toBe("form");
    expect(keyOf(FEED, { "accept-encoding": "br", accept: "text/html", "if-match": '"a"' })).toBe("form");
    expect(keyOf(FEED, { "sec-fetch-dest": "document" })).toBe("about");
    expect(keyOf(FEED, { "sec-fetch-dest": "" })).toBeUndefined();
    expect(keyOf(FEED, { "sec-fetch-dest": "empty" })).toBeUndefined();
    expect(keyOf("https://other.example/rss.xml")).toBeUndefined();
    expect(keyOf(FEED, { "a-im": "feed" })).toBeUndefined();
  });

  test("forgets the answers of an address whose Vary changes", () => {
    const door = new FrontDoor();
    door.remember(asked(), answer("old", "Accept-Encoding"));
    door.remember(asked(FEED, { accept: "text/html" }), answer("new", "Accept, Accept-Encoding"));
    expect(door.find(asked())).toBeUndefined();
    expect(door.find(asked(FEED, { accept: "text/html" }))?.key).toBe("new");
  });

  test("forgets the oldest addresses and the oldest answers at an address, and no answer to a very long header", () => {
    const door = new FrontDoor();
    for (let page = 0; page < 3_000; page += 1)
      door.remember(asked(`https://news.example/${page}`), answer(String(page), "Accept-Encoding"));
    expect(door.find(asked("https://news.example/0"))).toBeUndefined();
    expect(door.find(asked("https://news.example/2999"))?.key).toBe("2999");
    for (let q = 0; q < 20; q += 1) door.remember(asked(FEED, { accept: `a/${q}` }), answer(String(q), "Accept"));
    expect(door.find(asked(FEED, { accept: "a/0" }))).toBeUndefined();
    expect(door.find(asked(FEED, { accept: "a/19" }))?.key).toBe("19");
    door.remember(asked(FEED, { accept: "a/b,".repeat(1_000) }), answer("long", "Accept"));
    expect(door.find(asked(FEED, { accept: "a/b,".repeat(1_000) }))).toBeUndefined();
  });

  test("does not remember the answer to a request that it must not repeat", () => {
    const door = new FrontDoor();
    door.remember(asked(FEED, { "a-im": "feed" }), answer("delta", "Accept-Encoding"));
    door.remember(asked(`${FEED}?q=a`), answer("search", "Accept-Encoding"));
    expect(door.find(asked())).toBeUndefined();
    expect(door.find(asked(`${FEED}?q=a`))).toBeUndefined();
  });
});
