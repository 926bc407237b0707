import { describe, expect, test } from "vitest";
import { serve } from "./serve.ts";

/** RFC 9110 section 13 as a matrix: every kind of representation, every precondition, GET and HEAD. */
const PATHS = ["/", "/feed", "/rss.xml", "/atom.xml", "/feed.json", "/articles/ferry-timetable"];
const { get } = serve();

async function validatorsOf(path: string) {
  const { headers } = await get(path);
  return { etag: headers.get("etag") ?? "", lastModified: headers.get("last-modified") ?? "" };
}

const shift = (date: string, seconds: number) => new Date(Date.parse(date) + seconds * 1_000).toUTCString();

type Validators = Awaited<ReturnType<typeof validatorsOf>>;
const opaque = (etag: string) => etag.replace(/^W\//, "");

const MATRIX: [string, (validators: Validators) => Record<string, string>, number][] = [
  ["no precondition", () => ({}), 200],
  ["the tag", ({ etag }) => ({ "if-none-match": etag }), 304],
  ["the tag in its strong form", ({ etag }) => ({ "if-none-match": opaque(etag) }), 304],
  ["a list with the tag", ({ etag }) => ({ "if-none-match": `"a,b", ${etag} ,W/"c"` }), 304],
  ["a list without the tag", () => ({ "if-none-match": '"a", W/"b"' }), 200],
  ["*", () => ({ "if-none-match": "*" }), 304],
  ["a tag without quotes", ({ etag }) => ({ "if-none-match": opaque(etag).slice(1, -1) }), 200],
  ["the date", ({ lastModified }) => ({ "if-modified-since": lastModified }), 304],
  ["a later date", ({ lastModified }) => ({ "if-modified-since": shift(lastModified, 1) }), 304],
  ["an earlier date", ({ lastModified }) => ({ "if-modified-since": shift(lastModified, -1) }), 200],
  ["a malformed date", () => ({ "if-modified-since": "yesterday" }), 200],
  [
    "a date that is not an HTTP date",
    ({ lastModified }) => ({ "if-modified-since": new Date(lastModified).toISOString() }),
    200,
  ],
  [
    "the tag and the date",
    ({ etag, lastModified }) => ({ "if-none-match": etag, "if-modified-since": lastModified }),
    304,
  ],
  [
    "the tag and an older date, of which the tag counts",
    ({ etag, lastModified }) => ({ "if-none-match": etag, "if-modified-since": shift(lastModified, -9) }),
    304,
  ],
  [
    "another tag and the date, of which the tag counts",
    ({ lastModified }) => ({ "if-none-match": '"a"', "if-modified-since": lastModified }),
    200,
  ],
  ["if-match *", () => ({ "if-match": "*" }), 200],
  ["if-match with a weak tag, which never matches", ({ etag }) => ({ "if-match": etag }), 412],
  ["if-unmodified-since with the date", ({ lastModified }) => ({ "if-unmodified-since": lastModified }), 200],
  [
    "if-unmodified-since with an earlier date",
    ({ lastModified }) => ({ "if-unmodified-since": shift(lastModified, -1) }),
    412,
  ],
];

describe.each(PATHS)("%s", (path) => {
  test.each(MATRIX)("%s is answered with the right status", async (_, conditions, status) => {
    const headers = conditions(await validatorsOf(path));
    for (const method of ["GET", "HEAD"]) expect((await get(path, headers, method)).status).toBe(status);
  });

  test("a 304 has the headers of a 200, and no body", async () => {
    const full = await get(path);
    const { etag } = await validatorsOf(path);
    const unchanged = await get(path, { "if-none-match": etag });
    for (const name of ["etag", "last-modified", "cache-control", "vary", "content-location", "link"])
      expect(unchanged.headers.get(name)).toBe(full.headers.get(name));
    expect(await unchanged.text()).toBe("");
  });

  test("a response to HEAD has the headers of GET, and no body", async () => {
    const [whole, head] = [await get(path), await get(path, {}, "HEAD")];
    const entries = (response: Response) => Object.fromEntries(response.headers);
    expect({ ...entries(head), "content-length": undefined }).toEqual({
      ...entries(whole),
      "content-length": undefined,
    });
    expect(await head.text()).toBe("");
  });
});

test("a 304 is sent without rendering", async () => {
  const { get, log } = serve();
  const { headers } = await get("/rss.xml");
  await get("/rss.xml", { "if-none-match": headers.get("etag") ?? "" });
  expect(log.map(({ status, representation }) => [status, representation])).toEqual([
    [200, "rendered"],
    [304, "memory"],
  ]);
});
