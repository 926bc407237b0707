import { beforeEach, expect, test } from "vitest";
import { ORIGIN } from "../../fixtures/full-article.ts";
import { parseStrictXml } from "../../strict-xml.ts";
import { NOON, openHub } from "./open-hub.ts";

const hub = openHub();
const { asked, post, subscriber, subscriptions, verifications, work } = hub;

beforeEach(hub.begin);

const FORM = {
  notifyProcedure: "",
  domain: "reader.example.org",
  port: "443",
  path: "/rsscloud",
  protocol: "http-post",
  url1: `${ORIGIN}/rss.xml`,
};

async function register(fields: Record<string, string> = {}) {
  const response = await post("/cloud/please-notify", { ...FORM, ...fields });
  const body = await response.text();
  parseStrictXml(body);
  const [, success, message] = /<notifyResult success="(\w+)" msg="([^"]+)"\/>/.exec(body) ?? [];
  return { status: response.status, type: response.headers.get("content-type"), success, message };
}

test("a registration is valid for 25 hours after the host answers with the challenge", async () => {
  expect(await register({ url2: `${ORIGIN}/tags/boats/rss.xml` })).toEqual({
    status: 200,
    type: "text/xml; charset=utf-8",
    success: "true",
    message: "The registration is valid for 25 hours as soon as your host answers with the challenge.",
  });
  expect([asked, await subscriptions()]).toEqual([[], []]);
  await work();
  // The host is asked once, whatever the number of feeds is.
  expect(asked.map((url) => [url.origin + url.pathname, ...url.searchParams.keys()])).toEqual([
    ["https://reader.example.org/rsscloud", "url", "challenge"],
  ]);
  expect(asked.map((url) => url.searchParams.get("url"))).toEqual([FORM.url1]);
  expect((await subscriptions()).map(({ topic, protocol, lease }) => [topic, protocol, lease - NOON])).toEqual([
    ["rss everything", "rsscloud", 90_000_000],
    ["rss tags/boats", "rsscloud", 90_000_000],
  ]);
});

test("registrations of one host for other feeds do not replace one another before they are confirmed", async () => {
  await register();
  await register({ url1: `${ORIGIN}/tags/boats/rss.xml` });
  await register({ url1: `${ORIGIN}/tags/boats/rss.xml`, url2: `${ORIGIN}/tags/boats/rss.xml` });
  await work();
  expect(asked).toHaveLength(2);
  expect((await subscriptions()).map(({ topic }) => topic)).toEqual(["rss everything", "rss tags/boats"]);
  await register({ url2: `${ORIGIN}/tags/boats/rss.xml` });
  await work();
  expect([asked.length, (await subscriptions()).length, await hub.topics()]).toMatchObject([
    3,
    2,
    [
      { slots: 1, subscribers: 1 },
      { slots: 1, subscribers: 1 },
    ],
  ]);
});

test("a registration makes the hub send one request at most, even if the host does not answer", async () => {
  subscriber.answer = () => Promise.reject(new Error("closed"));
  await register({ url2: `${ORIGIN}/tags/boats/rss.xml` });
  for (let minute = 0; minute < 10; minute += 1) {
    await work();
    hub.clock.now += 60_000;
  }
  expect([asked.length, await verifications(), await subscriptions()]).toEqual([1, [], []]);
});

test("a registration for more feeds than the host may have is denied as a whole", async () => {
  const elsewhere = openHub({ limits: { ...hub.service.limits, maxSubscriptionsPerHost: 1 } });
  await elsewhere.post("/cloud/please-notify", { ...FORM, url2: `${ORIGIN}/tags/boats/rss.xml` });
  await elsewhere.work();
  expect([elsewhere.asked, await subscriptions(), await verifications()]).toEqual([[], [], []]);
  await elsewhere.post("/cloud/please-notify", FORM);
  await elsewhere.work();
  expect(await subscriptions()).toHaveLength(1);
});

test("a limit of pending registrations has a status and Retry-After, and says whose it is", async () => {
  for (let id = 0; id < 12; id += 1) await register({ domain: `r${id}.example.org` });
  const response = await post("/cloud/please-notify", FORM);
  expect([response.status, response.headers.get("retry-after")]).toEqual([429, "60"]);
  expect(await response.text()).toContain('success="false" msg="Your address has 12 requests');
});

test("a host that does not answer with the challenge is not registered", async () => {
  subscriber.answer = () => new Response("thanks");
  await register();
  await work();
  expect(await subscriptions()).toEqual([]);
});

test.each([
  ["no domain", { domain: "" }, /^domain: expected the name of the host to notify\. Without it/],
  ["an address for a domain", { domain: "127.0.0.1" }, /has an IP address/],
  ["a path for a domain", { domain: "reader.example.org/x" }, /^domain: expected a host name/],
  ["a user for a domain", { domain: "me@reader.example.org" }, /^domain: expected a host name/],
  ["no encryption", { port: "80" }, /not encrypted/],
  ["an odd port", { port: "8443", protocol: "https-post" }, /has port 8443/],
  ["a port of words", { port: "http" }, /^port: expected a number/],
  ["another protocol", { protocol: "xml-rpc" }, /^protocol: expected http-post or https-post/],
  ["no feed", { url1: "" }, /^url: expected the address of an RSS feed/],
  ["a feed in another form", { url1: `${ORIGIN}/atom.xml` }, /^url: expected the address of an RSS feed/],
  ["a feed of others", { url2: "https://elsewhere.example.org/rss.xml" }, /^url: expected the address of an RSS feed/],
])("%s is refused with a message", async (_, fields, message) => {
  expect(await register(fields)).toMatchObject({
    status: 200,
    success: "false",
    message: expect.stringMatching(message),
  });
  expect(await verifications()).toEqual([]);
});

test("port 443 means https for any protocol", async () => {
  await register({ path: "hook", protocol: "http-post" });
  expect((await verifications())[0]?.callback).toBe("https://reader.example.org/hook");
});
