import { env } from "cloudflare:workers";
import artifactText from "../../../.dateline/newsroom/content.js";
import { createApp } from "../../../src/http/app.ts";
import { readConfig } from "../../../src/http/config.ts";
import type { Article } from "../../../src/model/article.ts";
import { ALL } from "../../../src/model/selection.ts";
import { instantOf } from "../../../src/model/timestamp.ts";
import { assetFiles } from "../../../src/store/assets.ts";
import { openD1Store, openReader } from "../../../src/store/d1/d1-store.ts";
import { readSettings } from "../../../src/store/d1/newsroom-settings.ts";
import { openNewsroom } from "../../../src/store/d1/open-newsroom.ts";
import { siteByAddress } from "../../../src/store/site-by-address.ts";
import { FRESH_HEADER, PUBLISH_PATH, ROWS_HEADER, STORE_PATH } from "./bench-protocol.ts";
import { countingDatabase } from "./counting-database.ts";
import { BENCH_BEGIN } from "./desk-articles.ts";

/** The newsroom itself over a counting database, with endpoints to its store and its desk that no reader has. */
const config = readConfig({ ...env });
const settings = readSettings(artifactText, config.division);
const { db, count } = countingDatabase(env.DB);
const { address } = settings.publication;
const newsroom = openNewsroom(db, settings, async () => {});
const store = openD1Store(openReader(db, settings), address);

/** The time is shortly after the newest article, whenever this runs. */
let now = BENCH_BEGIN;

const freshApp = () =>
  createApp({
    config,
    siteFor: siteByAddress(settings.mode, address, (origin) => openD1Store(openReader(db, settings), origin)),
    mediaFiles: assetFiles(env.ASSETS),
    now: () => now,
    log: () => {},
  });
let app = freshApp();

async function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname === STORE_PATH) {
    const feed = await store.feed(ALL, { kind: "current" }, now);
    return Response.json({ entries: feed?.entries.length });
  }
  if (pathname === PUBLISH_PATH) {
    const article: Article = await request.json();
    now = instantOf(article.published);
    const saved = await newsroom.save(article, undefined, { actor: "bench", now });
    return Response.json({ kind: saved.ok ? saved.value.kind : saved.error.kind, statements: count.statements });
  }
  // An isolate that has just started has rendered nothing.
  if (request.headers.has(FRESH_HEADER)) app = freshApp();
  return app.fetch(request);
}

// biome-ignore lint/style/noDefaultExport: a Worker's entry.
export default {
  async fetch(request: Request): Promise<Response> {
    Object.assign(count, { read: 0, written: 0, statements: [] });
    const response = await answer(request);
    const counted = new Response(response.body, response);
    counted.headers.set(ROWS_HEADER, `${count.read} ${count.written}`);
    return counted;
  },
};
