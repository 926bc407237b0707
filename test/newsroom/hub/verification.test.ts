import { beforeEach, describe, expect, test } from "vitest";
import { sweepHub } from "../../../src/hub/cron.ts";
import { openSecret } from "../../../src/hub/seal-secret.ts";
import { verifyIntent } from "../../../src/hub/subscribe/verify-intent.ts";
import { ORIGIN } from "../../fixtures/full-article.ts";
import { CALLBACK, confirming, DAY, NOON, openHub, TOPIC } from "./open-hub.ts";

const hub = openHub();
const { ask, asked, clock, jobs, service, settle, subscriber, subscriptions, topics, verifications, work } = hub;

beforeEach(hub.begin);

describe("a subscription", () => {
  test("is stored only after the callback has confirmed it", async () => {
    const response = await ask({ "hub.lease_seconds": "86400", "hub.secret": "open sesame" });
    expect([response.status, response.headers.get("content-type")]).toEqual([202, "text/plain; charset=utf-8"]);
    expect([asked.length, await subscriptions()]).toEqual([0, []]);
    await work();
    const [subscription] = await subscriptions();
    expect(subscription).toMatchObject({
      topic: "rss everything",
      slot: 1,
      callback: CALLBACK,
      host: "reader.example.org",
      protocol: "websub",
      lease: NOON + DAY * 1_000,
      created: NOON,
    });
    const owner = { callback: CALLBACK, topic: "rss everything" };
    expect(await openSecret(service.secretKey, subscription?.secret ?? "", owner)).toBe("open sesame");
    expect([await verifications(), await topics()]).toEqual([
      [],
      [{ name: "rss everything", slots: 1, subscribers: 1 }],
    ]);
  });

  test("is verified by a GET of its callback with every parameter of the standard behind its own query", async () => {
    await settle({ "hub.lease_seconds": "86400" });
    const [url] = asked;
    expect(url?.href.startsWith(`${CALLBACK}&hub.mode=subscribe&`)).toBe(true);
    const { "hub.challenge": challenge, ...rest } = Object.fromEntries(url?.searchParams ?? []);
    expect(rest).toEqual({ id: "1", "hub.mode": "subscribe", "hub.topic": TOPIC, "hub.lease_seconds": "86400" });
    expect(challenge).toMatch(/^[\w-]{32}$/);
    await settle({ "hub.topic": `${ORIGIN}/atom.xml` });
    expect(asked[1]?.searchParams.get("hub.challenge")).not.toBe(challenge);
  });

  test("gets a new slot, or one that is free", async () => {
    for (const id of ["1", "2", "3"]) await settle({ "hub.callback": `https://r${id}.example.org/` });
    await settle({ "hub.mode": "unsubscribe", "hub.callback": "https://r2.example.org/" });
    expect(await topics()).toEqual([{ name: "rss everything", slots: 3, subscribers: 2 }]);
    await settle({ "hub.callback": "https://r4.example.org/" });
    expect((await subscriptions()).map(({ slot, host }) => [slot, host])).toEqual([
      [1, "r1.example.org"],
      [2, "r4.example.org"],
      [3, "r3.example.org"],
    ]);
    expect(await topics()).toEqual([{ name: "rss everything", slots: 3, subscribers: 3 }]);
  });

  test("is replaced by a repeated request as soon as that is verified", async () => {
    await settle({ "hub.secret": "old" });
    const before = await subscriptions();
    clock.now += 1_000;
    subscriber.answer = () => new Response("no", { status: 404 });
    await settle({ "hub.secret": "new" });
    expect(await subscriptions()).toEqual(before);
    subscriber.answer = confirming;
    await settle({ "hub.secret": "new", "hub.lease_seconds": "7200" });
    const [renewed, ...others] = await subscriptions();
    expect(others).toEqual([]);
    expect(renewed).toMatchObject({ slot: 1, lease: NOON + 1_000 + 7_200_000, created: NOON });
    const owner = { callback: CALLBACK, topic: "rss everything" };
    expect(await openSecret(service.secretKey, renewed?.secret ?? "", owner)).toBe("new");
    expect(await topics()).toEqual([{ name: "rss everything", slots: 1, subscribers: 1 }]);
  });

  test("gets its own slot even if many are verified at the same time", async () => {
    for (let each = 0; each < 12; each += 1) await ask({ "hub.callback": `https://r${each}.example.org/` });
    await Promise.all(
      jobs.splice(0).map(({ job }) => job.kind === "verify" && verifyIntent(service, job.verification)),
    );
    expect((await subscriptions()).map(({ slot }) => slot)).toEqual(
      Array.from({ length: 12 }, (_, index) => index + 1),
    );
    expect(await topics()).toEqual([{ name: "rss everything", slots: 12, subscribers: 12 }]);
  });

  test.each([
    ["a challenge and more", (url: URL) => new Response(`${url.searchParams.get("hub.challenge")}\n`)],
    ["half a challenge", (url: URL) => new Response(url.searchParams.get("hub.challenge")?.slice(0, 16))],
    ["another challenge", () => new Response("x".repeat(32))],
    ["nothing", () => new Response(null, { status: 204 })],
    ["the challenge as an error", (url: URL) => new Response(url.searchParams.get("hub.challenge"), { status: 404 })],
    ["a redirect", () => new Response(null, { status: 302, headers: { location: "https://other.example.org/" } })],
    ["an endless body", () => new Response(new ReadableStream({ pull: (all) => all.enqueue(new Uint8Array(999)) }))],
  ])("is not stored if the callback answers with %s, and the request is dropped", async (_, answer) => {
    subscriber.answer = answer;
    await settle();
    expect([asked.length, await subscriptions(), await verifications(), jobs]).toEqual([1, [], [], []]);
  });

  test.each([
    ["500", () => new Response("", { status: 500 })],
    ["429", () => new Response("", { status: 429 })],
    ["no connection", () => Promise.reject(new TypeError("no connection"))],
    ["silence", () => new Promise<Response>(() => {})],
    ["a body that never ends", () => new Response(new ReadableStream({ start() {} }))],
  ])("is verified up to two more times after %s", async (_, answer) => {
    subscriber.answer = answer;
    await settle();
    expect(jobs.map(({ delay }) => delay)).toEqual([31]);
    await work();
    expect(asked).toHaveLength(1);
    clock.now += 31_000;
    await sweepHub(service);
    await work();
    expect(jobs.map(({ delay }) => delay)).toEqual([301]);
    clock.now += 301_000;
    subscriber.answer = confirming;
    await work();
    expect(await subscriptions()).toHaveLength(1);
    subscriber.answer = answer;
    await settle({ "hub.callback": "https://dead.example.org/" });
    for (const seconds of [31, 301, 3_000]) {
      clock.now += seconds * 1_000;
      await work();
    }
    expect([asked.length, jobs, await verifications()]).toEqual([6, [], []]);
  });

  test("is verified with a challenge that no row stores", async () => {
    await ask();
    subscriber.answer = async (url) => {
      expect(JSON.stringify(await verifications())).not.toContain(url.searchParams.get("hub.challenge"));
      return confirming(url, {});
    };
    await work();
    expect(await subscriptions()).toHaveLength(1);
  });

  test("is not stored if a newer request has superseded it", async () => {
    await ask({ "hub.secret": "old" });
    subscriber.answer = async (url, init) => {
      subscriber.answer = confirming;
      clock.now += 10;
      await ask({ "hub.mode": "unsubscribe" });
      return confirming(url, init);
    };
    await work();
    expect([await subscriptions(), (await verifications()).length]).toEqual([[], 1]);
    await work();
    expect([await subscriptions(), await verifications()]).toEqual([[], []]);
  });

  test("survives a crash after the challenge: the cron sends the verification again", async () => {
    await ask();
    subscriber.answer = () => {
      throw new TypeError("never seen");
    };
    const crashed = { ...service, send: () => Promise.reject(new Error("crash")) };
    const [first] = jobs.splice(0);
    if (first?.job.kind !== "verify") throw new Error("no job");
    await expect(verifyIntent(crashed, first.job.verification)).rejects.toThrow("crash");
    subscriber.answer = confirming;
    clock.now += 60_000;
    await sweepHub(service);
    await work();
    expect(await subscriptions()).toHaveLength(1);
  });
});

describe("the end of a subscription", () => {
  test("comes with an unsubscription only after the callback confirms it", async () => {
    await settle();
    subscriber.answer = () => new Response("", { status: 404 });
    expect((await settle({ "hub.mode": "unsubscribe" })).status).toBe(202);
    expect(await subscriptions()).toHaveLength(1);
    subscriber.answer = confirming;
    await settle({ "hub.mode": "unsubscribe" });
    expect([await subscriptions(), await topics()]).toEqual([
      [],
      [{ name: "rss everything", slots: 1, subscribers: 0 }],
    ]);
    expect(Object.fromEntries(asked.at(-1)?.searchParams ?? [])).toEqual({
      id: "1",
      "hub.mode": "unsubscribe",
      "hub.topic": TOPIC,
      "hub.challenge": expect.any(String),
    });
  });

  test("comes with the end of its lease, which also deletes its retries", async () => {
    await settle({ "hub.lease_seconds": "3600" });
    await settle({ "hub.callback": "https://other.example.org/" });
    await service.db
      .prepare("INSERT INTO retries VALUES (1, 1, 1, 1, 0, '', 0, NULL), (1, 2, 1, 1, 0, '', 0, NULL)")
      .run();
    clock.now += 3_599_000;
    await sweepHub(service);
    expect(await subscriptions()).toHaveLength(2);
    clock.now += 1_000;
    await sweepHub(service);
    expect((await subscriptions()).map(({ host }) => host)).toEqual(["other.example.org"]);
    expect(await topics()).toEqual([{ name: "rss everything", slots: 2, subscribers: 1 }]);
    expect((await service.db.prepare("SELECT slot FROM retries").all()).results).toEqual([{ slot: 2 }]);
  });

  test("comes after an hour for a request that nobody confirms", async () => {
    await ask();
    clock.now += 3_600_000;
    await sweepHub(service);
    expect(await verifications()).toEqual([]);
  });
});

describe("a request that cannot be granted", () => {
  test("is denied if its host has reached the limit, but a renewal is not", async () => {
    for (const id of ["1", "2", "3"]) await settle({ "hub.callback": `https://reader.example.org/${id}` });
    asked.length = 0;
    await settle({ "hub.callback": "https://reader.example.org/4?x" });
    expect(asked.map((url) => url.href.split("&")[0])).toEqual(["https://reader.example.org/4?x"]);
    expect(Object.fromEntries(asked[0]?.searchParams ?? [])).toEqual({
      x: "",
      "hub.mode": "denied",
      "hub.topic": TOPIC,
      "hub.reason": "The callback's host has reached the limit of 3 subscriptions.",
    });
    expect([(await subscriptions()).length, await verifications()]).toEqual([3, []]);
    clock.now += 5;
    await settle({ "hub.callback": "https://reader.example.org/3" });
    expect((await subscriptions())[2]?.lease).toBe(NOON + 5 + 10 * DAY * 1_000);
  });

  test("is denied if its topic no longer exists", async () => {
    const gone = openHub({ hasTopic: async () => true });
    await gone.ask();
    await verifyIntent({ ...gone.service, hasTopic: async () => false }, Number((await verifications())[0]?.number));
    expect(gone.asked.map((url) => url.searchParams.get("hub.mode"))).toEqual(["denied"]);
  });
});
