import { createHmac } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { describe, expect } from "vitest";
import { FORM_NAMES, FORMS, fetchTopic, inHeader } from "./discovery.ts";
import { askHub, discover, follow, publish, test } from "./hub-test.ts";
import type { Asked, Subscriber } from "./subscriber.ts";

/** How long a subscriber that must not be notified is watched, in milliseconds: several times the usual delay. */
const SILENCE = 6_000;

/**
 * Checks what websub.rocks requires of every notification: the bytes and the type that a GET of the topic returns now,
 * and Link headers.
 */
async function expectDelivery({ body, headers }: Asked, topic: string, hub: string): Promise<void> {
  const now = await fetchTopic(topic);
  expect(body.equals(now.body), `${body.toString().slice(0, 2_000)}\n--- and not\n${now.text.slice(0, 2_000)}`).toBe(
    true,
  );
  expect(headers["content-type"]).toBe(now.headers["content-type"]);
  expect(inHeader(headers.link)).toEqual({ hub: [hub], self: [topic] });
}

function signatureOf({ body }: Asked, secret: string): string {
  return `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
}

const parametersOf = ({ verifications }: Subscriber, number: number) =>
  Object.fromEntries(verifications[number - 1]?.query ?? []);

/** The tests for hubs of https://websub.rocks by their numbers, in each form of a feed. */
describe.for(FORM_NAMES)("a topic in the form %s", (form) => {
  test("100: a subscriber subscribes, confirms and is notified", async ({ newsroom, subscriber }) => {
    const { hub, topic } = await discover(newsroom.origin + FORMS[form]);
    await follow(subscriber, topic);
    expect(parametersOf(subscriber, 1)).toEqual({
      "hub.mode": "subscribe",
      "hub.topic": topic,
      "hub.challenge": expect.stringMatching(/^[\w-]{20,}$/),
      "hub.lease_seconds": expect.stringMatching(/^[1-9]\d*$/),
    });
    const told = await subscriber.deliveryOf(await publish(newsroom));
    await expectDelivery(told, topic, hub);
    expect(told.headers).not.toHaveProperty("x-hub-signature");
    expect(told.body.toString()).toContain("Ünïcode 🚢");
  });

  test("101: a subscriber with a secret gets a signed notification", async ({ newsroom, subscriber }) => {
    const { hub, topic } = await discover(newsroom.origin + FORMS[form]);
    await follow(subscriber, topic, { secret: "ein Geheimnis: ü" });
    const told = await subscriber.deliveryOf(await publish(newsroom));
    await expectDelivery(told, topic, hub);
    expect(told.headers["x-hub-signature"]).toBe(signatureOf(told, "ein Geheimnis: ü"));
  });
});

test("102: unknown parameters change nothing", async ({ newsroom, subscriber }) => {
  const { hub, topic } = await discover(`${newsroom.origin}/rss.xml`);
  await follow(
    subscriber,
    topic,
    { verify: "sync", verify_token: "t", "": "x" },
    { foo: "bar", "hub[mode]": "denied" },
  );
  await expectDelivery(await subscriber.deliveryOf(await publish(newsroom)), topic, hub);
});

test("103: a subscriber that subscribes again is notified once, with the newer secret", async ({
  newsroom,
  subscriber,
}) => {
  const { hub, topic } = await discover(`${newsroom.origin}/atom.xml`);
  await follow(subscriber, topic, { secret: "first", lease_seconds: "7200" });
  const first = await subscriber.deliveryOf(await publish(newsroom));
  expect(first.headers["x-hub-signature"]).toBe(signatureOf(first, "first"));
  await follow(subscriber, topic, { secret: "second", lease_seconds: "10800" });
  expect([1, 2].map((number) => parametersOf(subscriber, number)["hub.lease_seconds"])).toEqual(["7200", "10800"]);
  const title = await publish(newsroom);
  const second = await subscriber.deliveryOf(title);
  await expectDelivery(second, topic, hub);
  expect(second.headers["x-hub-signature"]).toBe(signatureOf(second, "second"));
  await delay(SILENCE);
  expect(subscriber.deliveriesOf(title)).toHaveLength(1);
});

test("104: a subscriber that unsubscribes is not notified again", async ({ newsroom, subscriber }) => {
  const { topic } = await discover(`${newsroom.origin}/rss.xml`);
  await follow(subscriber, topic);
  await subscriber.deliveryOf(await publish(newsroom));
  await follow(subscriber, topic, { mode: "unsubscribe" });
  expect(parametersOf(subscriber, 2)).toMatchObject({ "hub.mode": "unsubscribe", "hub.topic": topic });
  const title = await publish(newsroom);
  await delay(SILENCE);
  expect(subscriber.deliveriesOf(title)).toEqual([]);
});

test("105: a subscriber to the HTML page is notified", async ({ newsroom, subscriber }) => {
  const { hub, topic } = await discover(`${newsroom.origin}/`);
  await follow(subscriber, topic);
  const told = await subscriber.deliveryOf(await publish(newsroom));
  expect(told.headers["content-type"]).toBe("text/html; charset=utf-8");
  await expectDelivery(told, topic, hub);
});

test("106: a subscriber to the JSON Feed is notified", async ({ newsroom, subscriber }) => {
  const { hub, topic } = await discover(`${newsroom.origin}/feed.json`);
  await follow(subscriber, topic);
  const title = await publish(newsroom);
  const told = await subscriber.deliveryOf(title);
  expect(told.headers["content-type"]).toBe("application/feed+json; charset=utf-8");
  const { items }: { items: { title: string }[] } = JSON.parse(told.body.toString());
  // Articles of the same second may be in either order.
  expect(items.map((item) => item.title)).toContain(title);
  await expectDelivery(told, topic, hub);
});

test("a request without a required parameter creates no subscription", async ({ newsroom, subscriber }) => {
  const { hub, topic } = await discover(`${newsroom.origin}/rss.xml`);
  expect((await askHub(hub, { mode: "subscribe", topic })).status).toBe(400);
  expect(subscriber.connections()).toBe(0);
});
