import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { DeskClient, DeskRequest } from "../../../../../src/cli/desk-client/desk-client.ts";
import { seedNewsroom } from "../../../../../src/cli/newsroom/seed/seed-newsroom.ts";
import { err, ok } from "../../../../../src/syntax/result.ts";

const ORIGIN = "http://localhost:8787";
const folder = mkdtempSync(join(tmpdir(), "dateline-seed-"));
const publication = join(folder, "publication.yaml");
writeFileSync(
  publication,
  "identity: { authority: example.org, date: 2026-01-01 }\nsections: [{ slug: world, title: World }]\n",
);
afterAll(() => rmSync(folder, { recursive: true }));

/** A desk with these articles, and with a subscriber on loopback to each of the seed's topics. */
function deskWith(ids: readonly string[], { origin = ORIGIN, status = 200 } = {}) {
  const changes: string[] = [];
  const articles = ids.map((id, index) => ({
    id,
    slug: `a-${index}`,
    title: "A",
    state: "published",
    revision: 1,
    hash: "h",
    etag: '"e"',
    address: `${ORIGIN}/articles/a-${index}`,
  }));
  const topics = ["/rss.xml", "/atom.xml", "/feed.json", "/sections/world/atom.xml"];
  const subscriptions = topics.map((topic) => ({ topic: origin + topic, host: "127.0.0.1:4000" }));
  const desk: DeskClient = {
    origin,
    send: async ({ method, path }: DeskRequest) => {
      const body = path.startsWith("/desk/subscriptions") ? { subscriptions } : { articles };
      if (method !== "GET") changes.push(`${method} ${path}`);
      if (method === "PUT" && status !== 200)
        return err({ kind: "refused", status, message: "There are faults", faults: [] });
      const bytes = new TextEncoder().encode(JSON.stringify(body));
      return ok({ status: 200, headers: new Headers(), bytes });
    },
  };
  return { desk, changes };
}

const idOf = (number: number) => `tag:example.org,2026-01-01:articles/seed-${String(number).padStart(3, "0")}`;
const ALL = Array.from({ length: 200 }, (_, index) => idOf(index + 1));

function seed(desk: DeskClient) {
  const progress = { expect: () => {}, step: () => {}, end: () => {} };
  const stop = new AbortController().signal;
  return seedNewsroom(desk, { publication, now: Date.parse("2026-11-27T10:00:00Z"), progress, stop });
}

describe("seedNewsroom", { timeout: 30_000 }, () => {
  it("refuses a newsroom that is not on this machine, and sends it nothing", async () => {
    const { desk, changes } = deskWith([], { origin: "https://news.example.org" });
    expect(await seed(desk)).toEqual({
      ok: false,
      error: { lines: [expect.stringContaining("https://news.example.org is not a newsroom on this machine")] },
    });
    expect(changes).toEqual([]);
  });

  it("sends every article and every file once, the oldest article first", async () => {
    const { desk, changes } = deskWith([]);
    expect(await seed(desk)).toMatchObject({ ok: true, value: { articles: 200, subscribers: 0 } });
    const puts = changes.filter((change) => change.startsWith("PUT"));
    expect([new Set(puts).size, puts[0], puts.at(-1)]).toEqual([
      200,
      expect.stringMatching(/-200$/),
      expect.stringMatching(/-001$/),
    ]);
    expect(new Set(changes.filter((change) => change.startsWith("POST"))).size).toBe(changes.length - 200);
  });

  it("sends only what is missing, with the files that it uses", async () => {
    const { desk, changes } = deskWith(ALL.slice(1));
    expect(await seed(desk)).toMatchObject({ ok: true, value: { articles: 1 } });
    expect(changes.filter((change) => change.startsWith("PUT"))).toHaveLength(1);
    expect(changes.length).toBeLessThan(5);
  });

  it("changes nothing if everything is there, whatever its slug is by now", async () => {
    const { desk, changes } = deskWith(ALL);
    expect(await seed(desk)).toMatchObject({
      ok: true,
      value: { message: "Already seeded: all 200 articles and 4 subscribers are there. Nothing was changed." },
    });
    expect(changes).toEqual([]);
  });

  it("tells which articles the desk refused", async () => {
    const { desk } = deskWith(ALL.slice(1), { status: 422 });
    expect(await seed(desk)).toMatchObject({
      ok: false,
      error: { lines: [expect.stringContaining("There are faults")] },
    });
  });
});
