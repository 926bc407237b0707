import { createHmac } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { expect } from "vitest";
import { eventually } from "../harness/eventually.ts";
import { exchange } from "../harness/exchange.ts";
import type { RunningNewsroom } from "../harness/newsroom.ts";
import { FORM_NAMES, FORMS, fetchTopic, inDocument, inHeader } from "./discovery.ts";
import { askHub, discover, follow, test as plainTest, publish } from "./hub-test.ts";
import { confirm, type Subscriber, startSubscriber } from "./subscriber.ts";

/** The shortest lease and the smallest share of a host that the settings allow, so that both limits can be tested. */
const SHORTEST = 60;
const MAX_PER_HOST = 3;

const test = plainTest.extend("variables", { scope: "file" }, () => ({
  HUB_LEASE_MIN: SHORTEST,
  HUB_LEASE_MAX: 864_000,
  HUB_MAX_PER_HOST: MAX_PER_HOST,
}));

type Setting = { readonly newsroom: RunningNewsroom; readonly subscriber: Subscriber };
/** How long a subscriber that must not be notified is watched, in milliseconds. */
const SILENCE = 5_000;

const rss = ({ newsroom }: Setting) => discover(`${newsroom.origin}/rss.xml`);

/** Whether the subscriber is notified of a change. */
async function isTold({ newsroom, subscriber }: Setting): Promise<boolean> {
  const told = subscriber.deliveryOf(await publish(newsroom), SILENCE / 1_000);
  return told.then(
    () => true,
    () => false,
  );
}

const answering =
  (status: number, body: string | undefined, headers: Record<string, string> = {}): Subscriber["answers"]["delivery"] =>
  ({ query }, response) => {
    response.writeHead(status, headers).end(body ?? query.get("hub.challenge"));
  };

/**
 * WebSub (W3C Recommendation, 23 January 2018): the requirements on publishers and hubs that can be observed from
 * outside.
 */
const ROWS: [section: string, requirement: string, check: (setting: Setting) => Promise<void>][] = [
  [
    "4",
    "the publisher advertises at least one hub and exactly one self in the Link headers of GET and HEAD in every form",
    async ({ newsroom: { origin } }) => {
      for (const path of Object.values(FORMS))
        for (const method of ["GET", "HEAD"]) {
          const { headers } = await exchange(origin, path, { method });
          expect(inHeader(headers.link), path).toEqual({ hub: [`${origin}/hub`], self: [origin + path] });
        }
    },
  ],
  [
    "4",
    "the documents advertise the same hub and self as the headers",
    async ({ newsroom: { origin } }) => {
      for (const form of FORM_NAMES) {
        const { headers, text } = await fetchTopic(origin + FORMS[form]);
        expect(inDocument(form, text), form).toEqual(inHeader(headers.link));
      }
    },
  ],
  [
    "4",
    "the self of a negotiated address is the fixed address of the form",
    async ({ newsroom: { origin } }) => {
      const { headers } = await exchange(origin, "/feed", { headers: { accept: "application/atom+xml" } });
      expect(inHeader(headers.link)).toEqual({ hub: [`${origin}/hub`], self: [`${origin}/atom.xml`] });
      expect((await exchange(origin, "/rss.xml?limit=1")).headers.link).not.toContain('rel="hub"');
    },
  ],
  [
    "5.1",
    "the hub accepts a form in the body of a POST and answers 202 before it verifies the subscriber",
    async (setting) => {
      const { hub, topic } = await rss(setting);
      const { callback, answers } = setting.subscriber;
      answers.verification = () => {};
      expect((await askHub(hub, { callback, mode: "subscribe", topic })).status).toBe(202);
      const query = new URLSearchParams({ "hub.callback": callback, "hub.mode": "subscribe", "hub.topic": topic });
      const headers = { "content-type": "application/json" };
      const json = await fetch(hub, { method: "POST", headers, body: JSON.stringify(Object.fromEntries(query)) });
      expect(json.status).toBe(415);
      const asked = await fetch(`${hub}?${query}`, { method: "POST", body: new URLSearchParams() });
      expect(asked.status).toBe(400);
    },
  ],
  [
    "5.1",
    "the hub requires callback, mode and topic and answers an error with 4xx in plain text",
    async (setting) => {
      const { hub, topic } = await rss(setting);
      const { callback } = setting.subscriber;
      const whole = { callback, mode: "subscribe", topic };
      const wrong = [
        ...["callback", "mode", "topic"].map((name) => ({ ...whole, [name]: "" })),
        { ...whole, mode: "resubscribe" },
        { ...whole, topic: `${topic}?tag=none` },
        { ...whole, topic: "https://elsewhere.example.org/feed" },
        { ...whole, topic: `${setting.newsroom.origin}/feed` },
        { ...whole, topic: `${setting.newsroom.origin}/tags/there-is-none/rss.xml` },
        { ...whole, lease_seconds: "-1" },
        { ...whole, lease_seconds: "soon" },
        { ...whole, secret: "x".repeat(200) },
        { ...whole, secret: "é".repeat(100) },
      ];
      for (const parameters of wrong) {
        const { status, type, text } = await askHub(hub, parameters);
        expect([status, type], JSON.stringify(parameters)).toEqual([400, "text/plain; charset=utf-8"]);
        expect(text.length).toBeGreaterThan(10);
      }
      await delay(1_500);
      expect(setting.subscriber.connections()).toBe(0);
    },
  ],
  [
    "5.1",
    "the hub accepts a secret of 199 bytes and signs with it",
    async ({ newsroom, subscriber }) => {
      const secret = `${"é".repeat(99)}x`;
      await follow(subscriber, `${newsroom.origin}/rss.xml`, { secret });
      const { body, headers } = await subscriber.deliveryOf(await publish(newsroom));
      const digest = createHmac("sha256", secret).update(body).digest("hex");
      expect(headers["x-hub-signature"]).toBe(`sha256=${digest}`);
    },
  ],
  [
    "5.1",
    "the hub limits the requested lease to its bounds and tells the subscriber the granted lease",
    async ({ newsroom, subscriber }) => {
      const asked = ["1", "86400", "99999999", undefined];
      for (const seconds of asked)
        await follow(subscriber, `${newsroom.origin}/rss.xml`, seconds === undefined ? {} : { lease_seconds: seconds });
      const given = subscriber.verifications.map(({ query }) => query.get("hub.lease_seconds"));
      expect(given).toEqual([String(SHORTEST), "86400", "864000", "864000"]);
    },
  ],
  [
    "5.1",
    "a request that is not confirmed leaves the subscription as it was",
    async (setting) => {
      const { newsroom, subscriber } = setting;
      const topic = await follow(subscriber, `${newsroom.origin}/rss.xml`, { secret: "first" });
      subscriber.answers.verification = answering(404, "");
      await follow(subscriber, topic, { secret: "second" });
      await follow(subscriber, topic, { mode: "unsubscribe" });
      const { body, headers } = await subscriber.deliveryOf(await publish(newsroom));
      expect(headers["x-hub-signature"]).toBe(`sha256=${createHmac("sha256", "first").update(body).digest("hex")}`);
    },
  ],
  [
    "5.1.1",
    "the hub appends its parameters to the callback's own query and delivers to the unchanged callback",
    async ({ newsroom }) => {
      const target = "/hook?b=2&hub.mode=mine&a=%C3%A9%20+&b=1";
      const subscriber = await startSubscriber(target);
      try {
        await follow(subscriber, `${newsroom.origin}/rss.xml`);
        const { target: asked, query } = await subscriber.verification(1);
        expect(asked.startsWith(`${target}&hub.`), asked).toBe(true);
        expect(query.getAll("hub.mode")).toEqual(["mine", "subscribe"]);
        expect((await subscriber.deliveryOf(await publish(newsroom))).target).toBe(target);
      } finally {
        subscriber.stop();
      }
    },
  ],
  [
    "5.2",
    "the hub sends the callback of a denied subscription the topic and a reason",
    async ({ newsroom: { origin }, subscriber }) => {
      const topics = ["/rss.xml", "/atom.xml", "/feed.json", "/"].map((path) => origin + path);
      for (const topic of topics.slice(0, MAX_PER_HOST)) await follow(subscriber, topic);
      await delay(1_000);
      await follow(subscriber, topics[MAX_PER_HOST] ?? "");
      const { method, query } = await subscriber.verification(MAX_PER_HOST + 1);
      expect([method, Object.fromEntries(query)]).toEqual([
        "GET",
        { "hub.mode": "denied", "hub.topic": topics[MAX_PER_HOST], "hub.reason": expect.stringMatching(/\w/) },
      ]);
    },
  ],
  [
    "5.3",
    "the hub verifies intent by a GET with a random challenge that is new each time",
    async ({ newsroom, subscriber }) => {
      for (const mode of ["subscribe", "subscribe", "unsubscribe"])
        await follow(subscriber, `${newsroom.origin}/rss.xml`, { mode });
      expect(subscriber.verifications.map(({ method }) => method)).toEqual(["GET", "GET", "GET"]);
      const challenges = subscriber.verifications.map(({ query }) => query.get("hub.challenge") ?? "");
      expect(new Set(challenges).size).toBe(3);
      for (const challenge of challenges) expect(challenge.length).toBeGreaterThanOrEqual(20);
    },
  ],
  [
    "5.3.1",
    "the hub accepts only 2xx with exactly the challenge as confirmation and follows no redirect",
    async (setting) => {
      const { newsroom, subscriber } = setting;
      const elsewhere = await startSubscriber();
      try {
        const refusals = [
          answering(404, undefined),
          answering(410, undefined),
          answering(302, undefined, { location: elsewhere.callback }),
          answering(307, undefined, { location: elsewhere.callback }),
          answering(200, ""),
          answering(200, "something else"),
          answering(200, undefined, { "content-encoding": "identity", "content-length": "5" }),
        ];
        for (const [index, refusal] of refusals.entries()) {
          subscriber.answers.verification = refusal;
          await follow(subscriber, `${newsroom.origin}/rss.xml`);
          await subscriber.verification(index + 1);
        }
        expect(await isTold(setting)).toBe(false);
        expect(elsewhere.connections()).toBe(0);
      } finally {
        elsewhere.stop();
      }
    },
  ],
  [
    "5.3.1",
    "any 2xx status with the challenge confirms the subscription",
    async (setting) => {
      setting.subscriber.answers.verification = answering(201, undefined);
      await follow(setting.subscriber, `${setting.newsroom.origin}/rss.xml`);
      expect(await isTold(setting)).toBe(true);
    },
  ],
  [
    "7",
    "the hub sends the complete topic by POST with the topic's Content-Type and Links to the hub and the topic",
    async ({ newsroom, subscriber }) => {
      await publish(newsroom, { tags: ["Ferries"] });
      const address = `${newsroom.origin}/tags/ferries/atom.xml`;
      const topic = await follow(subscriber, address);
      const { method, body, headers } = await subscriber.deliveryOf(await publish(newsroom, { tags: ["Ferries"] }));
      const now = await fetchTopic(address);
      expect([method, topic, headers["content-type"]]).toEqual(["POST", address, now.headers["content-type"]]);
      expect(body.equals(now.body)).toBe(true);
      expect(inHeader(headers.link)).toEqual({ hub: [`${newsroom.origin}/hub`], self: [address] });
    },
  ],
  [
    "7",
    "a subscriber of one topic is notified of its changes and of no other topic's",
    async (setting) => {
      const { newsroom, subscriber } = setting;
      await publish(newsroom, { tags: ["Quays"] });
      await follow(subscriber, `${newsroom.origin}/tags/quays/rss.xml`);
      expect(await isTold(setting)).toBe(false);
      await subscriber.deliveryOf(await publish(newsroom, { tags: ["Quays"] }));
    },
  ],
  [
    "7",
    "the hub notifies a subscriber of a new, a changed and a withdrawn article",
    async ({ newsroom, subscriber }) => {
      await follow(subscriber, `${newsroom.origin}/feed.json`);
      const slug = "told-thrice";
      await publish(newsroom, { slug, title: "As it was" });
      await subscriber.deliveryOf("As it was");
      await publish(newsroom, { slug, title: "As it is" });
      await subscriber.deliveryOf("As it is");
      const answer = await newsroom.desk(`articles/${slug}?reason=mistaken`, { method: "DELETE" });
      expect(answer.status).toBeLessThan(300);
      const isWithdrawn = () => (subscriber.deliveries.at(-1)?.body.includes("Withdrawn: As it is") ? true : undefined);
      await eventually("the notification of the withdrawal", isWithdrawn);
    },
  ],
  [
    "7",
    "any 2xx status accepts a delivery, whatever its body says",
    async (setting) => {
      setting.subscriber.answers.delivery = answering(202, "<hub.mode=denied>");
      await follow(setting.subscriber, `${setting.newsroom.origin}/rss.xml`);
      const title = await publish(setting.newsroom);
      await setting.subscriber.deliveryOf(title);
      await delay(1_000);
      expect(setting.subscriber.deliveriesOf(title)).toHaveLength(1);
      expect(await isTold(setting)).toBe(true);
    },
  ],
  [
    "7",
    "a 410 response to a delivery ends the subscription",
    async (setting) => {
      setting.subscriber.answers.delivery = answering(410, "");
      await follow(setting.subscriber, `${setting.newsroom.origin}/rss.xml`);
      expect(await isTold(setting)).toBe(true);
      expect(await isTold(setting)).toBe(false);
    },
  ],
  [
    "7",
    "the hub repeats a failed delivery and keeps the subscription",
    async ({ newsroom, subscriber }) => {
      subscriber.answers.delivery = answering(500, "");
      await follow(subscriber, `${newsroom.origin}/rss.xml`);
      const title = await publish(newsroom);
      const first = await subscriber.deliveryOf(title);
      const again = await eventually("the second delivery", () => subscriber.deliveriesOf(title)[1]);
      expect(again.body.equals(first.body)).toBe(true);
      expect(again.at - first.at).toBeGreaterThan(20_000);
    },
  ],
  [
    "7.1",
    "a delivery has no signature if the subscriber gave no secret",
    async ({ newsroom, subscriber }) => {
      await follow(subscriber, `${newsroom.origin}/rss.xml`);
      const title = await publish(newsroom);
      expect((await subscriber.deliveryOf(title)).headers).not.toHaveProperty("x-hub-signature");
    },
  ],
];

/** The subscriber with the shortest lease subscribes in the first test and is checked in the last. */
const lease: { subscriber?: Subscriber; until: number } = { until: 0 };

test("5.1: a subscriber gets the shortest lease", async ({ newsroom }) => {
  lease.subscriber = await startSubscriber();
  await follow(lease.subscriber, `${newsroom.origin}/rss.xml`, { lease_seconds: String(SHORTEST) });
  lease.until = Date.now() + SHORTEST * 1_000;
  await lease.subscriber.deliveryOf(await publish(newsroom));
});

test.for(ROWS)("%s: %s", async ([, , check], { newsroom, subscriber }) => check({ newsroom, subscriber }));

test("5.1: hubs enforce the end of leases", async ({ newsroom }) => {
  const { subscriber } = lease;
  if (!subscriber) throw new Error("it never began");
  try {
    await delay(Math.max(0, lease.until + 1_000 - Date.now()));
    expect(await isTold({ newsroom, subscriber })).toBe(false);
    subscriber.answers.verification = confirm;
    await follow(subscriber, `${newsroom.origin}/rss.xml`);
    expect(await isTold({ newsroom, subscriber })).toBe(true);
  } finally {
    subscriber.stop();
  }
});
