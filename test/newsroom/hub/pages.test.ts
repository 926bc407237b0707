import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { redriveHub } from "../../../src/hub/cron.ts";
import { replayDead } from "../../../src/hub/deliver/replay-dead.ts";
import { runHubJob } from "../../../src/hub/jobs.ts";
import { articleNamed } from "../../fixtures/file-content.ts";
import { watchedDatabase } from "../../fixtures/watched-database.ts";
import { DAY, HOUR, MINUTE, NOON, openDelivery, thanks, WAITING } from "./open-delivery.ts";

const hub = openDelivery();
const { all, clock, follow, publish, pass, queue, received, rendered, run, subscriber, work } = hub;
const ferry = articleNamed("ferry", { tags: ["Boats"] });
const NOTHING = { outbox: 0, pages: 0, retries: 0, dead: 0 };
const many = (count: number, host = (index: number) => `reader${index}.example.org`) =>
  Array.from({ length: count }, (_, index) => ({ callback: `https://${host(index)}/${index}` }));
const tick = () => new Promise((resolve) => setTimeout(resolve, 1));

beforeEach(() => hub.begin());

/** Watches how many requests are in progress at the same time, in total and for each host. */
function watchRequests(wait: (address: string) => Promise<unknown>) {
  const now = new Map<string, number>();
  const max = { all: 0, host: 0 };
  const done: string[] = [];
  subscriber.answer = async ({ address }) => {
    const { host } = new URL(address);
    now.set(host, (now.get(host) ?? 0) + 1);
    max.all = Math.max(
      max.all,
      [...now.values()].reduce((sum, each) => sum + each, 0),
    );
    max.host = Math.max(max.host, now.get(host) ?? 0);
    await wait(address);
    now.set(host, (now.get(host) ?? 0) - 1);
    done.push(host);
    return new Response();
  };
  return { max, done };
}

describe("a page", () => {
  test("has 250 slots, and a fan-out has enough pages for all slots of its topic", async () => {
    await follow("rss everything", [{ slot: 1 }, { slot: 250 }, { slot: 251 }, { slot: 501 }], 501);
    await publish(ferry);
    const [{ job } = { job: { kind: "outbox" as const } }] = queue.splice(0);
    await runHubJob(hub.service, job);
    expect(queue.map((each) => each.job)).toEqual([1, 2, 3].map((page) => ({ kind: "page", fanOut: 1, page })));
    await work();
    expect(received).toHaveLength(4);
    expect(await all(WAITING)).toEqual([NOTHING]);
    expect(await all("SELECT pages, delivered, finished FROM fan_outs")).toEqual([
      { pages: 3, delivered: 4, finished: NOON },
    ]);
  });

  test("sends to six subscribers at the same time, and to two of one host", async () => {
    await follow(
      "rss everything",
      many(40, (index) => `reader${index % 4}.example.org`),
    );
    const { max } = watchRequests(tick);
    await publish(ferry);
    await work();
    expect(max).toEqual({ all: 6, host: 2 });
    expect(received).toHaveLength(40);
  });

  test("reaches all other subscribers while one host is slow", async () => {
    const patient = openDelivery({ limits: { ...hub.service.limits, timeout: 5_000 } });
    await follow(
      "rss everything",
      many(40, (index) => (index < 6 ? "slow.example.org" : `reader${index}.example.org`)),
    );
    let answer: () => void = () => undefined;
    const last = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const done: boolean[] = [];
    patient.subscriber.answer = async ({ address }) => {
      const isSlow = address.includes("//slow.");
      await (isSlow ? last : tick());
      done.push(isSlow);
      if (done.length === 34) answer();
      return new Response();
    };
    await patient.publish(ferry);
    await patient.work();
    expect(done).toEqual([...Array(34).fill(false), ...Array(6).fill(true)]);
  });

  test("abandons a host that is silent three times in a row, and stores retries for all its subscribers", async () => {
    await follow("rss everything", [
      ...many(30, () => "dead.example.org"),
      { callback: "https://reader.example.org/" },
    ]);
    subscriber.answer = ({ address }) =>
      address.includes("//dead.") ? Promise.reject(new Error("refused")) : new Response();
    await publish(ferry);
    await work();
    expect(received.filter(({ address }) => address.includes("//dead."))).toHaveLength(4);
    expect(await all("SELECT count(*) AS rows, min(attempts) AS least, max(due) AS last FROM retries")).toEqual([
      { rows: 30, least: 1, last: NOON + 30_000 },
    ]);
    expect(await all("SELECT delivered, failed FROM fan_outs")).toEqual([{ delivered: 1, failed: 30 }]);
  });

  test("that takes too long stores the rest as retries that are due at once", async () => {
    await follow("rss everything", many(20));
    subscriber.answer = () => {
      clock.now += 30_000;
      return new Response();
    };
    await publish(ferry);
    const jobs = () => queue.splice(0).map(({ job }) => job);
    for (const job of jobs()) await runHubJob(hub.service, job);
    for (const job of jobs()) await runHubJob(hub.service, job);
    const reached = received.length;
    expect(reached).toBeLessThan(20);
    expect(await all("SELECT DISTINCT attempts, fault FROM retries")).toEqual([
      { attempts: 0, fault: "not reached in time" },
    ]);
    subscriber.answer = thanks;
    await work();
    expect(new Set(received.map(({ address }) => address)).size).toBe(20);
    expect(received).toHaveLength(20);
    expect(await all(WAITING)).toEqual([NOTHING]);
  });

  test("is sent again when its message is lost and its claim has ended, and is delivered once if its message comes twice", async () => {
    await follow("rss everything", many(2));
    await publish(ferry);
    const [outbox] = queue.splice(0);
    if (outbox) await runHubJob(hub.service, outbox.job);
    const lost = queue.splice(0);
    await pass(9 * MINUTE);
    expect(received).toHaveLength(0);
    await pass(2 * MINUTE);
    expect(received).toHaveLength(2);
    for (const { job } of lost) await runHubJob(hub.service, job);
    expect(received).toHaveLength(2);
  });
});

describe("a newer revision", () => {
  test("replaces the pages that an older one has left", async () => {
    await follow("rss everything", [{ slot: 1 }, { slot: 251 }], 500);
    await publish(ferry);
    const [outbox] = queue.splice(0);
    if (outbox) await runHubJob(hub.service, outbox.job);
    const [first] = queue.splice(0, 1);
    if (first) await runHubJob(hub.service, first.job);
    await publish({ ...ferry, title: "Newer" });
    queue.reverse();
    await work();
    const bodies = received.map(({ address, body }) => `${URL.parse(address)?.host} ${body.includes("Newer") ? 2 : 1}`);
    expect(bodies.toSorted()).toEqual(["reader1.example.org 1", "reader1.example.org 2", "reader251.example.org 2"]);
    expect(await all("SELECT finished IS NULL AS open FROM fan_outs")).toEqual([{ open: 0 }, { open: 0 }]);
    expect(await all(WAITING)).toEqual([NOTHING]);
  });

  test("is not delayed by failures that an older one reports late", async () => {
    await follow("rss everything", many(1));
    let fail: (error: Error) => void = () => undefined;
    subscriber.answer = () =>
      new Promise((_, reject) => {
        fail = reject;
      });
    const slow = openDelivery();
    slow.subscriber.answer = subscriber.answer;
    await slow.publish(ferry);
    const older = slow.work();
    while (slow.received.length === 0) await tick();
    await publish({ ...ferry, title: "Newer" });
    subscriber.answer = thanks;
    await work();
    fail(new Error("refused"));
    await older;
    expect(received).toHaveLength(1);
    expect(await all(WAITING)).toEqual([NOTHING]);
  });

  test("is sent once if two coordinators begin at the same time", async () => {
    await follow("rss everything", many(1));
    const waiting: (() => void)[] = [];
    const slow = openDelivery({
      render: async (topic) => {
        const seen = await hub.service.render(topic);
        if (waiting.length === 0) await new Promise<void>((go) => waiting.push(go));
        return seen;
      },
    });
    await slow.publish(ferry);
    const older = slow.work();
    while (waiting.length === 0) await tick();
    await publish({ ...ferry, title: "Newer" });
    await work();
    for (const go of waiting) go();
    await older;
    expect([...received, ...slow.received].map(({ body }) => body.includes("Newer"))).toEqual([true]);
    expect(await all("SELECT count(*) AS fan_outs FROM fan_outs")).toEqual([{ fan_outs: 1 }]);
  });

  test("is sent by a retry of an older one", async () => {
    await follow("rss everything", many(1));
    subscriber.answer = () => new Response(null, { status: 500 });
    await publish(ferry);
    await work();
    await publish({ ...ferry, title: "Newer" });
    queue.length = 0;
    subscriber.answer = thanks;
    await pass(5 * MINUTE);
    expect(received.slice(1).map(({ body }) => body)).toEqual([(await rendered("rss everything")).body]);
    expect(await all(WAITING)).toEqual([NOTHING]);
  });
});

describe("dead letters", () => {
  test("are sent again when they are replayed", async () => {
    await follow("rss everything", many(2));
    await follow("atom everything", many(1));
    subscriber.answer = () => new Response(null, { status: 500 });
    await publish(ferry);
    await pass(4 * HOUR, hub.service, HOUR);
    expect(await all(WAITING)).toEqual([{ ...NOTHING, dead: 3 }]);
    subscriber.answer = thanks;
    received.length = 0;
    expect(await replayDead(hub.service, { topic: "rss everything" })).toBe(2);
    await work();
    expect(received).toHaveLength(2);
    expect(await replayDead(hub.service, { all: true })).toBe(1);
    await work();
    expect(received).toHaveLength(3);
    expect(await replayDead(hub.service, { all: true })).toBe(0);
    expect(await all(WAITING)).toEqual([NOTHING]);
  });
});

test("the cron deletes old fan-outs and their snapshots, and keeps the newest", async () => {
  await follow("rss everything", many(1));
  for (const title of ["One", "Two", "Three"]) {
    await publish({ ...ferry, title });
    await work();
  }
  const keys = async () => (await env.FILES.list({ prefix: "snapshots/" })).objects.map(({ key }) => key).toSorted();
  expect((await keys()).length).toBeGreaterThanOrEqual(3);
  // The bucket uses the real clock, which is behind the clock of the test.
  clock.now = Math.max(NOON, Date.now()) + 25 * HOUR;
  clock.now -= clock.now % HOUR;
  await redriveHub(hub.service);
  const kept = await all<{ number: number; snapshot: string }>("SELECT number, snapshot FROM fan_outs");
  expect(kept.map(({ number }) => number)).toEqual([3]);
  expect(await keys()).toContain(kept[0]?.snapshot);
  await run("UPDATE subscriptions SET lease = ?", clock.now + DAY);
  await publish({ ...ferry, title: "Four" });
  await work();
  expect((await all<{ number: number }>("SELECT number FROM fan_outs")).map(({ number }) => number)).toEqual([3, 4]);
});

test("a thousand deliveries need few rows and few operations of the queue", async () => {
  const rows = { read: 0, written: 0 };
  const db = watchedDatabase(env.DB, { around: (call) => call(), rows });
  const counted = openDelivery({ db });
  const COUNT = 5_000;
  await follow(
    "rss everything",
    many(COUNT, (index) => `reader${index % 200}.example.org`),
  );
  await counted.publish(ferry);
  let messages = counted.queue.length;
  const { send } = counted.service;
  const service = {
    ...counted.service,
    send: async (jobs: Parameters<typeof send>[0], delay?: number) => {
      messages += jobs.length;
      await send(jobs, delay);
    },
  };
  await counted.work(service);
  expect(counted.received).toHaveLength(COUNT);
  const thousands = COUNT / 1_000;
  // A message is written, read and deleted.
  const figures = {
    read: rows.read / thousands,
    written: rows.written / thousands,
    operations: (3 * messages) / thousands,
  };
  expect(figures.read).toBeLessThanOrEqual(1_100);
  expect(figures.written).toBeLessThanOrEqual(20);
  expect(figures.operations).toBeLessThanOrEqual(20);
}, 60_000);
