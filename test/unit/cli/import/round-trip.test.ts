import { expect, it } from "vitest";
import { parseHtml } from "../../../../src/compile/body/parse/parse-html.ts";
import { wordsOf } from "../../../../src/import/feeds/plain-text.ts";
import { renderAtom } from "../../../../src/render/atom.ts";
import { renderJsonFeed } from "../../../../src/render/json-feed.ts";
import { renderRss } from "../../../../src/render/rss.ts";
import { feedOf, fullArticle, plainArticle } from "../../../fixtures/full-article.ts";
import { emptyRepository } from "./import-in.ts";

const { run, compiled, put } = emptyRepository();

const words = (html: string) => wordsOf(parseHtml(html)).split(/\s+/);

it.each([
  ["RSS", renderRss],
  ["Atom", renderAtom],
  ["JSON Feed", renderJsonFeed],
])("our own %s is imported as the articles that it was rendered from", async (_, render) => {
  put("feed", await render(feedOf([fullArticle, plainArticle])));
  expect((await run("feed")).isWhole).toBe(true);
  const { "ferry-timetable": full, slipway: plain } = await compiled();
  const { id, title, summary, published, updated, byline, language } = fullArticle;
  expect(full).toMatchObject({ id, title, summary, published, updated, language });
  expect(full?.byline.map(({ name }) => name)).toEqual(expect.arrayContaining(byline.map(({ name }) => name)));
  expect(full?.tags).toEqual(expect.arrayContaining([...fullArticle.tags]));
  expect(full?.related).toEqual(fullArticle.related);
  expect(words(full?.body ?? "")).toEqual(expect.arrayContaining(words(fullArticle.body)));
  expect(full?.body).toContain('<aside class="pull-quote">');
  expect(plain).toMatchObject({ id: plainArticle.id, title: plainArticle.title, body: plainArticle.body });
  // The address of the article is the address it had before, so it needs no former path and no canonical address.
  expect([full?.formerPaths, full?.canonical]).toEqual([undefined, undefined]);
});
