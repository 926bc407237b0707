import { env } from "cloudflare:workers";
import { createHmac } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { createApp } from "../../../src/http/app.ts";
import { readConfig } from "../../../src/http/config.ts";
import { renderTopic } from "../../../src/hub/deliver/render-topic.ts";
import { bucketFiles } from "../../../src/store/media-files.ts";
import { articleNamed } from "../../fixtures/file-content.ts";
import { ORIGIN } from "../../fixtures/full-article.ts";
import { podcastPublication } from "../../fixtures/podcast.ts";
import { asStored, open } from "../open.ts";
import { HOUR, MINUTE, NOON, openDelivery, thanks, WAITING } from "./open-delivery.ts";

const hub = openDelivery();
const { all, clock, follow, log, pass, publish, received, rendered, run, subscriber, work } = hub;
const ferry = articleNamed("ferry", { tags: ["Boats"] });
const NOTHING = { outbox: 0, pages: 0, retries: 0, dead: 0 };
const answering = (status: number, headers: Record<string, string> = {}) => {
  subscriber.answer = () => new Response("no", { status, headers });
};

beforeEach(() => hub.begin());

describe("a revision", () => {
  test.each([
    ["rss everything", "/rss.xml"],
    ["atom tags/boats", "/tags/boats/atom.xml"],
    ["json everything", "/feed.json"],
    ["html tags/boats", "/tags/boats/"],
  ])("of %s has the bytes and headers that a GET returns", async (topic, path) => {
    await follow(topic, [{ secret: "hush" }, {}]);
    await publish(ferry);
    await work();
    const app = createApp({
      config: readConfig({}),
      siteFor: () => ({ origin: ORIGIN, store: hub.store }),
      mediaFiles: bucketFiles(env.FILES),
      now: () => clock.now,
      log: () => undefined,
    });
    const got = await app.fetch(new Request(ORIGIN + path));
    const body = await got.text();
    expect(received.map((each) => each.body === body)).toEqual([true, true]);
    const signed = Object.fromEntries(
      received.map(({ headers }) => [headers.get("dateline-delivery"), headers.get("x-hub-signature")]),
    );
    expect(signed).toEqual({
      "1.1.1": `sha256=${createHmac("sha256", "hush").update(body).digest("hex")}`,
      "1.2.1": null,
    });
    for (const name of ["content-type", "link"])
      expect(received.map(({ headers }) => headers.get(name))).toEqual(Array(2).fill(got.headers.get(name)));
    expect(await all(WAITING)).toEqual([NOTHING]);
    expect(await all("SELECT delivered, failed, pages, finished FROM fan_outs")).toEqual([
      { delivered: 2, failed: 0, pages: 1, finished: NOON },
    ]);
  });

  test.each(["sha1", "sha384", "sha512"] as const)("is signed with %s if that is configured", async (signature) => {
    const other = openDelivery({ signature });
    await follow("rss everything", [{ secret: "hush ✓" }]);
    await other.publish(ferry);
    await other.work();
    const [{ body = "", headers } = {}] = other.received;
    const own = createHmac(signature, Buffer.from("hush ✓", "utf8")).update(body, "utf8").digest("hex");
    expect(headers?.get("x-hub-signature")).toBe(`${signature}=${own}`);
  });

  test("is sent for the topics that changed and have subscribers", async () => {
    await follow("rss everything", [{}]);
    await follow("rss tags/boats", [{}]);
    await follow("rss tags/trains", [{}]);
    await follow("json everything", []);
    await publish(ferry);
    await work();
    expect(received.map(({ address }) => new URL(address).pathname).toSorted()).toEqual([
      "/rss-everything/1",
      "/rss-tags-boats/1",
    ]);
    expect(await all("SELECT name FROM topics JOIN fan_outs ON topic = topics.number ORDER BY name")).toHaveLength(2);
  });

  test("of an episode is sent to followers of the podcast, and that of another article is not", async () => {
    const { store } = open({ artifact: { publication: podcastPublication } });
    const podcast = openDelivery({ render: (topic) => renderTopic(store, topic, NOON) });
    await follow("podcast podcast", [{ secret: "hush" }]);
    await podcast.publish(ferry);
    await podcast.work();
    expect(podcast.received).toEqual([]);
    const file = { url: "https://elsewhere.example.org/bell.mp3", mediaType: "audio/mpeg", length: 9 };
    await podcast.publish(articleNamed("bell", { attachments: [{ file }] }));
    await podcast.work();
    const [{ body = "", headers } = {}] = podcast.received;
    const signature = createHmac("sha256", "hush").update(body).digest("hex");
    expect([podcast.received.length, headers?.get("x-hub-signature")]).toEqual([1, `sha256=${signature}`]);
    expect(body).toContain(`<enclosure url="${file.url}"`);
    expect(body).not.toContain("/articles/ferry<");
  });

  test("is sent once, even if it is announced twice", async () => {
    await follow("rss everything", [{}]);
    await publish(ferry);
    await work();
    await run("INSERT INTO outbox (article, feeds, at, lease_until, attempts) VALUES (1, '[\"everything\"]', 0, 0, 0)");
    await pass(2 * MINUTE);
    expect(received).toHaveLength(1);
    expect(await all(WAITING)).toEqual([NOTHING]);
  });

  test("contains all changes so far: many changes are one fan-out", async () => {
    await follow("rss everything", [{}]);
    for (let index = 0; index < 45; index += 1)
      await hub.newsroom.save(asStored(articleNamed(`n${index}`)), undefined, { actor: "desk", now: NOON });
    await publish(ferry);
    await work();
    expect(received.map(({ body }) => body.match(/<item>/g)?.length)).toEqual([46]);
    expect(await all(WAITING)).toEqual([NOTHING]);
  });

  test("that cannot be rendered does not stop other topics, and is retried", async () => {
    let isBroken = true;
    const broken = openDelivery({
      render: async (topic) => {
        if (isBroken && topic.form === "atom") throw new Error("no memory");
        return hub.service.render(topic);
      },
    });
    await follow("atom everything", [{}]);
    await follow("rss everything", [{}]);
    await broken.publish(ferry);
    await broken.work();
    expect(broken.received.map(({ headers }) => headers.get("content-type"))).toEqual([
      "application/rss+xml; charset=utf-8",
    ]);
    expect(broken.log).toContainEqual(expect.objectContaining({ fault: "atom everything: no memory" }));
    isBroken = false;
    await broken.pass(2 * MINUTE);
    expect(broken.received).toHaveLength(2);
    expect(await all(WAITING)).toEqual([NOTHING]);
  });

  test("is not sent if the lease has ended, the callback is not allowed, or the secret cannot be decrypted", async () => {
    await follow("rss everything", [
      { lease: NOON },
      { callback: "http://127.0.0.1/hook" },
      { callback: `${ORIGIN}/hook` },
      { secret: "hush" },
    ]);
    const other = openDelivery({ secretKey: "another" });
    await other.publish(ferry);
    await other.work();
    expect(other.received).toEqual([]);
    expect(await all("SELECT slot, fault FROM retries")).toEqual([
      { slot: 2, fault: "The callback is not encrypted; expected https." },
      { slot: 3, fault: "The callback is an address of this service itself." },
      { slot: 4, fault: "the secret cannot be decrypted: HUB_SECRET has changed" },
    ]);
  });

  test("notifies rssCloud subscribers with the address of the topic only", async () => {
    await follow("rss tags/boats", [{ protocol: "rsscloud" }]);
    await publish(ferry);
    await work();
    expect(received[0]?.body).toBe(new URLSearchParams({ url: `${ORIGIN}/tags/boats/rss.xml` }).toString());
    expect(received[0]?.headers.get("content-type")).toBe("application/x-www-form-urlencoded");
    expect(received[0]?.headers.has("link")).toBe(false);
  });
});

describe("a callback", () => {
  test("that answers 410 ends its subscription", async () => {
    await follow("rss everything", [{}, {}]);
    subscriber.answer = ({ address }) => new Response(null, { status: address.includes("/2?") ? 410 : 200 });
    await publish(ferry);
    await work();
    expect(await all("SELECT slots, subscribers FROM topics")).toEqual([{ slots: 2, subscribers: 1 }]);
    expect(await all("SELECT slot FROM subscriptions WHERE callback IS NULL")).toEqual([{ slot: 2 }]);
    await publish({ ...ferry, title: "Again" });
    await work();
    expect(received).toHaveLength(3);
    expect(await all(WAITING)).toEqual([NOTHING]);
  });

  test("that answers 500 for an hour gets the newest revision afterwards", async () => {
    await follow("rss everything", [{}]);
    answering(500);
    await publish(ferry);
    await pass(30 * MINUTE);
    await publish({ ...ferry, title: "The last word" });
    await pass(30 * MINUTE);
    expect(received.length).toBeGreaterThan(8);
    const before = received.length;
    subscriber.answer = thanks;
    await pass(HOUR);
    expect(received).toHaveLength(before + 1);
    expect(received.at(-1)?.body).toBe((await rendered("rss everything")).body);
    expect(received.at(-1)?.body).toContain("The last word");
    expect(await all(WAITING)).toEqual([NOTHING]);
    expect(await all("SELECT delivered, failed FROM fan_outs ORDER BY number DESC LIMIT 1")).toEqual([
      { delivered: 1, failed: 0 },
    ]);
  });

  test("is retried with growing delays and becomes a dead letter, but keeps its subscription", async () => {
    await follow("rss everything", [{}]);
    answering(503);
    await publish(ferry);
    await pass(8 * HOUR, hub.service, HOUR);
    const delays = received.slice(1).map(({ at }, index) => (at - (received[index]?.at ?? 0)) / 1_000);
    expect(delays).toEqual([30, 60, 120, 240, 480, 960, 1_920, 3_840]);
    expect(received.map(({ headers }) => headers.get("dateline-delivery"))).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8, 9].map((attempt) => `1.1.${attempt}`),
    );
    expect(await all(WAITING)).toEqual([{ ...NOTHING, dead: 1 }]);
    expect(await all("SELECT subscribers FROM topics")).toEqual([{ subscribers: 1 }]);
    answering(200);
    await publish({ ...ferry, title: "Again" });
    await work();
    expect(await all(WAITING)).toEqual([NOTHING]);
  });

  test("is not retried before its Retry-After, up to six hours", async () => {
    await follow("rss everything", [{}]);
    answering(429, { "retry-after": "5000" });
    await publish(ferry);
    await pass(2 * HOUR, hub.service, HOUR);
    expect(received.map(({ at }) => at - NOON)).toEqual([0, 5_000_000]);
    answering(503, { "retry-after": new Date(clock.now + 48 * HOUR).toUTCString() });
    await pass(HOUR, hub.service, HOUR);
    const { at = 0 } = received.at(-1) ?? {};
    expect(received).toHaveLength(3);
    await pass(8 * HOUR, hub.service, HOUR);
    expect(received.at(3)?.at).toBe(at + 6 * HOUR);
  });

  test("that does not answer is abandoned after the timeout", async () => {
    await follow("rss everything", [{}, {}, {}]);
    let aborted = 0;
    subscriber.answer = ({ address }, signal) =>
      new Promise((_, reject) => {
        if (address.includes("/1?"))
          signal?.addEventListener("abort", () => {
            aborted += 1;
            reject(new Error("aborted"));
          });
        else if (address.includes("/2?")) reject(new Error("connection refused"));
      });
    await publish(ferry);
    await work();
    expect(aborted).toBe(1);
    expect(await all("SELECT slot, fault FROM retries")).toEqual([
      { slot: 1, fault: "did not answer in 0.03 s" },
      { slot: 2, fault: "could not be reached" },
      { slot: 3, fault: "did not answer in 0.03 s" },
    ]);
  });

  test("that redirects is not followed", async () => {
    await follow("rss everything", [{}]);
    answering(307, { location: "http://169.254.169.254/" });
    await publish(ferry);
    await work();
    expect(received.map(({ redirect }) => redirect)).toEqual(["manual"]);
    expect(await all("SELECT fault FROM retries")).toEqual([{ fault: "answered 307" }]);
  });

  test("may answer without end: its body is cancelled unread", async () => {
    await follow("rss everything", [{}, {}]);
    let cancelled = 0;
    let sent = 0;
    subscriber.answer = ({ address }) =>
      new Response(
        new ReadableStream({
          pull: (controller) => {
            sent += 1;
            controller.enqueue(new Uint8Array(65_536));
          },
          cancel: () => {
            cancelled += 1;
          },
        }),
        { status: address.includes("/1?") ? 200 : 500 },
      );
    await publish(ferry);
    await work();
    expect([cancelled, sent <= 4]).toEqual([2, true]);
    expect(await all("SELECT slot, fault FROM retries")).toEqual([{ slot: 2, fault: "answered 500" }]);
  });
});

test("the log has only the host of a callback, and no secret", async () => {
  await follow("rss everything", [{ secret: "hush" }, {}]);
  answering(500);
  await publish(ferry);
  await work();
  const text = JSON.stringify(log);
  expect(text).toContain("reader1.example.org");
  expect(text).toContain('"delivery":"1.1.1"');
  expect(text).not.toMatch(/key=1|hush|\/rss-everything/);
});
