import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { deliveriesSchema, subscriptionListSchema } from "../../../src/desk/operations/hub/hub-answers.ts";
import { articleNamed } from "../../fixtures/file-content.ts";
import { ORIGIN } from "../../fixtures/full-article.ts";
import { HOUR, NOON, openDelivery } from "../hub/open-delivery.ts";
import { makeToken, openDesk, problemOf, signIn } from "./open-desk.ts";

const sent: unknown[] = [];
const { send, clock } = openDesk({
  sendToHub: async (jobs) => {
    sent.push(...jobs);
  },
});
const hub = openDelivery();
let token = "";

beforeAll(async () => {
  await hub.begin();
  token = await makeToken("hub", ["publish"]);
  await hub.follow("rss everything", [{ secret: "hush" }, {}, { slot: 4 }], 4);
  await hub.follow("atom tags/boats", [{ protocol: "rsscloud" }]);
  hub.subscriber.answer = ({ address }) =>
    new Response(null, { status: address.includes("reader2.") || address.includes("atom") ? 503 : 200 });
  await hub.publish(articleNamed("ferry", { tags: ["Boats"] }));
  await hub.pass(4 * HOUR, hub.service, HOUR);
  await hub.publish(articleNamed("tide"));
  hub.subscriber.answer = () => new Response(null, { status: 500 });
  await hub.work();
  clock.now = hub.clock.now;
});

const get = async (path: string, shown = token) => send("GET", path, { token: shown });

describe("subscriptions", () => {
  test("are listed page by page, and of a callback only the host is shown", async () => {
    const { subscriptions, next } = subscriptionListSchema.parse(
      await (await get("/desk/subscriptions?limit=3")).json(),
    );
    expect(subscriptions[0]).toEqual({
      topic: `${ORIGIN}/rss.xml`,
      slot: 1,
      host: "reader1.example.org",
      protocol: "websub",
      signed: true,
      created: "2026-06-01T12:00:00Z",
      until: "2026-06-02T12:00:00Z",
    });
    expect(subscriptions.map(({ slot }) => slot)).toEqual([1, 2, 4]);
    const rest = subscriptionListSchema.parse(await (await send("GET", next ?? "", { token })).json());
    expect(rest).toMatchObject({ subscriptions: [{ topic: `${ORIGIN}/tags/boats/atom.xml`, protocol: "rsscloud" }] });
    expect(rest.next).toBeUndefined();
    expect(JSON.stringify([subscriptions, rest])).not.toMatch(/key=1|hush/);
  });

  test("are refused if the parameter after is malformed", async () => {
    expect(await problemOf(await get("/desk/subscriptions?after=1"))).toMatchObject({
      status: 400,
      problem: { faults: [{ parameter: "after" }] },
    });
  });
});

describe("deliveries", () => {
  test("are counted by state, with the latest fan-outs and dead letters", async () => {
    const answer = deliveriesSchema.parse(await (await get("/desk/deliveries")).json());
    expect(answer).toMatchObject({
      topics: 2,
      subscribers: 4,
      outbox: { entries: 0 },
      fanOuts: [
        { number: 3, topic: `${ORIGIN}/rss.xml`, pages: 1, pagesLeft: 0, delivered: 0, failed: 3 },
        { number: 2, delivered: 0, failed: 1 },
        { number: 1, delivered: 2, failed: 1, created: "2026-06-01T12:00:00Z", finished: "2026-06-01T12:00:00Z" },
      ],
      waiting: [{ attempts: 1, deliveries: 3 }],
      dead: 1,
      deadLetters: [
        {
          topic: `${ORIGIN}/tags/boats/atom.xml`,
          slot: 1,
          host: "reader1.example.org",
          fanOut: 2,
          attempts: 9,
          fault: "answered 503",
          since: "2026-06-01T12:00:00Z",
        },
      ],
    });
  });

  test("require the scope read", async () => {
    const other = await makeToken("files only here", ["media"]);
    for (const path of ["/desk/deliveries", "/desk/subscriptions"]) expect((await get(path, other)).status).toBe(403);
  });

  test("that were given up are retried on request, which requires the scope publish", async () => {
    const replay = (query: string, shown = token) => send("POST", `/desk/deliveries/replay${query}`, { token: shown });
    expect((await replay("?all=true", await makeToken("reader of the desk", ["read"]))).status).toBe(403);
    for (const query of ["", "?all=1", "?all=true&topic=x", "?topic=x", `?topic=${ORIGIN}/rss.xml?q=a`])
      expect((await replay(query)).status, query).toBe(400);
    expect(await (await replay(`?topic=${encodeURIComponent(`${ORIGIN}/rss.xml`)}`)).json()).toEqual({ replayed: 0 });
    expect(sent).toEqual([]);
    const topic = encodeURIComponent(`${ORIGIN}/tags/boats/atom.xml`);
    expect(await (await replay(`?topic=${topic}`)).json()).toEqual({ replayed: 1 });
    expect(sent).toEqual([{ kind: "retry" }]);
    expect(await (await replay("?all=true")).json()).toEqual({ replayed: 0 });
    await env.DB.prepare("UPDATE retries SET dead = ? WHERE slot = 1").bind(NOON).run();
    expect(await (await replay("?all=true")).json()).toEqual({ replayed: 2 });
  });
});

describe("the page of the hub", () => {
  test("shows the figures to a browser that is signed in, and reloads without a script", async () => {
    await env.DB.prepare("UPDATE retries SET dead = ?, fault = '<b>' WHERE slot = 2").bind(NOON).run();
    expect((await send("GET", "/desk/hub")).headers.get("location")).toBe("/desk/");
    const { cookie } = await signIn(send, token);
    const response = await send("GET", "/desk/hub", { headers: { cookie } });
    expect([response.status, response.headers.get("refresh")]).toEqual([200, "10"]);
    const html = await response.text();
    expect(html).toContain("4 of 2 feeds");
    expect(html).toContain("<bdi>reader2.example.org</bdi>: <bdi>&lt;b&gt;</bdi>");
    expect(html).toContain(`<a href="${ORIGIN}/rss.xml">`);
    expect(html).not.toMatch(/<script|key=1/);
    expect(await (await send("GET", "/desk/", { headers: { cookie } })).text()).toContain('href="/desk/hub"');
  });
});
