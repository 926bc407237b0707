import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { SnapshotMemory } from "../../../src/hub/deliver/snapshot-memory.ts";
import { runHubJob } from "../../../src/hub/jobs.ts";
import type { HubService, RenderedTopic } from "../../../src/hub/service.ts";
import { articleNamed } from "../../fixtures/file-content.ts";
import { openDelivery } from "./open-delivery.ts";

const reads: string[] = [];
const shown: { topic: RenderedTopic } = { topic: { state: "", bytes: new Uint8Array(), headers: [] } };
const show = (state: string, text: string) => {
  shown.topic = { state, bytes: new TextEncoder().encode(text), headers: [["Content-Type", "application/rss+xml"]] };
};
const hub = openDelivery({
  render: async () => shown.topic,
  snapshots: new Proxy(env.FILES, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      return (...given: unknown[]) => {
        if (name === "get") reads.push(String(given[0]));
        return value.apply(target, given);
      };
    },
  }),
});
const { follow, publish, queue, received, work } = hub;
/** Publishes, and stores the body without delivering it. */
const start = async (by = hub.service) => {
  await publish(articleNamed("ferry"));
  for (const { job } of queue.splice(0)) await runHubJob(by, job);
};
const another = (): HubService => ({ ...hub.service, snapshotMemory: new SnapshotMemory() });
const bodies = () => received.splice(0).map(({ body }) => body);

beforeEach(async () => {
  await hub.begin();
  reads.length = 0;
});

describe("the body of a fan-out of several pages", () => {
  test("is not read from the bucket by the worker that stored it", async () => {
    await follow("rss everything", [{ slot: 1 }, { slot: 251 }, { slot: 501 }], 501);
    show("one", "the first revision");
    await start();
    await work();
    expect(bodies()).toEqual(Array(3).fill("the first revision"));
    expect(reads).toEqual([]);
  });

  test("is read once by another worker", async () => {
    await follow("rss everything", [{ slot: 1 }, { slot: 251 }, { slot: 501 }], 501);
    show("two", "the second revision");
    await start();
    await work(another());
    expect(bodies()).toEqual(Array(3).fill("the second revision"));
    expect(reads).toHaveLength(1);
  });
});

test("a state that comes back with another body, as after a restore of the database, is sent with that body", async () => {
  for (const text of ["before the restore", "after the restore"]) {
    await hub.begin();
    await follow("rss everything", [{ slot: 1 }]);
    show("the same state", text);
    // The worker that delivers did not store this body, and remembers the one before.
    await start(another());
    await work();
    expect(bodies()).toEqual([text]);
  }
});

test("a body that the bucket has lost is replaced by that of now", async () => {
  await follow("rss everything", [{ slot: 1 }]);
  show("three", "the third revision");
  await start();
  const { objects } = await env.FILES.list({ prefix: "snapshots/" });
  await env.FILES.delete(objects.map(({ key }) => key));
  show("four", "the fourth revision");
  await work(another());
  expect(bodies()).toEqual(["the fourth revision"]);
});
