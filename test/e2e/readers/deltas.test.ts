import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { describeWith } from "../harness/installed.ts";
import { untilServed } from "../harness/served-items.ts";
import { test } from "../harness/served-test.ts";
import { addArticle } from "../harness/written-articles.ts";
import { changeContent } from "./change-content.ts";
import { newsboat } from "./newsboat.ts";
import { pythonFeedparser } from "./python-feedparser.ts";
import type { Subscription } from "./reader.ts";

/**
 * A feed of the usual size: after an edit and a new article, a poll transfers two entries and the reader's list is
 * right.
 */
const MORE = 45;
const subscriptions = new Map<string, Subscription>();
const READERS = [newsboat, pythonFeedparser];

test("an author writes many articles", async ({ server }) => {
  const idOf = (index: number) => `tag:dateline.example,2026-01-01:articles/many${index}`;
  for (let index = 0; index < MORE; index++) {
    const fields = {
      id: idOf(index),
      title: `Number ${index}`,
      byline: "Ada Ferrier",
      published: "2026-11-01T00:00:00Z",
    };
    addArticle(server.root, { slug: `many-${index}`, fields, markdown: "One of many." });
  }
  await untilServed(server, idOf(MORE - 1), (item) => item.id === idOf(MORE - 1));
});

for (const reader of READERS)
  describeWith(reader.requirement, reader.name, () => {
    test("subscribes and has every entry", async ({ server }) => {
      const folder = join(server.scratch, `deltas-${reader.name}`);
      mkdirSync(folder, { recursive: true });
      const subscription = await reader.subscribe(`${server.origin}/atom.xml`, folder);
      subscriptions.set(reader.name, subscription);
      for (let poll = 1; poll < reader.conditionalFrom; poll++) await subscription.poll();
      expect((await subscription.entries()).length).toBeGreaterThan(MORE);
    });
  });

test("an author edits an article and writes another", async ({ server }) => {
  await changeContent(server);
});

for (const reader of READERS)
  describeWith(reader.requirement, reader.name, () => {
    test("receives two entries and has the current state of every entry", async ({ server }) => {
      const subscription = subscriptions.get(reader.name);
      if (!subscription) throw new Error(`${reader.name} has not subscribed`);
      const before = await subscription.entries();
      const requests = await server.requestsDuring(subscription.poll);
      expect(requests.map(({ path, status }) => `${path} ${status}`)).toEqual(["/atom.xml 226"]);
      const titles = (await subscription.entries()).map(({ title }) => String(title));
      expect(titles.length).toBe(before.length + 1);
      expect(titles.filter((title) => title.startsWith("Corrected: "))).toHaveLength(1);
      expect(titles).toContain("New & “fresh” <today>");
      if (reader !== pythonFeedparser) return;
      const state = JSON.parse(readFileSync(join(server.scratch, `deltas-${reader.name}`, "state.json"), "utf8"));
      expect(state.received).toBe(2);
    });
  });
