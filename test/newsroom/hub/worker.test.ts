import { createExecutionContext, createMessageBatch, getQueueResult } from "cloudflare:test";
import { beforeAll, expect, test, vi } from "vitest";
import type { HubJob } from "../../../src/hub/service.ts";
import worker from "../../../src/newsroom-worker.ts";
import { articleToSend, makeToken } from "../desk/open-desk.ts";

/** The Worker as it is deployed, with its own wiring. */
const HERE = "http://localhost:8787";
const post = (path: string, fields: Record<string, string>) =>
  worker.fetch(new Request(HERE + path, { method: "POST", body: new URLSearchParams(fields) }));

beforeAll(async () => {
  const authorization = `Bearer ${await makeToken("hub", ["publish"])}`;
  const headers = { authorization, "content-type": "application/json" };
  const body = articleToSend({ title: "Told", tags: ["Boats"] });
  const put = await worker.fetch(new Request(`${HERE}/desk/articles/told`, { method: "PUT", headers, body }));
  expect(put.status).toBe(201);
});

test("feeds link to the hub, and the hub accepts their addresses as topics", async () => {
  const feed = await worker.fetch(new Request(`${HERE}/tags/boats/rss.xml`));
  expect(feed.headers.get("link")).toContain(`<${HERE}/hub>; rel="hub"`);
  expect((await worker.fetch(new Request(`${HERE}/hub`))).status).toBe(200);
  const fields = { "hub.mode": "subscribe", "hub.callback": "https://reader.example.org/" };
  const known = await post("/hub", { ...fields, "hub.topic": `${HERE}/tags/boats/rss.xml`, "hub.secret": "s" });
  // Only the secret is refused: the test's Worker has no HUB_SECRET.
  expect([known.status, await known.text()]).toEqual([400, expect.stringMatching(/^hub\.secret: this hub has no key/)]);
  const unknown = await post("/hub", { ...fields, "hub.topic": `${HERE}/tags/none/rss.xml` });
  expect([unknown.status, await unknown.text()]).toEqual([400, expect.stringMatching(/^hub\.topic:/)]);
});

test("the hub refuses callbacks on loopback unless the configuration allows them", async () => {
  const callback = "http://127.0.0.1:4000/";
  const fields = { "hub.mode": "subscribe", "hub.callback": callback, "hub.topic": `${HERE}/rss.xml` };
  expect((await post("/hub", fields)).status).toBe(400);
  const registered = await post("/cloud/please-notify", { domain: "127.0.0.1", port: "4000", url1: `${HERE}/rss.xml` });
  expect(await registered.text()).toContain('success="false"');
});

test("the Worker acknowledges all messages of the queue, including those whose work no longer exists", async () => {
  const jobs: HubJob[] = [
    { kind: "outbox" },
    { kind: "verify", verification: 999 },
    { kind: "page", fanOut: 999, page: 1 },
    { kind: "retry" },
  ];
  const messages = jobs.map((body, index) => ({ id: String(index), timestamp: new Date(0), attempts: 1, body }));
  const batch = createMessageBatch<HubJob>("dateline-deliveries", messages);
  await worker.queue(batch);
  const result = await getQueueResult(batch, createExecutionContext());
  expect([result.explicitAcks.toSorted(), result.retryMessages]).toEqual([["0", "1", "2", "3"], []]);
});

test("the cron completes all its chores", async () => {
  const written = vi.spyOn(console, "log");
  await worker.scheduled();
  expect(written.mock.calls.flat().filter((line) => String(line).includes("failed"))).toEqual([]);
});
