import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";
import { createApp } from "../../src/http/app.ts";
import { readConfig } from "../../src/http/config.ts";
import type { RequestRecord } from "../../src/http/service.ts";
import { articleNamed } from "../fixtures/file-content.ts";
import { ORIGIN } from "../fixtures/full-article.ts";
import { watchedDatabase } from "../fixtures/watched-database.ts";
import { asStored, empty, open } from "./open.ts";

const NOON = Date.UTC(2026, 5, 1, 12);
const ferry = articleNamed("ferry");

beforeEach(() => empty());

/** A newsroom with one article. `rows` counts what is read, and while `isBroken` every read fails. */
async function openNewsroom(hasDoor: boolean) {
  const state = { now: NOON, isBroken: false, rows: { read: 0, written: 0 } };
  const db = watchedDatabase(env.DB, {
    rows: state.rows,
    around: async (call) => {
      if (state.isBroken) throw new Error("the database is away");
      return call();
    },
  });
  const { newsroom, store } = open({ db });
  const log: RequestRecord[] = [];
  const app = createApp(
    {
      config: readConfig({}),
      siteFor: () => ({ origin: ORIGIN, store }),
      mediaFiles: { open: async () => undefined },
      now: () => state.now,
      log: (record) => log.push(record),
    },
    { hasDoor },
  );
  const get = async (path: string) => app.fetch(new Request(ORIGIN + path));
  const save = async (article: typeof ferry) => {
    state.now += 1_000;
    await newsroom.save(asStored(article), undefined, { actor: "desk", now: state.now });
  };
  await save(ferry);
  return { state, get, save, log };
}

const PATHS = ["/", "/rss.xml", "/feed.json", "/articles/ferry", "/feeds.opml"];

test.each(PATHS)("the door of a newsroom never answers %s with a state before the last change", async (path) => {
  const { get, save, log } = await openNewsroom(true);
  const first = await (await get(path)).text();
  expect(await (await get(path)).text()).toBe(first);
  await save({ ...ferry, title: "The ferry is late", tags: ["Delays"] });
  const later = await (await get(path)).text();
  expect(later).not.toBe(first);
  expect(await (await get(path)).text()).toBe(later);
  expect(log.map(({ representation }) => representation)).toEqual(["rendered", "memory", "rendered", "memory"]);
});

test.each(PATHS)("the door of a newsroom reads no more rows for %s than the router", async (path) => {
  const rowsOf = async (hasDoor: boolean) => {
    await empty();
    const { state, get } = await openNewsroom(hasDoor);
    await get(path);
    const before = state.rows.read;
    await get(path);
    return state.rows.read - before;
  };
  expect(await rowsOf(true)).toBeLessThanOrEqual(await rowsOf(false));
});

test("if the database fails, the router answers and logs that", async () => {
  const { state, get, log } = await openNewsroom(true);
  await get("/rss.xml");
  state.isBroken = true;
  expect((await get("/rss.xml")).status).toBe(500);
  expect(log.at(-1)).toMatchObject({ status: 500, error: expect.stringContaining("the database is away") });
  state.isBroken = false;
  expect((await get("/rss.xml")).status).toBe(200);
});
