import { expect } from "vitest";
import { childOf, parseStrictXml } from "../../strict-xml.ts";
import type { RunningNewsroom } from "../harness/newsroom.ts";
import { fetchTopic } from "./discovery.ts";
import { publish, test } from "./hub-test.ts";
import { confirm, type Subscriber } from "./subscriber.ts";

/** The attributes of the `cloud` element of the RSS feed (RSS 2.0; rssCloud walkthrough). */
async function findCloud({ origin }: RunningNewsroom) {
  const { text } = await fetchTopic(`${origin}/rss.xml`);
  return childOf(childOf(parseStrictXml(text), "channel"), "cloud").attributes;
}

async function register(newsroom: RunningNewsroom, { callback }: Subscriber, feed: string, more = {}) {
  const { domain, port, path } = await findCloud(newsroom);
  const { hostname, port: own, pathname } = new URL(callback);
  const body = new URLSearchParams({
    notifyProcedure: "",
    protocol: "http-post",
    domain: hostname,
    port: own,
    path: pathname,
    url1: feed,
    ...more,
  });
  const response = await fetch(`http://${domain}:${port}${path}`, { method: "POST", body });
  const { name, attributes } = parseStrictXml(await response.text());
  return { status: response.status, name, ...attributes };
}

test("the RSS feed names its rssCloud endpoint", async ({ newsroom }) => {
  const { port, hostname } = new URL(newsroom.origin);
  expect(await findCloud(newsroom)).toEqual({
    domain: hostname,
    port,
    path: expect.stringMatching(/^\/\w/),
    registerProcedure: "",
    protocol: "http-post",
  });
});

test("a subscriber that registers gets a challenge, and then the address of the feed at each change", async ({
  newsroom,
  subscriber,
}) => {
  const feed = `${newsroom.origin}/rss.xml`;
  expect(await register(newsroom, subscriber, feed)).toMatchObject({ name: "notifyResult", success: "true" });
  const { method, query } = await subscriber.verification(1);
  expect([method, query.get("url")]).toEqual(["GET", feed]);
  expect(query.get("challenge")).toMatch(/^[\w-]{20,}$/);
  await publish(newsroom);
  const told = await subscriber.deliveryOf("url=");
  expect(told.headers["content-type"]).toBe("application/x-www-form-urlencoded");
  expect([...new URLSearchParams(told.body.toString())]).toEqual([["url", feed]]);
});

test("a subscriber that does not repeat the challenge gets no notification", async ({ newsroom, subscriber }) => {
  subscriber.answers.verification = (_, response) => {
    response.writeHead(200).end("yes");
  };
  await register(newsroom, subscriber, `${newsroom.origin}/rss.xml`);
  await subscriber.verification(1);
  await publish(newsroom);
  await expect(subscriber.deliveryOf("url=", 5)).rejects.toThrow("not within");
  subscriber.answers.verification = confirm;
});

test("a registration for another feed or without a host is refused in the format of rssCloud", async ({
  newsroom,
  subscriber,
}) => {
  const feed = `${newsroom.origin}/rss.xml`;
  const refused = [
    await register(newsroom, subscriber, `${newsroom.origin}/atom.xml`),
    await register(newsroom, subscriber, "https://elsewhere.example.org/rss.xml"),
    await register(newsroom, subscriber, feed, { protocol: "xml-rpc" }),
    await register(newsroom, subscriber, feed, { domain: "10.0.0.1" }),
    await register(newsroom, subscriber, feed, { domain: "user@127.0.0.1" }),
    await register(newsroom, subscriber, feed, { port: "x" }),
  ];
  for (const answer of refused) {
    expect(answer).toMatchObject({ name: "notifyResult", success: "false" });
    expect(answer).toHaveProperty("msg", expect.stringMatching(/\w{3}/));
  }
  expect(subscriber.connections()).toBe(0);
});
