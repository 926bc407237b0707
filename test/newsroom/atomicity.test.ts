import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import type { Article } from "../../src/model/article.ts";
import { timestampInUtc } from "../../src/model/timestamp.ts";
import type { Newsroom } from "../../src/store/newsroom.ts";
import { articleNamed } from "../fixtures/file-content.ts";
import { drainOutbox } from "./drain-outbox.ts";
import { failingDatabase } from "./failing-database.ts";
import { asStored, empty, kindOf, open, TABLES } from "./open.ts";

const NOW = Date.UTC(2026, 5, 1, 12);
const desk = { actor: "desk", now: NOW };
const later = { actor: "desk", now: NOW + 60_000 };

beforeEach(() => empty());

/**
 * Every row of every table. For the full-text index only the size of each entry, because its storage is internal to
 * SQLite.
 */
async function everything() {
  const tables = [...TABLES, "feeds", "entry_words"];
  const results = await env.DB.batch(
    tables.map((table) =>
      env.DB.prepare(
        table === "entry_words" ? "SELECT id, hex(sz) AS size FROM entry_words_docsize" : `SELECT * FROM ${table}`,
      ),
    ),
  );
  return Object.fromEntries(tables.map((table, index) => [table, results[index]?.results]));
}

const ferry = articleNamed("ferry", {
  section: "harbour",
  tags: ["Boats", "Weather"],
  byline: [{ name: "A. Writer" }],
  formerPaths: ["/2019/ferry"],
});
const pictured = { ...ferry, body: `${ferry.body}<img src="${new URL(ferry.url).origin}/media/0a1b/quay.jpg" alt="">` };
const source = { mediaType: "text/markdown", text: "The ferry." } as const;
const inTime = { ...ferry, status: "scheduled" as const, scheduledFor: timestampInUtc(NOW + 30_000) };

/** Each change, the article that is stored before it, and the call that makes it. */
const CHANGES: Readonly<Record<string, { before?: Article; make: (newsroom: Newsroom) => Promise<unknown> }>> = {
  "a first save": { make: (newsroom) => newsroom.save(asStored(pictured), source, later) },
  "an edit that changes feeds and the address": {
    before: pictured,
    make: (newsroom) =>
      newsroom.save(asStored({ ...ferry, title: "Edited", tags: ["Boats", "Trains"], slug: "moved" }), source, later),
  },
  "a retraction": { before: pictured, make: (newsroom) => newsroom.retract("ferry", "It was wrong", later) },
  "a scheduled article that becomes due": { before: inTime, make: (newsroom) => newsroom.applyDueChanges(later.now) },
  "a discarded draft": {
    before: { ...ferry, status: "draft" },
    make: (newsroom) => newsroom.retract("ferry", undefined, later),
  },
};

describe.each(Object.entries(CHANGES))("%s", (_, { before, make }) => {
  test("is written completely or not at all, whichever statement fails", async () => {
    const failing = failingDatabase(env.DB);
    const { newsroom, woken } = open({ db: failing.db, division: { entries: 1, bytes: 1_000_000 } });
    const prepare = async () => {
      await empty();
      if (before) await newsroom.save(asStored(before), source, desk);
    };
    await prepare();
    await make(newsroom);
    const whole = await everything();
    const { statements } = failing;
    expect(statements).toBeGreaterThan(5);
    for (let position = 0; position <= statements; position += 1) {
      await prepare();
      const untouched = await everything();
      const told = woken.times;
      failing.failAt = position;
      await expect(make(newsroom), `fails before statement ${position}`).rejects.toThrow("malformed JSON");
      failing.failAt = undefined;
      expect(await everything(), `nothing is written if statement ${position} fails`).toEqual(untouched);
      expect(woken.times).toBe(told);
      await make(newsroom);
      expect(await everything(), `the next attempt writes everything after a failure at ${position}`).toEqual(whole);
    }
  });
});

test("if several writers change the same revision, one wins and the others get lost-update", async () => {
  const { newsroom } = open();
  await newsroom.save(asStored(ferry), undefined, desk);
  const outcomes = await Promise.all(
    Array.from({ length: 8 }, (_, writer) =>
      newsroom.save(asStored({ ...ferry, title: `By ${writer}` }), undefined, {
        ...later,
        expected: { kind: "revision", revision: 1 },
      }),
    ),
  );
  expect(outcomes.map(kindOf).toSorted()).toEqual(["changed", ...Array(7).fill("lost-update")]);
  const winner = outcomes.findIndex(({ ok }) => ok);
  expect((await newsroom.read("ferry"))?.article.title).toBe(`By ${winner}`);
  expect(outcomes.filter(({ ok }) => !ok)).toEqual(
    Array(7).fill({ ok: false, error: { kind: "lost-update", revision: 2 } }),
  );
  expect((await newsroom.audit({ most: 10 })).items.map(({ action }) => action)).toEqual(["changed", "created"]);
});

test("if several writers create the same article, one wins and the others get lost-update or slug-taken", async () => {
  const { newsroom } = open();
  const outcomes = await Promise.all(
    Array.from({ length: 6 }, (_, writer) =>
      newsroom.save(asStored({ ...ferry, id: `${ferry.id}-${writer}` }), undefined, {
        ...desk,
        expected: { kind: "absent" },
      }),
    ),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.map(kindOf).filter((kind) => kind === "lost-update" || kind === "slug-taken")).toHaveLength(5);
});

test("concurrent writers without a precondition all succeed and leave every feed's positions in order", async () => {
  const { newsroom, store } = open({ division: { entries: 4, bytes: 1_000_000 } });
  const articles = Array.from({ length: 24 }, (_, index) => articleNamed(`n${index}`, { tags: ["Boats"] }));
  const outcomes = await Promise.all(articles.map((article) => newsroom.save(asStored(article), undefined, desk)));
  expect(new Set(outcomes.map(kindOf))).toEqual(new Set(["created"]));
  const again = await Promise.all(
    [1, 2, 3].map((title) => newsroom.save(asStored({ ...ferry, title: `${title}` }), undefined, later)),
  );
  expect(again.map(kindOf).toSorted()).toEqual(["changed", "changed", "created"]);
  const seen: string[] = [];
  const selection = { scope: { kind: "tag", slug: "boats" }, tags: [], content: "full" } as const;
  for (let number = 1; number <= 6; number += 1) {
    const archive = await store.feed(selection, { kind: "archive", number }, later.now);
    expect(archive?.entries).toHaveLength(4);
    seen.push(...(archive?.entries.map(({ slug }) => slug) ?? []));
  }
  expect(seen.toSorted()).toEqual(articles.map(({ slug }) => slug).toSorted());
});

describe("if the process ends between the batch and the announcement", () => {
  test("the cron announces the outbox entry exactly once", async () => {
    // Nothing drains the outbox here, as if the process had ended before it was woken.
    const { newsroom } = open();
    await newsroom.save(asStored(ferry), undefined, desk);
    const told: string[][] = [];
    const announce = async (feeds: readonly string[]) => {
      told.push([...feeds]);
    };
    expect(await drainOutbox(env.DB, () => later.now, announce)).toEqual({ told: 1, faults: [] });
    expect(await drainOutbox(env.DB, () => later.now, announce)).toEqual({ told: 0, faults: [] });
    expect(told).toEqual([["everything", "sections/harbour", "tags/boats", "tags/weather", "authors/a-writer"]]);
  });

  test("an entry whose announcement was interrupted is claimed again when its claim has expired, and not before", async () => {
    const { newsroom } = open();
    await newsroom.save(asStored(ferry), undefined, desk);
    let clock = NOW;
    const dies = drainOutbox(
      env.DB,
      () => clock,
      () => new Promise(() => undefined),
    );
    void dies;
    await new Promise((resolve) => setTimeout(resolve, 50));
    const told: string[] = [];
    const announce = async ([first = ""]: readonly string[]) => {
      told.push(first);
    };
    expect((await drainOutbox(env.DB, () => clock, announce)).told).toBe(0);
    clock += 60_000;
    expect((await drainOutbox(env.DB, () => clock, announce)).told).toBe(1);
    expect(told).toEqual(["everything"]);
  });

  test("two coordinators that drain the outbox at once announce each entry once", async () => {
    const { newsroom } = open();
    for (let index = 0; index < 30; index += 1)
      await newsroom.save(asStored(articleNamed(`n${index}`)), undefined, desk);
    let times = 0;
    const announce = async () => {
      times += 1;
    };
    const both = await Promise.all([1, 2].map(() => drainOutbox(env.DB, () => NOW, announce)));
    expect([times, both.reduce((sum, { told }) => sum + told, 0)]).toEqual([30, 30]);
  });

  test("a failing announcement is retried with growing delays", async () => {
    const { newsroom } = open();
    await newsroom.save(asStored(ferry), undefined, desk);
    const tries: number[] = [];
    for (let minute = 0; minute < 60; minute += 1) {
      const now = NOW + minute * 60_000;
      await drainOutbox(
        env.DB,
        () => now,
        async () => {
          tries.push(minute);
          throw new Error("the hub answered 503");
        },
      );
    }
    expect(tries).toEqual([0, 1, 2, 4, 8, 16, 32]);
  });
});
