/** The feeds that this repository renders have no error and no warning of any rule about documents. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Feed } from "../../../src/model/feed.ts";
import { recordingOf } from "../../../src/model/recording.ts";
import { renderAtom } from "../../../src/render/atom.ts";
import { renderJsonFeed } from "../../../src/render/json-feed.ts";
import { renderPodcast } from "../../../src/render/podcast/podcast.ts";
import { renderRss } from "../../../src/render/rss.ts";
import { feedOf, fullArticle, plainArticle } from "../../fixtures/full-article.ts";
import { podcastFeedOf } from "../../fixtures/podcast.ts";
import { findingsIn, imagineServed } from "./grammar/imagined-answer.ts";

/** The podcast has episodes only. */
function renderEpisodes({ entries }: Feed): string {
  return renderPodcast(podcastFeedOf(entries.filter((article) => recordingOf(article) !== undefined)));
}

const FORMS = [
  ["RSS", renderRss, "application/rss+xml", "full.rss"],
  ["Atom", renderAtom, "application/atom+xml", "full.atom"],
  ["JSON Feed", renderJsonFeed, "application/feed+json", "full.json"],
  ["the podcast", renderEpisodes, "application/rss+xml", "podcast.rss"],
] as const;

/** These depend on the articles, or on how the feed is served, and not on how it is rendered. */
const NOT_OF_RENDERING =
  /^(?:dates\.(?:recent|not-future|own)|self\.|discovery\.|entries\.(?:few|full|titles)|hub\.|last-modified\.)/;

function faultsIn(text: string, mediaType: string): readonly string[] {
  const visit = imagineServed("https://example.org/feed", Buffer.from(text), `${mediaType}; charset=utf-8`);
  return findingsIn(visit).flatMap(({ id, level, what }) =>
    level === "note" || NOT_OF_RENDERING.test(id) ? [] : [`${id}: ${what}`],
  );
}

test.each(FORMS)("%s of a full and a plain article", (_, render, mediaType) => {
  expect(faultsIn(render(feedOf([fullArticle, plainArticle])), mediaType)).toEqual([]);
});

test.each(FORMS)("%s as it is on disk", (_, __, mediaType, file) => {
  const text = readFileSync(join(import.meta.dirname, "../../fixtures/golden", file), "utf8");
  expect(faultsIn(text, mediaType)).toEqual([]);
});
