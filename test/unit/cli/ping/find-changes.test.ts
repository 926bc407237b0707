import { afterEach, expect, test } from "vitest";
import { findChanges, lookBefore } from "../../../../src/cli/ping/find-changes.ts";
import { liveService } from "../../../../src/cli/ping/live-service.ts";
import { formsOf, startLiveService, type Version, versionOf } from "./fake-web.ts";

const PATIENCE = { answer: 1_000, arrival: 400, pause: 5 };
const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/**
 * The result of a deploy. `shown` is the service before it. `arriving` answers the requests after it, by the number of
 * the request.
 */
async function deployed(shown: Version | undefined, arriving: (count: number, path: string) => Version | undefined) {
  let after: typeof arriving = () => shown;
  let count = 0;
  const live = await startLiveService((path) => {
    count += 1;
    return after(count, path);
  });
  stops.push(live.stop);
  const service = liveService(live.origin, PATIENCE);
  const before = await lookBefore(service);
  count = 0;
  after = arriving;
  const changes = await findChanges(service, before, PATIENCE);
  const paths = changes.kind === "changes" ? changes.topics.map((topic) => topic.replace(live.origin, "")) : undefined;
  return { kind: changes.kind, paths: paths?.toSorted(), ...live };
}

const old = versionOf({ "": "1", "/tags/boats": "1", "/tags/tides": "1", "/sections/%C3%A9tat": "1" });
const next = versionOf({ "": "2", "/tags/boats": "2", "/tags/tides": "1", "/sections/%C3%A9tat": "1" });
const feeds = (...names: string[]) => names.flatMap(formsOf).toSorted();

test("findChanges returns each form of each feed whose bytes changed, and no other", async () => {
  const { paths, asked } = await deployed(old, () => next);
  expect(paths).toEqual(feeds("", "/tags/boats"));
  expect(asked).not.toContain("HEAD https://elsewhere.example.org/rss.xml");
});

test("findChanges returns a single form if only that form changed", async () => {
  const { paths } = await deployed(old, () => ({
    ...old,
    tags: { ...old.tags, "/atom.xml": "2", "/sitemap.xml": "2" },
  }));
  expect(paths).toEqual(["/atom.xml"]);
});

test("findChanges finds at the end of the wait a change in documents that it does not poll", async () => {
  const { paths } = await deployed(old, () => ({ ...old, tags: { ...old.tags, "/tags/tides/rss.xml": "2" } }));
  expect(paths).toEqual(["/tags/tides/rss.xml"]);
});

test("findChanges waits for the new version", async () => {
  const { paths } = await deployed(old, (count) => (count < 40 ? old : next));
  expect(paths).toEqual(feeds("", "/tags/boats"));
});

test("findChanges asks unchanged documents again while the new version arrives gradually", async () => {
  const seen = new Map<string, number>();
  const { paths } = await deployed(old, (_, path) => {
    const times = (seen.get(path) ?? 0) + 1;
    seen.set(path, times);
    return path.startsWith("/tags/boats") && times < 2 ? old : next;
  });
  expect(paths).toEqual(feeds("", "/tags/boats"));
});

test("findChanges ends and finds nothing if the deploy changes nothing", async () => {
  const { paths } = await deployed(old, () => old);
  expect(paths).toEqual([]);
});

test("findChanges returns new feeds and no removed feeds", async () => {
  const { paths } = await deployed(old, () => versionOf({ "": "1", "/tags/boats": "1", "/tags/new": "1" }));
  expect(paths).toEqual(feeds("/tags/new"));
});

test("findChanges returns every feed of a service that did not exist before", async () => {
  const { paths } = await deployed(undefined, (count) => (count < 5 ? undefined : old));
  expect(paths).toEqual(feeds(...old.feeds));
});

test("findChanges returns a document that had no entity tag before or has none now", async () => {
  const without = (path: string) => {
    const { [path]: _, ...tags } = old.tags;
    return { ...old, tags };
  };
  expect((await deployed(without("/feed.json"), () => old)).paths).toEqual(["/feed.json"]);
  expect((await deployed(old, () => without("/tags/tides/"))).paths).toEqual(["/tags/tides/"]);
});

test("findChanges reports a service that does not answer after the deploy", async () => {
  const { kind } = await deployed(old, () => undefined);
  expect(kind).toBe("silent");
  const nobody = await findChanges(liveService("http://127.0.0.1:1", PATIENCE), undefined, PATIENCE);
  expect(nobody.kind).toBe("silent");
});

test("findChanges asks for at most eight documents at a time", { timeout: 60_000 }, async () => {
  const names = Array.from({ length: 200 }, (_, index) => `/tags/t${index}`);
  const many = (changed: string) =>
    versionOf(Object.fromEntries(names.map((name) => [name, name === changed ? "2" : "1"])));
  const after = many("/tags/t150");
  const { paths, mostAtOnce } = await deployed(many(""), () => after);
  expect(paths).toEqual(feeds("/tags/t150"));
  expect(mostAtOnce()).toBeLessThanOrEqual(8);
});
