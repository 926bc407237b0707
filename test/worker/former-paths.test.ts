import { describe, expect, it } from "vitest";
import { createApp } from "../../src/http/app.ts";
import { readConfig } from "../../src/http/config.ts";
import { formerPath } from "../../src/site/former-path.ts";
import { articleNamed, articlesOfFixture, artifactOf } from "../fixtures/file-content.ts";
import { fullArticle, ORIGIN, time } from "../fixtures/full-article.ts";
import { writtenSites } from "../fixtures/written-content.ts";
import { serve } from "./serve.ts";

const withdrawn = articleNamed("withdrawn", { formerPaths: ["/gone"], unpublishAt: time("2026-03-01T00:00:00Z") });
const scheduled = articleNamed("scheduled", {
  formerPaths: ["/soon"],
  status: "scheduled",
  scheduledFor: time("2026-06-02T00:00:00Z"),
});
const { get, clock } = serve({ articles: [...articlesOfFixture, withdrawn, scheduled] });
const FERRY = `${ORIGIN}/articles/${fullArticle.slug}`;

async function leadsTo(path: string): Promise<string | number> {
  const response = await get(path);
  return response.status === 301 ? (response.headers.get("location") ?? "") : response.status;
}

describe("the former path of an article", () => {
  it.each([
    ["/2019/05/ferry-times/"],
    ["/2019/05/ferry-times"],
    ["/2019/05/ferry-times/?utm_source=x"],
    ["/?p=123"],
    ["/old/caf%c3%a9.php?id=7"],
    ["/old/café.php?id=7"],
  ])("%s is permanently redirected to its page", async (path) => {
    expect(await leadsTo(path)).toBe(FERRY);
  });

  it.each([
    ["/2019/05/ferry", 404],
    ["/old/café.php", 404],
    ["/old/café.php?id=8", 404],
    ["/?p=124", 200],
    ["/?tag=ferries", 200],
    ["/", 200],
    ["/soon", 404],
    ["/gone", `${ORIGIN}/articles/withdrawn`],
  ])("%s is answered with %s", async (path, expected) => {
    expect(await leadsTo(path)).toBe(expected);
  });

  it("is redirected for GET and HEAD only", async () => {
    expect((await get("/2019/05/ferry-times/", {}, "HEAD")).status).toBe(301);
    expect((await get("/2019/05/ferry-times/", {}, "POST")).status).toBe(404);
    expect((await get("/?p=123", {}, "POST")).status).toBe(405);
  });

  it("is redirected from the minute at which the article is published", async () => {
    clock.now = Date.UTC(2026, 5, 3);
    expect(await leadsTo("/soon/")).toBe(`${ORIGIN}/articles/scheduled`);
  });
});

it("a path of the service itself never becomes a former path", () => {
  const config = readConfig({});
  const { router } = createApp({
    config,
    siteFor: writtenSites(artifactOf(articlesOfFixture), config.division),
    mediaFiles: { open: async () => undefined },
    now: () => 0,
    log: () => {},
  });
  const paths = router.routes.map(({ path }) => path.replace(/:\w+\{[^}]+\}+/g, "1").replace(/:\w+/g, "a"));
  expect(paths.length).toBeGreaterThan(40);
  expect(paths.filter((path) => formerPath.safeParse(path).success)).toEqual([]);
});
