import { describe, expect, test } from "vitest";
import { sweepHub } from "../../src/hub/cron.ts";
import { openSecret } from "../../src/hub/seal-secret.ts";
import { CALLBACK, confirming, DAY, NOON, openHub, TOPIC } from "../newsroom/hub/open-hub.ts";

/**
 * The requirements of WebSub (W3C Recommendation, 23 January 2018) on how a hub treats subscribers, one in each row.
 * Discovery and delivery have their own tests in `newsroom/hub`.
 */
const hub = openHub();
const { ask, asked, clock, service, settle, subscriber, subscriptions, verifications } = hub;

const parametersOf = (url: URL | undefined) => Object.fromEntries(url?.searchParams ?? []);
const refusing = () => new Response("no", { status: 404 });

const ROWS: [section: string, requirement: string, check: () => Promise<void>][] = [
  [
    "5.1",
    "a subscription request is a form in the body of a POST",
    async () => {
      expect((await ask()).status).toBe(202);
      expect((await hub.post("/hub", "x", { "content-type": "text/plain" })).status).toBe(415);
    },
  ],
  [
    "5.1",
    "hub.callback, hub.mode and hub.topic are required",
    async () => {
      for (const name of ["hub.callback", "hub.mode", "hub.topic"])
        expect((await ask({ [name]: "" })).status, name).toBe(400);
    },
  ],
  [
    "5.1",
    "hub.lease_seconds is a positive decimal integer; the hub may grant another lease, and the verification names it",
    async () => {
      expect((await ask({ "hub.lease_seconds": "1.5" })).status).toBe(400);
      await settle({ "hub.lease_seconds": "60" });
      expect(parametersOf(asked[0])["hub.lease_seconds"]).toBe("3600");
    },
  ],
  [
    "5.1",
    "the hub chooses the lease if hub.lease_seconds is missing",
    async () => {
      await settle();
      expect(parametersOf(asked[0])["hub.lease_seconds"]).toBe(String(10 * DAY));
    },
  ],
  [
    "5.1",
    "hub.secret is less than 200 bytes long",
    async () => {
      expect((await ask({ "hub.secret": "x".repeat(199) })).status).toBe(202);
      expect((await ask({ "hub.secret": "x".repeat(200) })).status).toBe(400);
    },
  ],
  [
    "5.1",
    "hubs ignore additional parameters they do not understand",
    async () => expect((await ask({ "hub.verify_token": "t", other: "1" })).status).toBe(202),
  ],
  [
    "5.1",
    "hubs allow subscribers to re-request active subscriptions; each overrides the last, once verified",
    async () => {
      await settle({ "hub.secret": "first" });
      subscriber.answer = refusing;
      await settle({ "hub.secret": "second" });
      const owner = { callback: CALLBACK, topic: "rss everything" };
      const secret = async () => openSecret(service.secretKey, (await subscriptions())[0]?.secret ?? "", owner);
      expect(await secret()).toBe("first");
      subscriber.answer = confirming;
      await settle({ "hub.secret": "second" });
      expect([await secret(), (await subscriptions()).length]).toEqual(["second", 1]);
    },
  ],
  [
    "5.1.1",
    "the callback may have a query, which the hub preserves and appends to",
    async () => {
      await settle({ "hub.callback": "https://reader.example.org/?a=1&b=%20&a=2" });
      expect(asked[0]?.href).toMatch(/^https:\/\/reader\.example\.org\/\?a=1&b=%20&a=2&hub\.mode=subscribe&/);
    },
  ],
  [
    "5.1.2",
    "a request that will be verified is answered 202 Accepted",
    async () => {
      expect((await ask()).status).toBe(202);
      expect([asked, (await verifications()).length]).toEqual([[], 1]);
    },
  ],
  [
    "5.1.2",
    "errors are 4xx or 5xx, and may be described in plain text",
    async () => {
      const response = await ask({ "hub.mode": "listen" });
      expect([response.status, response.headers.get("content-type"), await response.text()]).toEqual([
        400,
        "text/plain; charset=utf-8",
        "hub.mode: expected subscribe or unsubscribe.\n",
      ]);
    },
  ],
  [
    "5.2",
    "the hub notifies the subscriber of a denied subscription by a GET with hub.mode=denied, hub.topic and hub.reason",
    async () => {
      for (const id of ["1", "2", "3", "4"]) await settle({ "hub.callback": `https://reader.example.org/${id}` });
      expect(parametersOf(asked[3])).toEqual({
        "hub.mode": "denied",
        "hub.topic": TOPIC,
        "hub.reason": expect.stringContaining("limit of 3 subscriptions"),
      });
    },
  ],
  [
    "5.3",
    "intent is verified by a GET with hub.mode, hub.topic, hub.challenge and, for a subscription, hub.lease_seconds",
    async () => {
      const methods: unknown[] = [];
      subscriber.answer = (url, init) => {
        methods.push(init.method);
        return confirming(url, init);
      };
      await settle({ "hub.callback": "https://reader.example.org/" });
      await settle({ "hub.callback": "https://reader.example.org/", "hub.mode": "unsubscribe" });
      const all = { "hub.topic": TOPIC, "hub.challenge": expect.stringMatching(/^.{22,}$/) };
      expect(asked.map(parametersOf)).toEqual([
        { ...all, "hub.mode": "subscribe", "hub.lease_seconds": String(10 * DAY) },
        { ...all, "hub.mode": "unsubscribe" },
      ]);
      expect(methods).toEqual(["GET", "GET"]);
    },
  ],
  [
    "5.3",
    "the challenge is a random string of the hub, different each time",
    async () => {
      for (let times = 0; times < 3; times += 1) await settle();
      expect(new Set(asked.map((url) => url.searchParams.get("hub.challenge"))).size).toBe(3);
    },
  ],
  [
    "5.3.1",
    "only 2xx with a body equal to the challenge confirms",
    async () => {
      subscriber.answer = (url) => new Response(url.searchParams.get("hub.challenge"), { status: 203 });
      await settle();
      expect(await subscriptions()).toHaveLength(1);
      subscriber.answer = (url) => new Response(` ${url.searchParams.get("hub.challenge")}`);
      await settle({ "hub.callback": "https://other.example.org/" });
      expect(await subscriptions()).toHaveLength(1);
    },
  ],
  [
    "5.3.1",
    "404, any other status and a redirect fail the verification, and the hub drops it",
    async () => {
      for (const status of [404, 410, 301, 302, 307, 308]) {
        subscriber.answer = () => new Response(null, { status, headers: { location: "https://reader.example.org/" } });
        await settle();
        expect([await subscriptions(), await verifications()], String(status)).toEqual([[], []]);
      }
    },
  ],
  [
    "5.3.1",
    "a redirect is not followed",
    async () => {
      const modes: unknown[] = [];
      subscriber.answer = (_, init) => {
        modes.push(init.redirect);
        return new Response(null, { status: 302, headers: { location: "https://other.example.org/" } });
      };
      await settle();
      expect([modes, asked.length]).toEqual([["manual"], 1]);
    },
  ],
  [
    "5.1",
    "an unsubscription takes effect only when it is verified",
    async () => {
      await settle();
      subscriber.answer = refusing;
      await settle({ "hub.mode": "unsubscribe" });
      expect(await subscriptions()).toHaveLength(1);
      subscriber.answer = confirming;
      await settle({ "hub.mode": "unsubscribe" });
      expect(await subscriptions()).toEqual([]);
    },
  ],
  [
    "5.1",
    "hubs enforce lease expirations, and every lease ends",
    async () => {
      await settle({ "hub.lease_seconds": "99999999999" });
      expect((await subscriptions())[0]?.lease).toBe(NOON + 30 * DAY * 1_000);
      clock.now += 30 * DAY * 1_000;
      await sweepHub(service);
      expect(await subscriptions()).toEqual([]);
    },
  ],
  [
    "5.3",
    "an unsubscription without a subscription is verified and changes nothing",
    async () => {
      await settle();
      await settle({ "hub.mode": "unsubscribe", "hub.callback": "https://other.example.org/" });
      expect([(await subscriptions()).length, await verifications()]).toEqual([1, []]);
    },
  ],
  [
    "8",
    "only the hub and the subscriber know the secret: it is neither stored nor logged in plain text",
    async () => {
      await settle({ "hub.secret": "open sesame" });
      expect(JSON.stringify([await subscriptions(), await verifications(), hub.log])).not.toContain("sesame");
    },
  ],
];

describe("WebSub: how the hub treats subscribers", () => {
  test.each(ROWS)("section %s: %s", async (_section, _requirement, check) => {
    await hub.begin();
    await check();
  });
});
