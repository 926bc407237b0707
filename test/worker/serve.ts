import { readConfig } from "../../src/http/config.ts";
import type { RequestRecord } from "../../src/http/service.ts";
import type { Article } from "../../src/model/article.ts";
import { assetFiles } from "../../src/store/assets.ts";
import type { ContentArtifact } from "../../src/store/files/content-artifact.ts";
import { articlesOfFixture, artifactOf } from "../fixtures/file-content.ts";
import { ORIGIN } from "../fixtures/full-article.ts";
import { writtenSites } from "../fixtures/written-content.ts";
import { compareDoors } from "./compare-doors.ts";

type Setting = {
  readonly articles?: readonly Article[];
  readonly artifact?: Partial<ContentArtifact>;
  readonly vars?: Record<string, unknown>;
  readonly files?: Readonly<Record<string, string>>;
  readonly buildFaults?: readonly string[];
};

/** Whether a test can pass in a ledger that tells what was published before. */
export const HAS_LEDGER = true;

/** The time of the clock, which is after every time in the fixtures. */
const NOON = Date.UTC(2026, 5, 1, 12);

/** Creates the service with the content of a test, a clock that the test can set and a log that it can read. */
export function serve({
  articles = articlesOfFixture,
  artifact,
  vars = {},
  files = {},
  buildFaults = [],
}: Setting = {}) {
  const clock = { now: NOON };
  const log: RequestRecord[] = [];
  const config = readConfig(vars);
  const fetch = compareDoors(
    {
      config,
      siteFor: writtenSites(artifactOf(articles, artifact), config.division),
      mediaFiles: assetFiles({
        fetch: async (request) => {
          const body = files[decodeURIComponent(new URL(request.url).pathname).slice("/media".length)];
          return new Response(body ?? "none", { status: body === undefined ? 404 : 200 });
        },
      }),
      buildFaults,
      now: () => clock.now,
    },
    log,
  );
  /** Without `Accept-Encoding`, the body is not encoded. */
  const get = async (path: string, headers: Record<string, string> = {}, method = "GET") =>
    fetch(() => new Request(ORIGIN + path, { method, headers }));
  return { get, clock, log };
}

/** The hub of every feed of the fixtures. */
export const HUB = "https://hub.example.org/";
