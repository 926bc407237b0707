import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Feed } from "../../../src/model/feed.ts";
import { recordingOf } from "../../../src/model/recording.ts";
import { renderAtom } from "../../../src/render/atom.ts";
import { renderJsonFeed } from "../../../src/render/json-feed.ts";
import { renderPodcast } from "../../../src/render/podcast/podcast.ts";
import { renderRss } from "../../../src/render/rss.ts";
import { feedOf, fullArticle, plainArticle } from "../../fixtures/full-article.ts";
import { podcastFeedOf } from "../../fixtures/podcast.ts";

/**
 * The exact bytes of one feed: an article with everything and an article with the least. After a change that is meant,
 * `UPDATE_GOLDEN=1 npx vitest run --project unit test/unit/render/golden.test.ts` writes them anew; read the difference
 * before you commit it.
 */
/** Far from one another, and from the feed's own times, in hour, month and year. */
const MOMENTS = [Date.UTC(2001, 1, 3, 4, 5, 6), Date.UTC(2037, 10, 30, 23, 59, 59)];

afterEach(() => {
  vi.useRealTimers();
});

/** The podcast has episodes only. */
const renderEpisodes = ({ entries }: Feed) =>
  renderPodcast(podcastFeedOf(entries.filter((article) => recordingOf(article) !== undefined)));

describe("golden files", () => {
  const feed = feedOf([fullArticle, plainArticle]);

  test.each([
    ["full.rss", renderRss],
    ["full.atom", renderAtom],
    ["full.json", renderJsonFeed],
    ["podcast.rss", renderEpisodes],
  ])("%s", (name, render) => {
    const file = join(import.meta.dirname, "../../fixtures/golden", name);
    if (process.env.UPDATE_GOLDEN) writeFileSync(file, render(feed));
    expect(render(feed)).toBe(readFileSync(file, "utf8"));
  });

  test.each([
    ["RSS", renderRss],
    ["Atom", renderAtom],
    ["JSON Feed", renderJsonFeed],
    ["the podcast", renderEpisodes],
  ])("%s has the same bytes at any time", (_, render) => {
    const bytes = MOMENTS.map((now) => {
      vi.useFakeTimers({ now });
      return render(structuredClone(feed));
    });
    expect(bytes).toEqual(Array(MOMENTS.length).fill(render(feed)));
    expect(bytes[0]).toBe(bytes[1]);
  });
});
