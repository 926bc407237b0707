import { expect, test } from "vitest";
import { logLine, logRequest } from "../../../src/http/request-log.ts";
import type { RequestRecord } from "../../../src/http/service.ts";

const record: RequestRecord = {
  message: "request",
  level: "info",
  time: "2026-11-27T21:42:00.007Z",
  method: "GET",
  path: "/rss.xml",
  status: 200,
  representation: "memory",
  coding: "br",
  userAgent: "Reader/1 (+https://reader.example/)",
  ray: "8f00b204e9800998-AMS",
  error: undefined,
};

const HOSTILE = `"},{"level":"error\\\n\u0000\uD800🛳`;

test.each<[string, RequestRecord]>([
  ["a common answer", record],
  ["an answer without a representation", { ...record, representation: undefined, coding: undefined }],
  ["a request that tells little of itself", { ...record, userAgent: undefined, ray: undefined }],
  ["an empty User-Agent", { ...record, userAgent: "" }],
  ["an exception", { ...record, level: "error", status: 500, error: "Error: x\n    at y" }],
  ["hostile text", { ...record, path: HOSTILE, userAgent: HOSTILE, ray: HOSTILE, coding: HOSTILE, error: HOSTILE }],
])("the line of %s is that of JSON", (_, each) => {
  expect(logLine(each)).toBe(JSON.stringify(each));
});

test.each([
  [0, "1970-01-01T00:00:00.000Z"],
  [Date.UTC(2026, 10, 27, 21, 42, 0, 7), "2026-11-27T21:42:00.007Z"],
  [Date.UTC(2026, 10, 27, 21, 42, 0, 990), "2026-11-27T21:42:00.990Z"],
  [Date.UTC(2026, 10, 27, 21, 42, 1), "2026-11-27T21:42:01.000Z"],
])("the time of the line is that of the answer: %i", (now, time) => {
  const records: RequestRecord[] = [];
  const log = (each: RequestRecord) => void records.push(each);
  logRequest({ log }, new Request("https://news.example/"), { path: "/", status: 200 }, now);
  expect(records.map((each) => each.time)).toEqual([time]);
});
