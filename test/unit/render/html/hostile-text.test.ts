import { expect, test } from "vitest";
import type { Article } from "../../../../src/model/article.ts";
import type { Feed } from "../../../../src/model/feed.ts";
import { renderArticlePage } from "../../../../src/render/html/pages/article-page.tsx";
import { renderFeedPage } from "../../../../src/render/html/pages/feed-page.tsx";
import { renderListPage } from "../../../../src/render/html/pages/list-page.tsx";
import { feedOf, fullArticle, publication } from "../../../fixtures/full-article.ts";
import { activeParts, element, elements, jsonLd, parsePage, text } from "./parse-page.ts";

/** The fixture with every free text replaced. Addresses, times and the sanitised body are not free text. */
function articleSaying(words: string): Article {
  return {
    ...fullArticle,
    title: words,
    summary: words,
    byline: [{ name: words }, { name: words, url: "https://example.org/a" }],
    agency: { name: words },
    dateline: words,
    tags: [words],
    image: { ...fullArticle.image, alternativeText: words, caption: words, credit: words },
    attachments: fullArticle.attachments.map((attachment) => ({ ...attachment, title: words })),
    rights: words,
    corrections: [{ time: fullArticle.published, text: words }],
  };
}

function feedSaying(words: string): Feed {
  const sections = [{ slug: "harbour", title: words }];
  const saying = { ...publication, title: words, description: words, rights: words, sections };
  return feedOf([articleSaying(words)], { publication: saying, title: words, description: words });
}

test.each([
  "</script><script>alert(1)</script>",
  "</title></head><body onload=alert(1)>",
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  "--><svg/onload=alert(1)><!--",
  "<!--<script>",
  "{{constructor}} &lt;b&gt; &amp;",
  "]]>]]>",
  "$& $1 $` link",
])("%s stays text on every page", (words) => {
  const feed = feedSaying(words);
  const article = articleSaying(words);
  const articlePage = parsePage(renderArticlePage(article, feed));
  const listings = [
    renderListPage(feed),
    ...(["rss", "atom", "json"] as const).map((form) => renderFeedPage(feed, form)),
  ].map(parsePage);

  expect(elements(articlePage, "script").map(({ properties }) => properties.type)).toEqual(["application/ld+json"]);
  expect(jsonLd(articlePage)).toMatchObject({
    headline: words,
    dateline: words,
    keywords: [words],
    articleSection: words,
  });
  expect(text(element(articlePage, "h1"))).toBe(words);
  expect(element(articlePage, "img", "u-photo").properties.alt).toBe(words);
  for (const page of [articlePage, ...listings]) expect(activeParts(page)).toEqual([]);
  for (const page of listings) {
    expect(elements(page, "script")).toEqual([]);
    const headings = ["h2", "h3"].flatMap((name) => elements(element(page, "main"), name, "p-name"));
    expect(headings.map(text)).toEqual([words]);
  }
});
