import { describe, expect, test } from "vitest";
import { createOpenApi } from "../../../src/desk/openapi/openapi-document.ts";
import { OPERATIONS } from "../../../src/desk/operations.ts";
import { renderArticlePage } from "../../../src/desk/pages/article.tsx";
import { renderHubPage } from "../../../src/desk/pages/hub.tsx";
import { renderOverviewPage } from "../../../src/desk/pages/overview.tsx";
import { renderDeskProblem } from "../../../src/desk/pages/problem.tsx";
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

const retracted = {
  ...fullArticle,
  status: "retracted",
  retraction: { time: fullArticle.updated, reason: "A <b> was wrong" },
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
  [
    "retracted article",
    renderArticlePage({ publication, access, stored: { ...row, state: "retracted", article: retracted } }),
  ],
  ["reference", renderReferencePage(createOpenApi(OPERATIONS, ORIGIN), publication)],
  ["reference, signed in", renderReferencePage(createOpenApi(OPERATIONS, ORIGIN), publication, access)],
  ["problem", renderDeskProblem({ problem: { status: 403, title: "A", detail: "No <b>" }, publication, access })],
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

describe("the page of an article at the desk", () => {
  const shown = (state: "draft" | "published" | "retracted", article: typeof fullArticle, fault?: string) =>
    renderArticlePage({ publication, access, stored: { ...row, state, article }, fault });

  test("has a summary that repeats the text once, as readers see it", () => {
    const summary = "It opens on Monday.";
    const page = shown("draft", { ...fullArticle, status: "draft", summary, body: `<p>${summary}</p>` });
    expect(page.split(`>${summary}<`)).toHaveLength(2);
    expect(page).not.toContain("Published <");
    expect(page).toContain("This article has not been published yet.");
  });

  test("of a retracted article has the reason, the time and the way back", () => {
    const page = shown("retracted", retracted);
    expect(page).toMatch(/<dt>Retracted<\/dt><dd><time datetime="2026-03-04T18:38:00Z">.*A &lt;b&gt; was wrong/);
    expect(page).toMatch(/action="\/desk\/view\/[^"]+\/restore".*Restore<\/button>/s);
    expect(shown("published", fullArticle)).not.toContain("Restore");
  });

  test("opens the form that was sent with a fault", () => {
    expect(shown("published", fullArticle, "Expected a reason.")).toContain('<details open="">');
    expect(shown("published", fullArticle)).toContain("<details><summary>Retract");
  });
});

describe("the lists of the desk", () => {
  const listOf = (state: "draft" | "scheduled" | "published" | "retracted" | "unpublished") =>
    renderOverviewPage({ ...overview, articles: [{ ...listed, state }], audit: [], media: [] });

  test("say when an article is due only if it is", () => {
    expect(listOf("scheduled")).toMatch(/<span>due <time/);
    expect(listOf("published")).toMatch(/<span>published <time/);
    for (const state of ["draft", "retracted", "unpublished"] as const)
      expect(listOf(state)).not.toMatch(/<span>(?:due|published) /);
  });

  test("group the digits of numbers", () => {
    const figures = { ...hub.figures, subscribers: 12_345, outbox: { entries: 1_234, oldest: 0 }, dead: 54_321 };
    const page = renderHubPage({ ...hub, now: 7_000_000, figures });
    expect(page).toContain("12,345 of 1 feed");
    expect(page).toContain("1,234 changes, the oldest since 7,000 s");
    expect(page).toContain("Given up: 54,321");
  });
});
