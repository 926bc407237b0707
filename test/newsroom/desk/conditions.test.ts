import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { savedSchema } from "../../../src/desk/operations/articles/article-answers.ts";
import { articleToSend, makeToken, NOON, openDesk, problemOf } from "./open-desk.ts";

const { send, clock } = openDesk();
const PREFIX = "tag:example.org,2026-01-01:articles/";
let token = "";
let uploader = "";
let other = "";

beforeAll(async () => {
  token = await makeToken("conditions", ["publish"]);
  uploader = await makeToken("conditions of media", ["media"]);
  other = await makeToken("someone else", ["publish"]);
});

const put = (slug: string, value: object = {}, headers: Record<string, string> = {}, by = token) =>
  send("PUT", `/desk/articles/${slug}`, {
    token: by,
    headers: { "content-type": "application/json", ...headers },
    body: articleToSend(value),
  });
const saved = async (response: Response) => savedSchema.parse(await response.json());

describe("an entity tag without its quotation marks", () => {
  test.each([
    ["PUT", "if-match"],
    ["PUT", "if-none-match"],
    ["DELETE", "if-match"],
    ["GET", "if-none-match"],
    ["GET", "if-match"],
  ])("is refused in %s with %s, whether or not it is the right one", async (method, header) => {
    const { etag, revision } = await saved(await put(`tagged-${method}-${header}`.toLowerCase(), { title: "One" }));
    const bare = etag.slice(1, -1);
    const body = method === "PUT" ? articleToSend({ title: "Two" }) : undefined;
    const path = `/desk/articles/${`tagged-${method}-${header}`.toLowerCase()}`;
    const headers = { "content-type": "application/json", [header]: bare };
    const { status, kind, problem } = await problemOf(
      await send(method, path, { token, headers, ...(body !== undefined && { body }) }),
    );
    const name = header === "if-match" ? "If-Match" : "If-None-Match";
    expect([status, kind]).toEqual([400, "bad-request"]);
    expect(problem.faults).toEqual([
      { header: name, found: JSON.stringify(bare), expected: expect.stringContaining(`Quote it`) },
    ]);
    expect(JSON.stringify(problem.faults)).toContain(JSON.stringify(`${name}: ${etag}`).slice(1, -1));
    const after = await send("GET", path, { token });
    expect(after.headers.get("dateline-revision")).toBe(String(revision));
  });

  test("is refused for files and lists too, and after the token was checked", async () => {
    const headers = { "if-match": "abc" };
    expect((await send("POST", "/desk/media?name=a.txt", { token: uploader, headers, body: "x" })).status).toBe(400);
    expect((await send("GET", "/desk/articles", { token, headers: { "if-none-match": "" } })).status).toBe(400);
    expect((await send("GET", "/desk/articles", { headers })).status).toBe(401);
  });

  test("is refused before the idempotency key is used up", async () => {
    const keyed = (etag: string) => put("keyed", { title: "K" }, { "if-none-match": etag, "idempotency-key": "k-1" });
    expect((await keyed("abc")).status).toBe(400);
    expect((await keyed("*")).status).toBe(201);
  });
});

describe("If-None-Match: * ", () => {
  test("says which article has the slug", async () => {
    const { article, etag } = await saved(await put("taken", { title: "Taken" }));
    const { status, kind, problem } = await problemOf(await put("taken", {}, { "if-none-match": "*" }));
    expect([status, kind]).toEqual([412, "precondition-failed"]);
    expect(problem).toMatchObject({ slug: "taken", heldBy: article.id, etag });
    expect(problem.detail).toBe(
      `If-None-Match: * asks for a new article, but there is one already: ${article.id} has the slug "taken". To change it, send If-Match: ${etag}. To create another, choose another slug.`,
    );
  });

  test("says where the article with the id is, if the slug is free", async () => {
    const { article } = await saved(await put("first-place"));
    const { problem } = await problemOf(await put("second-place", { id: article.id }, { "if-none-match": "*" }));
    expect(problem).toMatchObject({ slug: "first-place", heldBy: article.id });
  });

  test("lets one of several writers create the article, and tells the others who did", async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) => put("raced", { title: `By ${index}` }, { "if-none-match": "*" })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 412, 412, 412, 412, 412, 412, 412]);
    for (const answer of answers.filter(({ status }) => status === 412))
      expect((await problemOf(answer)).problem).toMatchObject({ slug: "raced" });
  });
});

describe("a slug that another article has", () => {
  test("is not taken over by another id, whatever the conditions are, and nothing is written", async () => {
    const { etag } = await saved(await put("own", { id: `${PREFIX}owner`, title: "Own" }));
    await put("elsewhere", { id: `${PREFIX}mover` });
    for (const [id, headers] of [
      ["stranger", {}],
      ["mover", {}],
      ["mover", { "if-match": "*" }],
      ["stranger", { "if-match": etag }],
    ] as const)
      expect(await problemOf(await put("own", { id: PREFIX + id }, headers))).toMatchObject({
        status: 409,
        kind: "slug-taken",
        problem: { slug: "own", heldBy: `${PREFIX}owner` },
      });
    const kept = await send("GET", "/desk/articles/own", { token });
    expect(kept.headers.get("dateline-revision")).toBe("1");
  });

  test("is refused in Markdown too, and as a former slug", async () => {
    await put("in-markdown", { id: `${PREFIX}markdown-owner` });
    const text = `---\nid: ${PREFIX}another\ntitle: T\npublished: 2026-01-01T00:00:00Z\n---\n\nText.\n`;
    const headers = { "content-type": "text/markdown" };
    const answer = await send("PUT", "/desk/articles/in-markdown", { token, headers, body: text });
    expect(await problemOf(answer)).toMatchObject({ status: 409, kind: "slug-taken" });
    await put("left", { id: `${PREFIX}leaver` });
    await put("gone-to", { id: `${PREFIX}leaver` });
    for (const value of [{}, { id: `${PREFIX}newcomer` }])
      expect(await problemOf(await put("left", value))).toMatchObject({
        status: 409,
        kind: "path-taken",
        problem: { heldBy: `${PREFIX}leaver` },
      });
  });

  test("is warned of if the request names neither id nor tag and another token wrote last", async () => {
    const { article, etag } = await saved(await put("shared", { title: "Mine" }));
    expect((await saved(await put("shared", { title: "Mine again" }))).warnings).toEqual([]);
    const replaced = await saved(await put("shared", { title: "Theirs" }, {}, other));
    expect(replaced).toMatchObject({
      outcome: "changed",
      warnings: [{ pointer: "", found: expect.stringContaining(`${article.id}, which "conditions" saved at`) }],
    });
    expect(replaced.etag).not.toBe(etag);
    expect((await saved(await put("shared", { title: "B", id: article.id }))).warnings).toEqual([]);
    expect((await saved(await put("shared", { title: "C" }, { "if-match": "*" }, other))).warnings).toEqual([]);
  });
});

describe("writers that state no condition", { timeout: 60_000 }, () => {
  const WRITERS = 50;

  test("all save, one after the other, and the last one stays", async () => {
    const titles = Array.from({ length: WRITERS }, (_, index) => `Version ${index}`);
    const answers = await Promise.all(titles.map((title) => put("crowded", { title })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([...Array(WRITERS - 1).fill(200), 201]);
    const outcomes = await Promise.all(answers.map(saved));
    expect(outcomes.map(({ revision }) => revision).toSorted((a, b) => a - b)).toEqual(
      titles.map((_, index) => index + 1),
    );
    expect(new Set(outcomes.map(({ article }) => article.id)).size).toBe(1);
    const last = outcomes.find(({ revision }) => revision === WRITERS);
    const kept = await send("GET", "/desk/articles/crowded", { token });
    expect(kept.headers.get("etag")).toBe(last?.etag);
    expect(await kept.json()).toMatchObject({ title: last?.article.title });
    const { results } = await env.DB.prepare(
      "SELECT action, before, after FROM audit WHERE slug = 'crowded' ORDER BY number",
    ).all<{ action: string; before: string | null; after: string }>();
    expect(results.map(({ action }) => action)).toEqual(["created", ...Array(WRITERS - 1).fill("changed")]);
    // Each change is of what the one before it left.
    expect(results.slice(1).map(({ before }) => before)).toEqual(results.slice(0, -1).map(({ after }) => after));
  });

  test("keep their idempotency keys", async () => {
    const twice = Array.from({ length: 20 }, (_, index) => Math.floor(index / 2));
    const answers = await Promise.all(
      twice.map((index) => put("crowded-keys", { title: `Version ${index}` }, { "idempotency-key": `crowd-${index}` })),
    );
    for (const { status } of answers) expect([200, 201]).toContain(status);
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(bodies).size).toBe(10);
    const count = env.DB.prepare("SELECT count(*) AS n FROM audit WHERE slug = 'crowded-keys'");
    expect(await count.first("n")).toBe(10);
  });

  test("may retract while others save", async () => {
    await put("contested", { title: "Before" });
    const answers = await Promise.all([
      ...Array.from({ length: 10 }, (_, index) => put("contested", { title: `Version ${index}` })),
      ...Array.from({ length: 5 }, () => send("DELETE", "/desk/articles/contested?reason=No.", { token })),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(Array(15).fill(200));
  });

  test("are told to come again if others are first each time, and a writer with a condition is told at once", async () => {
    let pauses = 0;
    const overtaken = openDesk({
      pause: async () => {
        pauses += 1;
      },
    });
    await put("overrun", { title: "Zero" });
    const { newsroom } = overtaken.service;
    const lookUp = newsroom.lookUp.bind(newsroom);
    newsroom.lookUp = async (lookup, now) => {
      const found = await lookUp(lookup, now);
      return { ...found, save: async () => ({ ok: false, error: { kind: "lost-update" } }) };
    };
    const send = (headers: Record<string, string>) =>
      overtaken.send("PUT", "/desk/articles/overrun", {
        token,
        headers: { "content-type": "application/json", ...headers },
        body: articleToSend({ title: "Mine" }),
      });
    const response = await send({});
    expect(response.headers.get("retry-after")).toBe("5");
    expect(await problemOf(response)).toMatchObject({ status: 503, kind: "busy" });
    expect(pauses).toBe(11);
    expect((await send({ "if-match": "*" })).status).toBe(412);
    expect(pauses).toBe(11);
    // A date that is none is no condition.
    expect((await send({ "if-unmodified-since": "yesterday" })).status).toBe(503);
  });
});

describe("a time that has passed", () => {
  const warned = async (slug: string, value: object) => (await saved(await put(slug, value))).warnings;

  test("is warned of when it is planned, and not when it is sent back", async () => {
    const scheduledFor = "2026-05-01T08:00:00+02:00";
    expect(await warned("late", { scheduledFor })).toEqual([
      {
        pointer: "/scheduledFor",
        found: `"${scheduledFor}"`,
        expected: "a time to come: this one has passed, so the article is public at once",
      },
    ]);
    const read = await send("GET", "/desk/articles/late", { token });
    const body = await read.text();
    const again = await send("PUT", "/desk/articles/late", {
      token,
      headers: { "content-type": "application/json" },
      body: body.replace("A title", "B title"),
    });
    expect((await saved(again)).warnings).toEqual([]);
    expect(await warned("late", { scheduledFor: "2026-05-02T08:00:00Z" })).toHaveLength(1);
    expect(await warned("in-time", { scheduledFor: "2026-07-01T08:00:00Z" })).toEqual([]);
    expect(await warned("idea", { status: "draft", scheduledFor })).toMatchObject([
      { expected: expect.stringContaining("as soon as it is no draft") },
    ]);
    expect(await warned("over", { unpublishAt: "2026-05-01T08:00:00Z" })).toMatchObject([{ pointer: "/unpublishAt" }]);
  });

  test("is no warning for a schedule that came due while the article was stored", async () => {
    const value = { scheduledFor: "2026-06-01T12:30:00Z" };
    expect(await warned("due-soon", value)).toEqual([]);
    clock.now = NOON + 3_600_000;
    expect(await warned("due-soon", { ...value, title: "Changed" })).toEqual([]);
    clock.now = NOON;
  });
});

describe("fractions of a second", () => {
  test("do not let a schedule come early, and do not hold back what is published now", async () => {
    clock.now = NOON + 300;
    const scheduled = await saved(await put("half-past", { scheduledFor: "2026-06-01T12:00:00.500Z" }));
    expect(scheduled).toMatchObject({ state: "scheduled", article: { scheduledFor: "2026-06-01T12:00:01Z" } });
    const published = "2026-06-01T12:00:00.250Z";
    const first = await saved(await put("right-now", { published }));
    expect(first).toMatchObject({ state: "published", article: { published: "2026-06-01T12:00:00Z" } });
    clock.now = NOON + 10_000;
    expect((await saved(await put("right-now", { published }))).outcome).toBe("unchanged");
    expect((await saved(await put("then", { published }))).article.published).toBe("2026-06-01T12:00:01Z");
    clock.now = NOON;
  });
});

describe("a slug of more than 200 bytes", () => {
  test("is refused in the address, as a former slug and as a section", async () => {
    const long = "ü".repeat(101);
    const { status, problem } = await problemOf(await put(encodeURIComponent(long)));
    expect([status, problem.faults]).toMatchObject([
      400,
      [{ parameter: "slug", expected: expect.stringContaining("at most 200 bytes of UTF-8") }],
    ]);
    for (const value of [{ formerSlugs: [long] }, { section: long }])
      expect(await problemOf(await put("short", value))).toMatchObject({ status: 422 });
    expect((await put(encodeURIComponent("ü".repeat(100)))).status).toBe(201);
  });
});
