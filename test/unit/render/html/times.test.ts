import { expect, test } from "vitest";
import { pageLanguage } from "../../../../src/render/html/page-language.ts";
import { formatTime } from "../../../../src/render/html/parts/times.tsx";
import { time } from "../../../fixtures/full-article.ts";

test.each([
  ["en", "2021-02-03T21:42:00+08:00", "3 February 2021, 21:42 GMT+8"],
  ["en", "2021-02-03T01:02:03Z", "3 February 2021, 01:02 UTC"],
  ["en", "2021-12-31T23:59:00-05:00", "31 December 2021, 23:59 GMT-5"],
  ["en", "2021-02-03T21:42:00+05:45", "3 February 2021, 21:42 GMT+5:45"],
  ["en-US", "2021-02-03T21:42:00+08:00", "February 3, 2021, 9:42 PM GMT+8"],
  ["de", "2021-02-03T21:42:00+08:00", "3. Februar 2021, 21:42 GMT+8"],
  ["ja", "2021-02-03T21:42:00+08:00", "2021年2月3日 21:42 GMT+8"],
  ["zh-Hans", "2021-02-03T21:42:00+08:00", "2021年2月3日 21:42 GMT+8"],
])("in %s, the time %s is written %s", (tag, timestamp, shown) => {
  expect(formatTime(time(timestamp), pageLanguage(tag)).replaceAll("\u202F", " ")).toBe(shown);
});
