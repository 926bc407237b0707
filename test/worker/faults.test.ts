import { expect, test } from "vitest";
import { createApp } from "../../src/http/app.ts";
import { readConfig } from "../../src/http/config.ts";
import type { RequestRecord } from "../../src/http/service.ts";

test("an exception is logged with its stack, and the client gets one sentence", async () => {
  const log: RequestRecord[] = [];
  const app = createApp({
    config: readConfig({}),
    siteFor: () => {
      throw new Error("the store failed at secret/path.ts");
    },
    mediaFiles: { open: async () => undefined },
    now: () => 0,
    log: (record) => log.push(record),
  });
  for (const accept of ["*/*", "text/html", "application/json", "application/atom+xml"]) {
    const response = await app.fetch(new Request("https://news.example.org/rss.xml", { headers: { accept } }));
    const text = await response.text();
    expect([response.status, response.headers.get("cache-control")]).toEqual([500, "no-store"]);
    expect(text).toContain("The service failed to answer. The error has been logged. Please try again later.");
    expect(text).not.toMatch(/secret|fell over|\.ts/);
  }
  expect(log.map(({ level, status }) => [level, status])).toEqual(Array(4).fill(["error", 500]));
  expect(log[0]?.error).toContain("the store failed");
});
