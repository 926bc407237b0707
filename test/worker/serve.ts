import { createApp } from "../../src/http/app.ts";
import { readConfig } from "../../src/http/config.ts";
import type { RequestRecord } from "../../src/http/service.ts";
import type { Article } from "../../src/model/article.ts";
import type { ContentArtifact } from "../../src/store/files/content-artifact.ts";
import { openFileSites } from "../../src/store/files/content-store.ts";
import { assetFiles } from "../../src/store/media-files.ts";
import { ORIGIN } from "../fixtures/full-article.ts";
import { articlesOfFixture, artifactOf } from "../fixtures/shelf.ts";

type Setting = {
  readonly articles?: readonly Article[];
  readonly artifact?: Partial<ContentArtifact>;
  readonly vars?: Record<string, unknown>;
  readonly files?: Readonly<Record<string, string>>;
};

/** Whether a test can say what was there before. */
export const HAS_LEDGER = true;

/** Long after everything in the fixtures. */
const NOON = Date.UTC(2026, 5, 1, 12);

/** The service over content of a test's own, with a clock that can be set and a log that can be read. */
export function serve({ articles = articlesOfFixture, artifact, vars = {}, files = {} }: Setting = {}) {
  const clock = { now: NOON };
  const log: RequestRecord[] = [];
  const config = readConfig(vars);
  const app = createApp({
    config,
    siteFor: openFileSites(artifactOf(articles, artifact), config.division),
    mediaFiles: assetFiles({
      fetch: async (request) => {
        const body = files[decodeURIComponent(new URL(request.url).pathname)];
        return new Response(body ?? "none", { status: body === undefined ? 404 : 200 });
      },
    }),
    now: () => clock.now,
    log: (record) => log.push(record),
  });
  /** Without an `Accept-Encoding` a body comes as it is. */
  const get = async (path: string, headers: Record<string, string> = {}, method = "GET") =>
    app.fetch(new Request(ORIGIN + path, { method, headers }));
  return { get, clock, log };
}

/** The hub that every feed of the fixtures names. */
export const HUB = "https://hub.example.org/";
