import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { sweepHub } from "../../../src/hub/cron.ts";
import { readHubSettings } from "../../../src/hub/settings.ts";
import { NOON, openHub, TOPIC } from "./open-hub.ts";

const hub = openHub();
const { subscriber, verifications } = hub;
const DAY = 86_400_000;

beforeEach(hub.begin);

/** Asks in the name of a callback from an address. */
const askFrom = (address: string, callback: string, opened = hub) =>
  opened.post(
    "/hub",
    { "hub.mode": "subscribe", "hub.callback": callback, "hub.topic": TOPIC },
    { "cf-connecting-ip": address },
  );
const statusFrom = async (address: string, callback: string, opened = hub) =>
  (await askFrom(address, callback, opened)).status;
const refusal = async (address: string, callback: string, opened = hub) => {
  const response = await askFrom(address, callback, opened);
  return [response.status, response.headers.get("retry-after"), (await response.text()).trim()];
};
const held = () => env.DB.prepare("SELECT number FROM verifications_held").first("number");
const silent = () => Promise.reject<Response>(new Error("no answer"));

describe("pending requests are limited", () => {
  test("for each client, by its address or the network that it has for itself", async () => {
    for (let id = 0; id < 12; id += 1) expect(await statusFrom("192.0.2.7", `https://r${id}.example.org/`)).toBe(202);
    expect(await refusal("192.0.2.7", "https://more.example.org/")).toEqual([
      429,
      "60",
      "Your address has 12 requests that wait for confirmation, which is the limit. Try again later.",
    ]);
    expect(await statusFrom("::ffff:192.0.2.7", "https://more.example.org/")).toBe(429);
    // A request that replaces another one adds none.
    expect(await statusFrom("192.0.2.7", "https://r3.example.org/")).toBe(202);
    expect(await statusFrom("192.0.2.8", "https://more.example.org/")).toBe(202);
    await hub.begin();
    for (let id = 0; id < 12; id += 1)
      expect(await statusFrom(`2001:db8:1:1::${id}`, `https://v6-${id}.example.org/`)).toBe(202);
    expect(await statusFrom("2001:db8:1:1:ffff::1", "https://last.example.org/")).toBe(429);
  });

  test("for each network, whose addresses one person may have", async () => {
    for (let id = 0; id < 15; id += 1)
      expect(await statusFrom(`2001:db8:2:${id}::1`, `https://r${id}.example.org/`)).toBe(202);
    const [status, , text] = await refusal("2001:db8:2:ffff::1", "https://more.example.org/");
    expect([status, text]).toEqual([429, expect.stringContaining("The network of your address has 15 requests")]);
    expect(await statusFrom("2001:db8:3::1", "https://more.example.org/")).toBe(202);
  });

  test("for each callback's host", async () => {
    for (let id = 0; id < 5; id += 1)
      expect(await statusFrom(`192.0.${id}.1`, `https://reader.example.org/${id}`)).toBe(202);
    expect(await refusal("198.51.100.1", "https://reader.example.org/5")).toEqual([
      429,
      "60",
      "The callback's host reader.example.org has 5 requests that wait for confirmation, which is the limit. Try again later.",
    ]);
    expect(await statusFrom("198.51.100.1", "https://other.example.org/")).toBe(202);
  });

  test("for all together, with a status that says that it is nobody's own", async () => {
    for (let id = 0; id < 20; id += 1)
      expect(await statusFrom(`192.0.${id}.1`, `https://r${id}.example.org/`)).toBe(202);
    expect(await refusal("198.51.100.1", "https://more.example.org/")).toEqual([
      503,
      "60",
      "This hub has 20 requests that wait for confirmation, which is the limit. Try again later.",
    ]);
    expect([await held(), (await verifications()).length]).toEqual([20, 20]);
  });
});

describe("a new request takes the place", () => {
  test("of one of its client that was asked and not answered", async () => {
    subscriber.answer = silent;
    for (let id = 0; id < 12; id += 1) await askFrom("192.0.2.7", `https://r${id}.example.org/`);
    await hub.work();
    expect(await statusFrom("192.0.2.7", "https://new.example.org/")).toBe(202);
    const callbacks = (await verifications()).map(({ callback }) => callback);
    expect([callbacks.length, callbacks.includes("https://r0.example.org/")]).toEqual([12, false]);
    expect(callbacks).toContain("https://new.example.org/");
  });

  test("of one of the client that fills a host, so that nobody keeps others from a host", async () => {
    for (let id = 0; id < 5; id += 1) await askFrom("192.0.2.7", `https://reader.example.org/${id}`);
    expect(await statusFrom("192.0.2.7", "https://reader.example.org/own")).toBe(429);
    expect(await statusFrom("198.51.100.1", "https://reader.example.org/honest")).toBe(202);
    expect((await verifications()).filter(({ host }) => host === "reader.example.org")).toHaveLength(5);
    subscriber.answer = (url) => new Response(url.pathname === "/honest" ? url.searchParams.get("hub.challenge") : "");
    await hub.work();
    expect((await hub.subscriptions()).map(({ callback }) => callback)).toContain("https://reader.example.org/honest");
  });

  test("of any that was asked and not answered, if the hub is full", async () => {
    subscriber.answer = silent;
    for (let id = 0; id < 20; id += 1) await askFrom(`192.0.${id}.1`, `https://r${id}.example.org/`);
    await hub.work();
    expect(await statusFrom("198.51.100.1", "https://more.example.org/")).toBe(202);
    expect([await held(), (await verifications()).length]).toEqual([20, 20]);
  });

  test("of none that is being asked, and of none if another limit refuses it", async () => {
    subscriber.answer = silent;
    for (let id = 0; id < 5; id += 1) await askFrom(`192.0.2.${id}`, `https://reader.example.org/${id}`);
    for (let id = 0; id < 10; id += 1) await askFrom("203.0.113.1", `https://r${id}.example.org/`);
    await hub.work();
    const before = (await verifications()).map(({ callback }) => callback);
    // The host is full, and every client has one there.
    expect(await statusFrom("203.0.114.1", "https://reader.example.org/more")).toBe(429);
    expect((await verifications()).map(({ callback }) => callback)).toEqual(before);
  });
});

describe("an honest reader subscribes", { timeout: 120_000 }, () => {
  const { limits } = readHubSettings({}, false);
  const opened = openHub({ limits });
  const full = async (count: number, clients: number) => {
    // As 2,000 requests a client would leave them, written at once: a hundred of each client are taken.
    await env.DB.prepare(
      `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?1)
       INSERT INTO verifications (topic, callback, host, protocol, mode, lease_seconds, created, lease_until, attempts, client, network, waiting)
       SELECT 'rss everything', 'https://r' || i || '.example.net/', 'r' || i || '.example.net', 'websub', 'subscribe', 864000,
         ?3, ?3 + 300000, 1, 'client ' || (i % ?2), 'network ' || (i % ?2), i % 2 FROM n`,
    )
      .bind(count, clients, NOON - 10_000)
      .run();
  };
  const subscribe = async () => {
    const statuses: number[] = [];
    for (let id = 0; id < 8; id += 1)
      statuses.push(await statusFrom(`198.51.100.${id}`, `https://honest.example.org/${id}`, opened));
    await opened.work();
    return [statuses, (await opened.subscriptions()).length];
  };

  test("while hundreds of requests of one client are unanswered", async () => {
    opened.subscriber.answer = silent;
    let taken = 0;
    for (let id = 0; id < 300; id += 1)
      if ((await statusFrom("192.0.2.7", `https://r${id}.example.org/`, opened)) === 202) taken += 1;
    expect(taken).toBe(limits.maxPendingPerClient);
    opened.subscriber.answer = (url) => new Response(url.searchParams.get("hub.challenge"));
    opened.jobs.length = 0;
    expect(await subscribe()).toEqual([Array(8).fill(202), 8]);
  });

  test.each([
    [2_000, 20],
    [100_000, 250],
  ])("while %i requests of %i clients are unanswered, at the cost of few rows", async (count, clients) => {
    await full(count, clients);
    expect(await subscribe()).toEqual([Array(8).fill(202), 8]);
    expect(await held()).toBe(Math.min(count, limits.maxPending - 8));
    const { meta } = await env.DB.prepare("SELECT COUNT(*) FROM verifications WHERE client = 'client 1'").run();
    expect(meta.rows_read).toBeLessThanOrEqual(count / clients + 1);
    hub.clock.now = NOON + 3_600_000;
    await sweepHub(hub.service);
    expect([await held(), await verifications()]).toEqual([0, []]);
  });
});

test("what is stored of a client is a hash that changes each day and goes with the request", async () => {
  await askFrom("192.0.2.7", "https://a.example.org/");
  await askFrom("192.0.2.7", "https://b.example.org/");
  hub.clock.now = NOON + DAY;
  await askFrom("192.0.2.7", "https://c.example.org/");
  const [first, second, third] = await verifications();
  expect(first?.client).toMatch(/^[0-9a-f]{24}$/);
  expect([second?.client, second?.network]).toEqual([first?.client, first?.network]);
  expect(third?.client).not.toBe(first?.client);
  const other = openHub({ secretKey: "another secret" });
  await askFrom("192.0.2.7", "https://d.example.org/", other);
  expect((await verifications())[3]?.client).not.toBe(third?.client);
  expect(JSON.stringify(await verifications())).not.toContain("192.0.2");
  await other.work();
  await hub.work();
  expect(await verifications()).toEqual([]);
});
