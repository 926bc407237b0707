import { describe, expect, test } from "vitest";
import { get } from "./served-history.ts";

/**
 * RFC 9110 on conditional requests and RFC 3229 on deltas, one requirement a row. The complete matrix is in
 * `worker/conditional-requests.test.ts`.
 */
const PATH = "/atom.xml";
const { headers } = await get(PATH);
const etag = headers.get("etag") ?? "";
const modified = headers.get("last-modified") ?? "";
const statusOf = async (conditions: Record<string, string>, method = "GET") =>
  (await get(PATH, conditions, method)).status;

const ROWS: [requirement: string, check: () => Promise<void>][] = [
  [
    "9110 §8.8.3 an entity tag is quoted, and weak if it stands for several codings",
    async () => expect(etag).toMatch(/^W\/"[\x21\x23-\x7E]+"$/),
  ],
  [
    "9110 §8.8.2.1 Last-Modified is not later than Date",
    async () => expect(Date.parse(modified)).toBeLessThanOrEqual(Date.UTC(2026, 5, 1, 12)),
  ],
  ["9110 §5.6.7 Last-Modified is an IMF-fixdate", async () => expect(new Date(modified).toUTCString()).toBe(modified)],
  [
    "9110 §13.1.2 If-None-Match compares weakly",
    async () => expect(await statusOf({ "if-none-match": etag.replace("W/", "") })).toBe(304),
  ],
  [
    "9110 §13.1.2 If-None-Match takes a list, and *",
    async () =>
      expect([await statusOf({ "if-none-match": `"x", ${etag}` }), await statusOf({ "if-none-match": "*" })]).toEqual([
        304, 304,
      ]),
  ],
  ["9110 §13.1.1 If-Match compares strongly", async () => expect(await statusOf({ "if-match": etag })).toBe(412)],
  [
    "9110 §13.1.3 If-Modified-Since is ignored if there is If-None-Match",
    async () => expect(await statusOf({ "if-none-match": '"x"', "if-modified-since": modified })).toBe(200),
  ],
  [
    "9110 §13.1.3 a malformed date is ignored",
    async () => expect(await statusOf({ "if-modified-since": "soon" })).toBe(200),
  ],
  [
    "9110 §13.1.3 RFC 850 and asctime dates are read",
    async () => {
      const [, day, month, year, time] = /^\w+, (\d+) (\w+) (\d+) ([\d:]+) GMT$/.exec(modified) ?? [];
      const weekday = new Date(modified).toLocaleDateString("en", { weekday: "long", timeZone: "UTC" });
      expect(await statusOf({ "if-modified-since": `${weekday}, ${day}-${month}-${year?.slice(2)} ${time} GMT` })).toBe(
        304,
      );
      expect(
        await statusOf({
          "if-modified-since": `${weekday.slice(0, 3)} ${month} ${day?.replace(/^0/, " ")} ${time} ${year}`,
        }),
      ).toBe(304);
    },
  ],
  [
    "9110 §13.1.4 If-Unmodified-Since that does not match is answered 412",
    async () => expect(await statusOf({ "if-unmodified-since": "Thu, 01 Jan 2026 00:00:00 GMT" })).toBe(412),
  ],
  [
    "9110 §15.4.5 a 304 has the headers that identify it, and no body",
    async () => {
      const response = await get(PATH, { "if-none-match": etag });
      for (const name of ["etag", "cache-control", "vary", "last-modified"])
        expect(response.headers.get(name)).toBe(headers.get(name));
      expect(await response.text()).toBe("");
    },
  ],
  [
    "9110 §9.3.2 HEAD is conditional like GET",
    async () => expect(await statusOf({ "if-none-match": etag }, "HEAD")).toBe(304),
  ],
  [
    "9110 §15.5.6 405 names the allowed methods",
    async () => expect((await get(PATH, {}, "DELETE")).headers.get("allow")).toBe("GET, HEAD, OPTIONS"),
  ],
  [
    "9110 §12.5.5 Vary names every header that the answer depends on",
    async () => expect(headers.get("vary")).toBe("Accept-Encoding, Sec-Fetch-Dest"),
  ],
  [
    "3229 §10.4.1 a delta is a 226 with IM for a base that the client has, and no cache may store it",
    async () => {
      const base = `W/"${"A".repeat(22)}.${etag.slice(-9, -1)}"`;
      const response = await get(PATH, { "if-none-match": base, "a-im": "feed" });
      expect([response.status, response.headers.get("im"), response.headers.get("cache-control")]).toEqual([
        226,
        "feed",
        "no-store, im",
      ]);
      expect(response.headers.get("etag")).toBe(etag);
    },
  ],
];

describe("HTTP", () => {
  test.each(ROWS)("RFC %s", (_, check) => check());
});
