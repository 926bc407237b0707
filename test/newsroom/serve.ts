import { applyD1Migrations } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { readConfig } from "../../src/http/config.ts";
import type { RequestRecord } from "../../src/http/service.ts";
import type { Article } from "../../src/model/article.ts";
import { dueAt } from "../../src/model/release.ts";
import { instantOf } from "../../src/model/timestamp.ts";
import { withStoredOrigin } from "../../src/site/public-origin.ts";
import { assetFiles } from "../../src/store/assets.ts";
import { openD1Store, openReader } from "../../src/store/d1/d1-store.ts";
import { readSettings } from "../../src/store/d1/newsroom-settings.ts";
import { planChange } from "../../src/store/d1/write/change-article.ts";
import { changeStatements } from "../../src/store/d1/write/write-change.ts";
import { pageStatements, rowOfPage } from "../../src/store/d1/write/write-page.ts";
import type { ContentArtifact } from "../../src/store/files/content-artifact.ts";
import { siteByAddress } from "../../src/store/site-by-address.ts";
import { articlesOfFixture, artifactOf } from "../fixtures/file-content.ts";
import { ORIGIN } from "../fixtures/full-article.ts";
import { compareDoors } from "../worker/compare-doors.ts";
import { asStored, empty } from "./open.ts";

type Setting = {
  readonly articles?: readonly Article[];
  readonly artifact?: Partial<ContentArtifact>;
  readonly vars?: Record<string, unknown>;
  readonly files?: Readonly<Record<string, string>>;
  readonly buildFaults?: readonly string[];
};

/**
 * How many articles one batch writes: the statements are those of `Newsroom.save`, without a round trip for each
 * article.
 */
const AT_ONCE = 50;

/** The day on which the publication of the fixtures began. */
const FOUNDED = Date.UTC(2026, 0, 1);

const NOON = Date.UTC(2026, 5, 1, 12);

/** A test may serve several newsrooms at once, each over a database of its own. */
const databases = Object.entries(env)
  .filter(([name]) => /^DB\d$/.test(name))
  .map(([, database]) => database as D1Database);
let taken = 0;

/**
 * The service over a database, for the tests that were written for file mode: both adapters must behave alike. Each
 * article is saved at the time of its last change, before the first request.
 */
export function serve({ articles = articlesOfFixture, artifact = {}, files = {}, ...setting }: Setting = {}) {
  const { vars = {}, buildFaults = [] } = setting;
  const clock = { now: NOON };
  const log: RequestRecord[] = [];
  const config = readConfig(vars);
  const db = databases[taken++ % databases.length];
  if (!db) throw new Error("no database");
  const settings = readSettings(artifactOf([], artifact), config.division);
  const fetch = compareDoors(
    {
      config,
      siteFor: siteByAddress(settings.mode, settings.publication.address, (origin) =>
        openD1Store(openReader(db, settings), origin),
      ),
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
  let ready: Promise<void> | undefined;
  const seed = async () => {
    await applyD1Migrations(db, env.MIGRATIONS);
    await empty(db);
    const inOrder = articles.toSorted((a, b) => dueAt(a) - dueAt(b));
    for (let first = 0; first < inOrder.length; first += AT_ONCE) {
      const changes = inOrder.slice(first, first + AT_ONCE).map((article) => {
        const recorded = artifact.ledger?.articles[article.id]?.modified;
        const at = recorded ? instantOf(recorded) : savedAt(article);
        return planChange(undefined, asStored(article), { at, saved: at, division: config.division });
      });
      await db.batch(changes.flatMap((change) => changeStatements(db, change, { actor: "desk", action: "created" })));
    }
    for (const page of artifact.pages ?? []) {
      const recorded = artifact.ledger?.pageTexts?.[page.slug]?.modified;
      const at = recorded ? instantOf(recorded) : FOUNDED;
      const row = rowOfPage(undefined, withStoredOrigin(page, ORIGIN), undefined, at);
      await db.batch(pageStatements(db, undefined, row, { actor: "desk", action: "created" }));
    }
    for (const { path, file, articles: users } of artifact.media ?? [])
      await db.batch([
        db
          .prepare("INSERT INTO media VALUES (?, ?, ?, ?, ?, 0)")
          .bind(path, file.mediaType, file.length ?? 0, file.width ?? null, file.height ?? null),
        db
          .prepare(
            "INSERT OR IGNORE INTO media_uses SELECT ?, number FROM articles WHERE id IN (SELECT value FROM json_each(?))",
          )
          .bind(path, JSON.stringify(users)),
      ]);
  };
  const get = async (path: string, headers: Record<string, string> = {}, method = "GET") => {
    ready ??= seed();
    await ready;
    return fetch(() => new Request(ORIGIN + path, { method, headers }));
  };
  return { get, clock, log };
}

/**
 * The time of an article's last change (milliseconds since the epoch), or a time before it is due if it is due after
 * `NOON`.
 */
function savedAt(article: Article): number {
  const due = dueAt(article);
  if (due > NOON) return Math.min(NOON, due - 1_000);
  const moments = [due, instantOf(article.updated), article.retraction ? instantOf(article.retraction.time) : 0];
  return Math.max(...moments.filter((moment) => moment <= NOON));
}

/**
 * A ledger also records articles that were removed. A database is told of each change when it happens, which
 * `agreement.property.slow.test.ts` covers.
 */
export const HAS_LEDGER = false;

/** A newsroom is its own hub. */
export const HUB = `${ORIGIN}/hub`;
