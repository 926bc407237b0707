import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { renderAtom } from "../../../src/render/atom.ts";
import { renderJsonFeed } from "../../../src/render/json-feed.ts";
import { renderRss } from "../../../src/render/rss.ts";
import { feedOf, fullArticle, plainArticle } from "../../fixtures/full-article.ts";

/**
 * The exact bytes of one feed: an article with everything and an article with the least. After a change that is meant,
 * `UPDATE_GOLDEN=1 npx vitest run --project unit test/unit/render/golden.test.ts` writes them anew; read the difference before you commit it.
 */
describe("golden files", () => {
  const feed = feedOf([fullArticle, plainArticle]);

  test.each([
    ["full.rss", renderRss],
    ["full.atom", renderAtom],
    ["full.json", renderJsonFeed],
  ])("%s", (name, render) => {
    const file = join(import.meta.dirname, "../../fixtures/golden", name);
    if (process.env.UPDATE_GOLDEN) writeFileSync(file, render(feed));
    expect(render(feed)).toBe(readFileSync(file, "utf8"));
  });

  test.each([renderRss, renderAtom, renderJsonFeed])("%o gives the same bytes at any time", (render) => {
    expect(render(feed)).toBe(render(structuredClone(feed)));
  });
});
