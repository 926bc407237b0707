import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { savedSchema } from "../../../src/desk/operations/articles/article-answers.ts";
import type { Article } from "../../../src/model/article.ts";
import { ALL } from "../../../src/model/selection.ts";
import { ORIGIN } from "../../fixtures/full-article.ts";
import { empty } from "../open.ts";
import { articleToSend, makeToken, NOON, openDesk, problemOf } from "./open-desk.ts";

const FIRST = "2026-02-01T08:00:00Z";
const NOW = "2026-06-01T12:00:00Z";
const MINUTE = 60_000;
const { send, service, clock } = openDesk();
let token = "";

beforeAll(async () => {
  token = await makeToken("publisher", ["publish"]);
});
beforeEach(async () => {
  await empty();
  clock.now = NOON;
});

const put = async (value: object | string, query = "", type = "application/json") => {
  const body = typeof value === "string" ? value : articleToSend(value);
  const response = await send("PUT", `/desk/articles/quay${query}`, { token, headers: { "content-type": type }, body });
  return savedSchema.parse(await response.json());
};
const read = async () => (await send("GET", "/desk/articles/quay", { token })).json<Article>();
const feed = () => service.siteFor(ORIGIN).store.feed(ALL, { kind: "current" }, clock.now);
const markdown = (body: string) => `---\ntitle: A title\npublished: ${FIRST}\n---\n\n${body}\n`;

describe("a change of a published article moves updated to now", () => {
  test.each([
    ["title", { title: "Another title" }],
    ["body", { body: "<p>Other text.</p>" }],
    ["summary", { summary: "In short." }],
    ["byline", { byline: ["Ada Ferrier"] }],
    ["agency", { agency: "Coastal Wire" }],
    ["dateline", { dateline: "PORT" }],
    ["picture", { image: { caption: "The quay" } }],
    ["attachment", { attachments: [{ src: "https://example.org/a.mp3", mediaType: "audio/mpeg", length: 9 }] }],
    ["rights", { rights: "All of them" }],
  ])("%s", async (_, change) => {
    expect((await put({})).article.updated).toBe(FIRST);
    expect((await put(change)).article.updated).toBe(NOW);
    expect((await feed())?.updated).toBe(NOW);
    clock.now += MINUTE;
    expect(await put(change)).toMatchObject({ outcome: "unchanged", article: { updated: NOW } });
    expect((await feed())?.updated).toBe(NOW);
  });

  test("also if the article was read and is sent back, or is sent as text", async () => {
    await put({});
    await put({ ...(await read()), body: "<p>Other text.</p>" });
    expect((await read()).updated).toBe(NOW);
    clock.now += MINUTE;
    expect(await put(markdown("Third text."), "", "text/markdown")).toMatchObject({
      outcome: "changed",
      article: { updated: "2026-06-01T12:01:00Z" },
    });
    clock.now += MINUTE;
    expect((await put(markdown("Third text."), "", "text/markdown")).outcome).toBe("unchanged");
  });

  test.each([
    ["tags", { tags: ["Boats"] }],
    ["an end", { unpublishAt: "2027-01-01T00:00:00Z" }],
    ["former paths", { formerPaths: ["/old/quay"] }],
    ["a minor change in the JSON", { title: "A titel", minor: true }],
  ])("but not %s", async (_, change) => {
    await put({});
    expect(await put(change)).toMatchObject({ outcome: "changed", article: { updated: FIRST } });
    expect((await feed())?.updated).toBe(FIRST);
    expect(await read()).not.toHaveProperty("minor");
  });

  test("but not a minor change in the query, for any kind of body", async () => {
    await put({});
    expect((await put({ title: "A titel" }, "?minor=true")).article.updated).toBe(FIRST);
    expect((await put(markdown("Text!"), "?minor=true", "text/markdown")).article.updated).toBe(FIRST);
    expect((await put(markdown("Text?"), "?minor=false", "text/markdown")).article.updated).toBe(NOW);
    const wrong = await send("PUT", "/desk/articles/quay?minor=yes", {
      token,
      headers: { "content-type": "application/json" },
      body: articleToSend(),
    });
    expect(await problemOf(wrong)).toMatchObject({ status: 400, kind: "bad-request" });
  });

  test("but not a change of what nobody has seen", async () => {
    await put({ status: "draft" });
    expect((await put({ status: "draft", title: "Another" })).article.updated).toBe(FIRST);
    expect((await put({ title: "A third" })).article.updated).toBe(FIRST);
  });

  test("unless the client gives a later time than before; an earlier one does not count", async () => {
    await put({});
    const later = "2026-05-01T08:00:00+02:00";
    expect((await put({ title: "Second", updated: later })).article.updated).toBe(later);
    expect((await put({ title: "Third", updated: FIRST })).article.updated).toBe(NOW);
    clock.now += MINUTE;
    expect(await put({ title: "Third", updated: FIRST })).toMatchObject({
      outcome: "unchanged",
      article: { updated: NOW },
    });
    expect(
      (await put({ title: "Third", corrections: [{ time: "2026-06-01T12:00:30Z", text: "It was two." }] })).article
        .updated,
    ).toBe("2026-06-01T12:00:30Z");
  });

  test("and a time that was mistyped can be corrected, which does not date the feed in the future meanwhile", async () => {
    await put({ updated: "2062-01-01T00:00:00Z" });
    expect((await feed())?.updated).toBe(NOW);
    clock.now += MINUTE;
    expect((await put({})).article.updated).toBe("2026-06-01T12:01:00Z");
  });
});

describe("a withdrawal", () => {
  test("moves the feed's updated, has a notice, and is older than the article that comes back", async () => {
    await put({});
    clock.now += MINUTE;
    const headers = { "content-type": "application/json" };
    await send("DELETE", "/desk/articles/quay", {
      token,
      headers,
      body: JSON.stringify({ reason: "It is not true." }),
    });
    const told = await feed();
    expect([told?.updated, told?.entries]).toEqual(["2026-06-01T12:01:00Z", []]);
    expect(told?.withdrawals).toMatchObject([
      { time: told?.updated, reason: "It is not true.", notice: { title: "A title", published: FIRST } },
    ]);
    await put({});
    expect((await feed())?.entries.map(({ updated }) => updated)).toEqual(["2026-06-01T12:01:01Z"]);
    expect((await feed())?.withdrawals).toEqual([]);
  });

  test("by making it a draft tells the title that readers know, and nothing of the draft", async () => {
    await put({});
    await put({ status: "draft", title: "Secret", slug: "quay", body: "<p>Secret.</p>" });
    await put({ status: "draft", title: "More secret", body: "<p>Secret.</p>" });
    const told = await feed();
    expect(told?.withdrawals).toMatchObject([{ url: `${ORIGIN}/articles/quay`, notice: { title: "A title" } }]);
    expect(JSON.stringify(told)).not.toContain("ecret");
  });
});

describe("a derived summary", () => {
  test("that is read and sent back stays derived", async () => {
    await put({ body: "<p>Since Monday, ships may land.</p>" });
    const before = await read();
    expect(before.summary).toBe("Since Monday, ships may land.");
    await put({ ...before, body: before.body.replace("Monday", "Tuesday") });
    expect((await read()).summary).toBe("Since Tuesday, ships may land.");
  });

  test.each([
    ["with a dateline", { dateline: "PORT", body: "<p>Ships may land.</p>" }, "Ships"],
    ["of a list", { body: "<ul><li>Ships may land</li><li>Boats too</li></ul>" }, "Ships"],
    ["of a caption", { body: "", image: { caption: "Ships at the quay" } }, "Ships"],
  ])("%s", async (_, article, word) => {
    await put(article);
    const text = JSON.stringify(await read());
    await put(text.replaceAll(word, "Crews").replace(/"summary":"Crews/, `"summary":"${word}`));
    expect((await read()).summary).toMatch(/^Crews/);
  });

  test("that the author wrote stays", async () => {
    await put({ summary: "In short." });
    await put({ ...(await read()), body: "<p>Other text.</p>" });
    expect((await read()).summary).toBe("In short.");
  });
});
