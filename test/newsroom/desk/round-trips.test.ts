import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, expect, test } from "vitest";
import type { DeskScope } from "../../../src/desk/access/scopes.ts";
import { readConfig } from "../../../src/http/config.ts";
import { readSettings } from "../../../src/store/d1/newsroom-settings.ts";
import { openNewsroom } from "../../../src/store/d1/open-newsroom.ts";
import { artifactOf } from "../../fixtures/file-content.ts";
import { watchedDatabase } from "../../fixtures/watched-database.ts";
import { empty } from "../open.ts";
import { articleToSend, makeToken, openDesk } from "./open-desk.ts";

/** Each round trip to D1 may cross an ocean: a save makes at most four, the look-up of the token among them. */
const MAX_ROUND_TRIPS = 4;
const ID = "tag:example.org,2026-01-01:articles/counted";

let publisher: string;
let writer: string;
beforeAll(async () => {
  const scopes: readonly DeskScope[] = ["read", "write", "media", "publish"];
  publisher = await makeToken("counting publisher", scopes);
  writer = await makeToken("counting writer", ["write"]);
});
beforeEach(() => empty());

/** A desk whose round trips are counted. Its tokens have been used today. */
async function openCounted() {
  let trips = 0;
  const database = watchedDatabase(env.DB, {
    around: (call) => {
      trips += 1;
      return call();
    },
  });
  const settings = readSettings(artifactOf([]), readConfig({}).division);
  const { send } = openDesk({ db: database, newsroom: openNewsroom(database, settings, async () => {}) });
  for (const token of [publisher, writer]) await send("GET", "/desk/articles/nowhere", { token });
  const put = async (article: object, headers: Record<string, string> = {}, token = publisher) => {
    trips = 0;
    const response = await send("PUT", "/desk/articles/counted", {
      token,
      headers: { "content-type": "application/json", ...headers },
      body: articleToSend(article),
    });
    return [response.status, trips] as const;
  };
  return { put };
}

test("saving an article makes at most four round trips to D1", async () => {
  const { put } = await openCounted();
  const rich = {
    id: ID,
    formerSlugs: ["before"],
    body: '<p><a href="/articles/other">A</a> <a href="notes.txt">B</a></p>',
    attachments: [{ src: "notes.txt" }],
  };
  const counts = {
    "a new article": await put({}),
    "a changed article": await put({ title: "Changed" }),
    "an unchanged article": await put({ title: "Changed" }),
    "a draft of a writer": await put({ title: "Changed" }, {}, writer),
    "a stale precondition": await put({ title: "Changed" }, { "if-match": '"9-x"' }),
  };
  await empty();
  await env.DB.batch([
    env.DB.prepare("INSERT INTO media VALUES ('00/notes.txt', 'text/plain', 1, NULL, NULL, 0)"),
    env.DB.prepare("INSERT INTO media_names VALUES ('notes.txt', '00/notes.txt')"),
  ]);
  const more = {
    "a new article with media, links and an id": await put(rich),
    "a changed article with a key": await put({ ...rich, title: "Changed" }, { "idempotency-key": "one" }),
    "the same with the same key": await put({ ...rich, title: "Changed" }, { "idempotency-key": "one" }),
    "an unchanged article with a key": await put({ ...rich, title: "Changed" }, { "idempotency-key": "two" }),
  };
  const all = Object.entries({ ...counts, ...more });
  expect(all.map(([name, [status]]) => `${name}: ${status}`)).toEqual([
    "a new article: 201",
    "a changed article: 200",
    "an unchanged article: 200",
    "a draft of a writer: 403",
    "a stale precondition: 412",
    "a new article with media, links and an id: 201",
    "a changed article with a key: 200",
    "the same with the same key: 200",
    "an unchanged article with a key: 200",
  ]);
  expect(all.filter(([, [, trips]]) => trips > MAX_ROUND_TRIPS || trips === 0)).toEqual([]);
  expect(Object.fromEntries(all.map(([name, [, trips]]) => [name, trips]))).toMatchObject({
    "a new article": 3,
    // The third tells who wrote it last.
    "an unchanged article": 3,
    "a changed article with a key": 4,
  });
});
