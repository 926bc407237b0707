import { env } from "cloudflare:workers";
import artifactText from "../../../.dateline/newsroom/content.js";
import { createApp } from "../../../src/http/app.ts";
import { readConfig } from "../../../src/http/config.ts";
import type { Article } from "../../../src/model/article.ts";
import { assetFiles } from "../../../src/store/assets.ts";
import { openD1Store, openReader } from "../../../src/store/d1/d1-store.ts";
import { readSettings } from "../../../src/store/d1/newsroom-settings.ts";
import { openNewsroom } from "../../../src/store/d1/open-newsroom.ts";
import { siteByAddress } from "../../../src/store/site-by-address.ts";
import { SAVE_PATH } from "./crawl-protocol.ts";

// A newsroom's store behind the public service, with an endpoint that saves articles as its desk does.

const config = readConfig({ ...env });
const settings = readSettings(artifactText, config.division);
const newsroom = openNewsroom(env.DB, settings, async () => {});
const app = createApp({
  config,
  siteFor: siteByAddress(settings.mode, settings.publication.address, (origin) =>
    openD1Store(openReader(env.DB, settings), origin),
  ),
  mediaFiles: assetFiles(env.ASSETS),
  now: Date.now,
  log: () => {},
});

// biome-ignore lint/style/noDefaultExport: a Worker's entry.
export default {
  async fetch(request: Request): Promise<Response> {
    if (new URL(request.url).pathname !== SAVE_PATH) return app.fetch(request);
    const { articles, now }: { articles: readonly Article[]; now: number } = await request.json();
    for (const article of articles) {
      const saved = await newsroom.save(article, undefined, { actor: "crawl", now });
      if (!saved.ok) return Response.json({ id: article.id, error: saved.error }, { status: 400 });
    }
    return Response.json({ saved: articles.length });
  },
};
