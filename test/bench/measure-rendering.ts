import type { Feed } from "../../src/model/feed.ts";
import { instantOf, timestampInUtc } from "../../src/model/timestamp.ts";
import { feedOf } from "../fixtures/full-article.ts";
import { generateArticles, generatedPublication } from "./generate-articles.ts";
import { writeAtom, writeFrontPage, writeJsonFeed, writeRss } from "./hand-written-forms.ts";
import { median } from "./median.ts";
import type { Table } from "./print-table.ts";
import { progress } from "./progress.ts";

type Renderer = (feed: Feed) => string;

/** How often each function is timed, so that a row takes a second or two. */
const TIMES = { 20: 400, 1000: 25 } as const;

/**
 * `modulePath` is the bundle of `rendering-functions.ts`. It runs in this process, in turn with a hand-written template
 * of the same form.
 */
export async function measureRendering(modulePath: string): Promise<Table> {
  const { renderRss, renderAtom, renderJsonFeed, renderListPage }: typeof import("./rendering-functions.ts") =
    await import(modulePath);
  const forms: readonly [name: string, ours: Renderer, template: Renderer][] = [
    ["RSS", renderRss, writeRss],
    ["Atom", renderAtom, writeAtom],
    ["JSON Feed", renderJsonFeed, writeJsonFeed],
    ["front page", renderListPage, writeFrontPage],
    ["front page of new days and authors", renderListPage, writeFrontPage],
  ];
  const rows: string[][] = [];
  for (const count of [20, 1_000] as const) {
    const feed = feedOf(generateArticles(count), { publication: generatedPublication });
    for (const [name, ours, template] of forms) {
      progress(`rendering: ${name}, ${count} articles`);
      const feedAt = name.includes("new") ? (time: number) => onAnotherDay(feed, time) : () => feed;
      rows.push([`${name}, ${count} articles`, ...compare(feedAt, ours, template, TIMES[count])]);
    }
  }
  return {
    title: `Rendering in Node, medians of ${TIMES[20]} (20 articles) and ${TIMES[1_000]} (1000), in turn`,
    columns: ["", "ms", "template", "ratio", "KB"],
    rows,
    notes: [
      "No piece of an article is kept between renderings. Pages keep the texts of days, minutes and lists of names; the rows of new days and authors find none.",
      "template: a template literal that writes the elements of one kind of article. A feed is rendered once for each change of the content, not for each request.",
    ],
  };
}

/** The same articles at other times and by other people, so that nothing which a page keeps fits them. */
function onAnotherDay(feed: Feed, time: number): Feed {
  const shift = time * 61 * 24 * 3_600_000;
  const entries = feed.entries.map((article, place) => ({
    ...article,
    byline: article.byline.map((person) => ({ ...person, name: `${person.name} ${time} ${place}` })),
    published: timestampInUtc(instantOf(article.published) - place * 60_000 - shift),
  }));
  return { ...feed, entries };
}

function compare(feedAt: (time: number) => Feed, ours: Renderer, template: Renderer, times: number): string[] {
  const took: { readonly ours: number; readonly template: number }[] = [];
  for (let time = -times / 5; time < times; time++) {
    const feed = feedAt(time);
    const turn = { ours: timed(() => ours(feed)), template: timed(() => template(feed)) };
    if (time >= 0) took.push(turn);
  }
  return [
    median(took.map((turn) => turn.ours)).toFixed(2),
    median(took.map((turn) => turn.template)).toFixed(3),
    median(took.map((turn) => turn.ours / turn.template)).toFixed(1),
    (Buffer.byteLength(ours(feedAt(0))) / 1_000).toFixed(0),
  ];
}

const encoder = new TextEncoder();

/** Milliseconds until the bytes exist: an engine may postpone joining a string that nobody reads. */
function timed(render: () => string): number {
  const begin = performance.now();
  encoder.encode(render());
  return performance.now() - begin;
}
