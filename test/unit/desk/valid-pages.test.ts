import { describe, expect, test } from "vitest";
import { createOpenApi } from "../../../src/desk/openapi/openapi-document.ts";
import { renderOverviewPage } from "../../../src/desk/pages/overview-page.tsx";
import { renderReferencePage } from "../../../src/desk/pages/reference-page.tsx";
import { renderSignInPage } from "../../../src/desk/pages/sign-in-page.tsx";
import { renderViewPage } from "../../../src/desk/pages/view-page.tsx";
import { fullArticle, ORIGIN, publication } from "../../fixtures/full-article.ts";
import { faultsInHtml } from "../render/html/html-rules.ts";

const access = { tokenId: "0123456789", name: "city <desk>", scopes: ["publish", "media"], csrf: "abc" } as const;
const row = { state: "published", revision: 2, hash: "0a", saved: 0 } as const;
const listed = { ...row, id: fullArticle.id, slug: "a", title: "A <b>", due: 0 };
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

describe.each([
  ["way in", renderSignInPage(publication)],
  ["way in, after a token that was none", renderSignInPage(publication, "The token is not known")],
  ["overview", renderOverviewPage(overview)],
  ["overview of nothing", renderOverviewPage({ ...overview, state: undefined, articles: [], audit: [], media: [] })],
  ["article", renderViewPage({ publication, access, kept: { ...row, article: fullArticle } })],
  [
    "draft, after a fault",
    renderViewPage({
      publication,
      access,
      kept: { ...row, state: "draft", article: { ...fullArticle, language: "ar" } },
      fault: "No <b>",
    }),
  ],
  ["reference", renderReferencePage(createOpenApi(ORIGIN), publication)],
])("%s", (_name, page) => {
  test("is valid HTML with one h1, and what was written stands in it as text", () => {
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
