import { expect } from "vitest";
import type { Document, Feed } from "../../src/model/feed.ts";
import { EVERYTHING } from "../../src/model/scope.ts";
import { allOf, type Selection } from "../../src/model/selection.ts";
import { type ArticleFormat, FEED_FORMAT_NAMES, FEED_FORMATS } from "../../src/render/formats.ts";
import type { ArticleStore } from "../../src/store/article-store.ts";
import { parseStrictXml, type StrictElement } from "../strict-xml.ts";

/** Whole, by tag, filtered and limited. */
const SELECTIONS: readonly Selection[] = [
  allOf(EVERYTHING),
  ...["boats", "trains"].map((slug) => allOf({ kind: "tag", slug })),
  { ...allOf(EVERYTHING), tags: ["boats"] },
  { ...allOf(EVERYTHING), limit: 1 },
];

const text = ({ children }: StrictElement, ...path: readonly string[]): string => {
  const [name, ...rest] = path;
  const child = children.find((each) => each.name === name);
  if (!child) throw new Error(`there is no ${name}`);
  return rest.length === 0 ? child.text : text(child, ...rest);
};

/** The date of a feed as a reader finds it in the bytes of each form. */
const DATE_IN: Readonly<Record<ArticleFormat, (bytes: string) => string>> = {
  rss: (bytes) => text(parseStrictXml(bytes), "channel", "lastBuildDate"),
  atom: (bytes) => text(parseStrictXml(bytes), "updated"),
  json: (bytes) => JSON.parse(bytes)._dateline.updated,
};

/** The dates of every document in every form, in milliseconds since the epoch. */
async function datesOf(store: ArticleStore, now: number): Promise<Map<string, number>> {
  const dates = new Map<string, number>();
  for (const selection of SELECTIONS) {
    let document: Document | undefined = { kind: "current" };
    while (document) {
      const feed: Feed | undefined = await store.feed(selection, document, now);
      const name = `${JSON.stringify(selection)} ${JSON.stringify(document)}`;
      if (feed)
        for (const form of FEED_FORMAT_NAMES)
          dates.set(`${form} ${name}`, Date.parse(DATE_IN[form](FEED_FORMATS[form].render(feed))));
      const previous: number | undefined = feed?.place.previous;
      document = previous === undefined ? undefined : { kind: "archive", number: previous };
    }
  }
  return dates;
}

/**
 * Compares the dates of all feeds with those that were seen before, and adds them. None is before the last one, and none
 * is to come.
 */
export async function expectNotBack(seen: Map<string, number>, store: ArticleStore, now: number): Promise<void> {
  const dates = await datesOf(store, now);
  expect(dates.size).toBeGreaterThanOrEqual(FEED_FORMAT_NAMES.length);
  const back = [...dates].filter(([name, date]) => date < (seen.get(name) ?? 0));
  expect(back.map(([name, date]) => [name, new Date(date), new Date(seen.get(name) ?? 0)])).toEqual([]);
  expect([...dates].filter(([, date]) => !(date <= now))).toEqual([]);
  for (const [name, date] of dates) seen.set(name, date);
}
