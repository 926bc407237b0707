import { describe, expect, test } from "vitest";
import { createOpenApi } from "../../../src/desk/openapi/openapi-document.ts";
import { OPERATIONS } from "../../../src/desk/operations.ts";
import { renderArticlePage } from "../../../src/desk/pages/article.tsx";
import { renderHubPage } from "../../../src/desk/pages/hub.tsx";
import { renderOverviewPage } from "../../../src/desk/pages/overview.tsx";
import { renderReferencePage } from "../../../src/desk/pages/reference.tsx";
import { renderSignInPage } from "../../../src/desk/pages/sign-in.tsx";
import { fullArticle, ORIGIN, publication } from "../../fixtures/full-article.ts";
import { NO_DELIVERIES } from "../../fixtures/no-deliveries.ts";
import { faultsInHtml } from "../render/html/html-rules.ts";

const access = { tokenId: "0123456789", name: "city <desk>", scopes: ["publish", "media"], csrf: "abc" } as const;
const row = { state: "published", revision: 2, hash: "0a", saved: 0 } as const;
const listed = { ...row, id: fullArticle.id, slug: "a", title: "A <b>", updated: fullArticle.updated, due: 0 };
const file = { url: `${ORIGIN}/media/0a/b.png`, mediaType: "image/png", length: 9 };
const overview = {
  publication,
  access,
  state: "draft",
  counts: new Map([["draft", "1000+"]] as const),
  articles: [listed, { ...listed, state: "draft", slug: "b" }],
  audit: [{ number: 1, at: 0, actor: "city <desk>", action: "created", id: fullArticle.id, slug: "a" }],
  media: [{ path: "0a/b.png", file, uploaded: 0, name: "maps/b.png" }],
} as const;

const hub = {
  publication,
  access,
  now: 0,
  refresh: 10,
  figures: {
    topics: 1,
    subscribers: 2,
    outbox: { entries: 1, oldest: 0 },
    fanOuts: [
      {
        number: 2,
        topic: `${ORIGIN}/rss.xml`,
        pages: 4,
        pagesLeft: 1,
        delivered: 9,
        failed: 1,
        created: 0,
        finished: null,
      },
      { number: 1, topic: `${ORIGIN}/`, pages: 4, pagesLeft: 0, delivered: 9, failed: 1, created: 0, finished: 9 },
    ],
    waiting: [{ attempts: 1, deliveries: 3, due: 0 }],
    dead: 1,
    deadLetters: [
      {
        topic: `${ORIGIN}/`,
        slot: 1,
        host: "reader.example.org",
        fanOut: 1,
        attempts: 9,
        fault: "A <b>",
        since: 0,
        dead: 0,
      },
    ],
  },
} as const;

describe.each([
  ["hub", renderHubPage(hub)],
  ["hub without subscribers or deliveries", renderHubPage({ ...hub, figures: NO_DELIVERIES })],
  ["form to sign in", renderSignInPage(publication)],
  ["form to sign in, after an invalid token", renderSignInPage(publication, "The token is not known")],
  ["overview", renderOverviewPage(overview)],
  [
    "overview of an empty newsroom",
    renderOverviewPage({ ...overview, state: undefined, articles: [], audit: [], media: [] }),
  ],
  ["article", renderArticlePage({ publication, access, stored: { ...row, article: fullArticle } })],
  [
    "draft, after a fault",
    renderArticlePage({
      publication,
      access,
      stored: { ...row, state: "draft", article: { ...fullArticle, language: "ar" } },
      fault: "No <b>",
    }),
  ],
  ["reference", renderReferencePage(createOpenApi(OPERATIONS, ORIGIN), publication)],
])("%s", (_name, page) => {
  test("is valid HTML with one h1 and escapes the text of authors", () => {
    expect(faultsInHtml(page)).toEqual([]);
    expect(page.match(/<h1[ >]/g)).toHaveLength(1);
    expect(page).not.toMatch(/<desk>|A <b>|No <b>/);
  });

  test("has a label for every field", () => {
    const fields = [...page.matchAll(/<(?:input|textarea)[^>]*>/g)].filter(([tag]) => !tag.includes('type="hidden"'));
    for (const [tag] of fields) {
      const [, id = "none"] = /id="([^"]+)"/.exec(tag) ?? [];
      expect(page).toContain(`<label for="${id}">`);
    }
  });
});
