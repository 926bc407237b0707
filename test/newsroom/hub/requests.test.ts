import { beforeEach, describe, expect, test } from "vitest";
import { ORIGIN } from "../../fixtures/full-article.ts";
import { ABUSIVE_CALLBACKS } from "../../unit/hub/abusive-callbacks.ts";
import { CALLBACK, NOON, openHub, TOPIC } from "./open-hub.ts";

const hub = openHub();
const { app, ask, asked, jobs, log, post, settle, subscriptions, verifications } = hub;

beforeEach(hub.begin);

const textOf = async (response: Response) => [response.status, (await response.text()).trim()];
const FORM = { "hub.mode": "subscribe", "hub.callback": CALLBACK, "hub.topic": TOPIC };

describe("the hub refuses", () => {
  const refused: [why: string, fields: Record<string, string>, reason: string | RegExp][] = [
    ["no mode", { "hub.mode": "" }, "hub.mode: expected subscribe or unsubscribe."],
    ["an unknown mode", { "hub.mode": "Subscribe" }, "hub.mode: expected subscribe or unsubscribe."],
    ["a publish request", { "hub.mode": "publish" }, /^hub\.mode: publish is not supported/],
    ["no callback", { "hub.callback": "" }, "hub.callback: expected the address to send to."],
    [
      "a callback without https",
      { "hub.callback": "http://reader.example.org/" },
      "hub.callback: The callback is not encrypted; expected https.",
    ],
    ["no topic", { "hub.topic": "" }, "hub.topic: expected the address of a feed, as its rel=self link has it."],
    ["a lease in words", { "hub.lease_seconds": "a day" }, /^hub\.lease_seconds: expected a whole number/],
    ["a lease of 0", { "hub.lease_seconds": "0" }, /^hub\.lease_seconds: expected a whole number/],
    ["a negative lease", { "hub.lease_seconds": "-5" }, /^hub\.lease_seconds: expected a whole number/],
    ["a long secret", { "hub.secret": "é".repeat(100) }, "hub.secret: expected at most 199 bytes."],
  ];
  test.each(refused)("%s", async (_, fields, reason) => {
    const [status, text] = await textOf(await ask(fields));
    expect(status).toBe(400);
    expect(text).toEqual(reason instanceof RegExp ? expect.stringMatching(reason) : reason);
    expect([asked, jobs, await verifications()]).toEqual([[], [], []]);
  });

  test.each([
    "https://elsewhere.example.org/rss.xml",
    `${ORIGIN}/feed`,
    `${ORIGIN}/rss.xml?tag=boats`,
    `${ORIGIN}/rss.xml?`,
    `${ORIGIN}/rss.xml#top`,
    `${ORIGIN}/archives/1/rss.xml`,
    `${ORIGIN}/tags/nowhere/rss.xml`,
    `${ORIGIN}/tags/boats`,
    `${ORIGIN}/tags/boats/feed`,
    `${ORIGIN}/tags/Boats/rss.xml`,
    `${ORIGIN}/tags/a%2Fb/rss.xml`,
    `${ORIGIN}/tags/a%20b/rss.xml`,
    `${ORIGIN}/tags/%ff/rss.xml`,
    `${ORIGIN}/people/boats/rss.xml`,
    `${ORIGIN}/articles/one`,
    `${ORIGIN}/rss`,
    `${ORIGIN}/feeds.opml`,
    ORIGIN.replace("//", "//user@").concat("/rss.xml"),
    ORIGIN.concat(".evil.example.org/rss.xml"),
    "rss.xml",
  ])("the topic %s", async (topic) => {
    const [status, text] = await textOf(await ask({ "hub.topic": topic }));
    expect([status, text]).toEqual([400, expect.stringMatching(/^hub\.topic: expected the address of a feed/)]);
    expect(await verifications()).toEqual([]);
  });

  test("a repeated parameter of the standard", async () => {
    for (const name of ["hub.callback", "hub.mode", "hub.topic", "hub.lease_seconds", "hub.secret"]) {
      const body = new URLSearchParams([...Object.entries(FORM), [name, "60"], [name, "60"]]);
      expect(await textOf(await post("/hub", body.toString()))).toEqual([400, `${name}: expected it once.`]);
    }
  });

  test("a body that is not a form or is too long", async () => {
    const json = await post("/hub", FORM, { "content-type": "application/json" });
    expect([json.status, json.headers.get("content-type")]).toEqual([415, "text/plain; charset=utf-8"]);
    expect((await post("/hub", { ...FORM, more: "x".repeat(8_200) })).status).toBe(413);
  });

  test("a secret if it has no key, and nothing else", async () => {
    const keyless = openHub({ secretKey: undefined });
    expect(await textOf(await keyless.ask({ "hub.secret": "s" }))).toEqual([
      400,
      "hub.secret: this hub has no key to encrypt secrets with, so it accepts only subscriptions without one.",
    ]);
    expect((await keyless.ask()).status).toBe(202);
  });

  test("a client that exceeds its rate limit", async () => {
    const keys: string[] = [];
    const busy = openHub({
      clientLimit: {
        limit: async ({ key }) => {
          keys.push(key);
          return { success: false };
        },
      },
    });
    const response = await busy.post("/hub", FORM, { "cf-connecting-ip": "192.0.2.7" });
    expect([response.status, response.headers.get("retry-after"), keys]).toEqual([429, "60", ["192.0.2.7"]]);
  });

  test("every abusive callback, and sends no request to it", async () => {
    // workers.dev is an own host in another test only.
    const all = Object.values(ABUSIVE_CALLBACKS)
      .flat()
      .filter((each) => !each.includes("workers.dev"));
    const taken: string[] = [];
    for (const callback of all) if ((await ask({ "hub.callback": callback })).status === 202) taken.push(callback);
    expect([taken, asked, await verifications()]).toEqual([[], [], []]);
  });
});

describe("the hub accepts", () => {
  test.each([
    [`${ORIGIN}/rss.xml`, "rss everything"],
    [`${ORIGIN}/atom.xml`, "atom everything"],
    [`${ORIGIN}/feed.json`, "json everything"],
    [`${ORIGIN}/`, "html everything"],
    [ORIGIN, "html everything"],
    [`${ORIGIN}/tags/boats/rss.xml`, "rss tags/boats"],
    [`${ORIGIN}/tags/boats/`, "html tags/boats"],
    [`${ORIGIN}/tags/b%6fats/feed.json`, "json tags/boats"],
    [`${ORIGIN}/tags/制裁/atom.xml`, "atom tags/制裁"],
    [`${ORIGIN}/tags/%e5%88%b6%E8%A3%81/atom.xml`, "atom tags/制裁"],
    [ORIGIN.toUpperCase().concat("/rss.xml"), "rss everything"],
  ])("the topic %s", async (topic, name) => {
    expect((await settle({ "hub.topic": topic })).status).toBe(202);
    expect((await subscriptions()).map((each) => each.topic)).toEqual([name]);
  });

  test("unknown parameters, and a Content-Type with a charset", async () => {
    const body = new URLSearchParams([
      ...Object.entries(FORM),
      ["hub.verify", "sync"],
      ["hub.verify", "async"],
      ["x", ""],
    ]);
    const type = "application/x-www-form-urlencoded; charset=utf-8";
    expect((await post("/hub", body.toString(), { "content-type": type })).status).toBe(202);
  });

  test.each([
    [undefined, 864_000],
    ["", 864_000],
    ["1", 3_600],
    ["86400", 86_400],
    ["99999999999", 2_592_000],
  ])("a requested lease of %s as %i seconds", async (asked, granted) => {
    await settle(asked === undefined ? {} : { "hub.lease_seconds": asked });
    expect((await subscriptions())[0]?.lease).toBe(NOON + granted * 1_000);
    expect(hub.asked[0]?.searchParams.get("hub.lease_seconds")).toBe(String(granted));
  });

  test("an unsubscription from a topic that no longer exists", async () => {
    expect((await ask({ "hub.mode": "unsubscribe", "hub.topic": `${ORIGIN}/tags/gone/rss.xml` })).status).toBe(202);
  });

  test("callbacks on loopback if they are allowed, but not its own address", async () => {
    const local = openHub({ allowLoopback: true, origin: "http://localhost:8787" });
    const topic = "http://localhost:8787/rss.xml";
    const at = (callback: string) => local.ask({ "hub.callback": callback, "hub.topic": topic });
    expect((await at("http://127.0.0.1:4000/hook")).status).toBe(202);
    expect((await at("http://127.0.0.1:8787/hub")).status).toBe(400);
    expect((await ask({ "hub.callback": "http://127.0.0.1:4000/hook" })).status).toBe(400);
  });
});

test("a GET of the hub describes it, and OPTIONS lists its methods", async () => {
  const send = (method: string) => app.fetch(new Request(`${ORIGIN}/hub`, { method }));
  const got = await send("GET");
  expect([got.status, got.headers.get("cache-control")]).toEqual([200, "no-store"]);
  expect(await got.text()).toMatch(/^This is a WebSub hub /);
  expect(await (await send("HEAD")).text()).toBe("");
  expect([(await send("OPTIONS")).status, (await send("OPTIONS")).headers.get("allow")]).toEqual([
    204,
    "GET, HEAD, POST, OPTIONS",
  ]);
  expect([(await send("PUT")).status, (await send("PUT")).headers.get("allow")]).toEqual([
    405,
    "GET, HEAD, POST, OPTIONS",
  ]);
});

test("the log never has a secret, or the path or query of a callback", async () => {
  await settle({ "hub.secret": "open sesame", "hub.callback": "https://reader.example.org/private?key=1" });
  const text = JSON.stringify(log);
  expect(text).toContain("verification");
  for (const word of ["sesame", "private", "key=1"]) expect(text).not.toContain(word);
});
