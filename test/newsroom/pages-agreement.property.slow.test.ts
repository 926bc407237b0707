import { env } from "cloudflare:workers";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Page } from "../../src/model/page.ts";
import { formerPathKey } from "../../src/site/former-path.ts";
import { withStoredOrigin } from "../../src/site/public-origin.ts";
import type { ArticleStore } from "../../src/store/article-store.ts";
import { openPages } from "../../src/store/d1/open-pages.ts";
import { ORIGIN } from "../fixtures/full-article.ts";
import { FileReference } from "../reference/file-reference.ts";
import { DIVISION, empty, open } from "./open.ts";

const SLUGS = ["about", "imprint", "contact", "straße"] as const;
const PATHS = ["/old", "/older/", "/?page_id=7", "/about", "/imprint/"] as const;
/** The two have other times for the publication itself, all before this. */
const FOUNDED = Date.UTC(2026, 1, 1);
const BEGIN = Date.UTC(2026, 2, 1);

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("put" as const),
      page: fc.record(
        {
          slug: fc.constantFrom(...SLUGS),
          title: fc.constantFrom("About", "Über uns", "Contact", "about"),
          description: fc.constant("A page"),
          language: fc.constantFrom("en", "de", "ar"),
          body: fc.constantFrom("<p>One.</p>", `<p><a href="${ORIGIN}/articles/x">Two.</a></p>`),
          navigation: fc.constantFrom("header" as const, "footer" as const, "none" as const),
          order: fc.nat({ max: 2 }),
          status: fc.constantFrom("published" as const, "published" as const, "draft" as const),
          formerPaths: fc.uniqueArray(fc.constantFrom(...PATHS), { minLength: 1, maxLength: 2 }),
        },
        { requiredKeys: ["slug", "title", "description", "language", "body", "navigation", "status"] },
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("delete" as const), slug: fc.constantFrom(...SLUGS) }) },
);

/** Everything that readers can see of pages at a moment, without the keys, which each store makes as it likes. */
async function seen(store: ArticleStore, now: number) {
  const { navigation, modified } = await store.pageFacts(now);
  const pages = await Promise.all(SLUGS.map((slug) => store.page(slug, now)));
  return {
    navigation,
    modified: Math.max(FOUNDED, modified),
    pages: pages.map((found) => found && { page: found.page, modified: Math.max(FOUNDED, found.modified) }),
    listed: await store.pages(now),
    redirects: await Promise.all(PATHS.map((path) => store.redirect(path, now))),
  };
}

it("after any changes of pages, a newsroom shows what files would", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      await empty();
      const { store } = open();
      const pages = openPages(env.DB);
      const reference = new FileReference(DIVISION);
      let now = BEGIN;
      for (const each of steps) {
        now += 60_000;
        const writing = { actor: "desk", now };
        if (each.kind === "delete") {
          await pages.delete(each.slug, writing);
          reference.removePage(each.slug, now);
        } else {
          // Its own path is a fault of the page.
          const { formerPaths: written = [], ...rest } = each.page;
          const former = written.filter((path) => formerPathKey(path) !== formerPathKey(`/${rest.slug}`));
          const page: Page = {
            ...rest,
            ...(former.length > 0 && { formerPaths: former }),
            url: `${ORIGIN}/${encodeURIComponent(each.page.slug)}`,
          };
          const saved = await pages.save(withStoredOrigin(page, ORIGIN), undefined, writing);
          // A path that another page has is refused, and changes nothing.
          if (saved.ok) reference.putPage(page, now);
          else expect(saved.error.kind).toBe("path-taken");
        }
        expect(await seen(store, now)).toEqual(await seen(reference.store, now));
      }
    }),
    { numRuns: 20, seed: 54 },
  );
}, 300_000);
