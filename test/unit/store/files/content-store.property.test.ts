import fc from "fast-check";
import { expect, test } from "vitest";
import type { ListedArticle } from "../../../../src/model/catalogue.ts";
import type { ArticleStore } from "../../../../src/store/article-store.ts";
import { openContentStore } from "../../../../src/store/files/content-store.ts";
import { articleNamed } from "../../../fixtures/file-content.ts";
import { ORIGIN } from "../../../fixtures/full-article.ts";
import { written } from "../../../fixtures/written-content.ts";
import { ABOUT, after, FOUND, START, step } from "../../../reference/desk-steps.ts";
import { everyDocument, shown } from "../../../reference/every-document.ts";
import { FileReference } from "../../../reference/file-reference.ts";

const DIVISION = { entries: 3, bytes: 1_000_000 };
const MINUTE = 60_000;

/** Everything that a store says at one moment, apart from instants that it may name too early. */
async function everything(store: ArticleStore, slugs: readonly string[], now: number) {
  const documents = await everyDocument(store, now);
  const catalogue = await store.catalogue(now);
  const listed = ({ article, modified }: ListedArticle) => [article.url, modified];
  const parts = await store.sitemapParts(now);
  return {
    documents: documents.map(({ name, feed }) => [name, shown(feed), feed?.title]),
    articles: await Promise.all(slugs.map((slug) => store.article(slug, now))).then((found) =>
      found.map(({ kind, ...rest }) => [
        kind,
        "slug" in rest ? rest.slug : undefined,
        "article" in rest ? [rest.article, rest.modified, rest.validUntil] : undefined,
        "retraction" in rest ? rest.retraction : undefined,
        kind === "withdrawn" && "time" in rest ? [rest.time, rest.title, rest.language] : undefined,
      ]),
    ),
    catalogue: [catalogue.everything, ...catalogue.feeds].map(({ scope, articles, head }) => [
      scope,
      articles,
      head.name,
    ]),
    recent: (await store.recent(now - 90 * MINUTE, 4, now)).map(listed),
    last: (await store.recent(0, 1, now - 30 * MINUTE)).map(listed),
    around: await Promise.all(slugs.map((slug) => aroundSlug(store, slug, now))),
    months: await Promise.all((await store.months(now)).map((month) => store.month(month, now))).then((months) =>
      months.map((each) => each.map(listed)),
    ),
    parts: parts.map(({ number }) => number),
    sitemap: await Promise.all(parts.map(({ number }) => store.sitemapPart(number, now))).then((found) =>
      found.map((each) => each?.map(listed).toSorted()),
    ),
  };
}

async function aroundSlug(store: ArticleStore, slug: string, now: number) {
  const found = await store.article(slug, now);
  if (found.kind !== "found") return undefined;
  const { candidates, previous, next } = await store.around(found.article, now);
  return { candidates: candidates.map(({ id, title }) => [id, title]), previous, next };
}

/** A validator may be newer than need be, and a document may be valid for a shorter time. */
async function expectTimes(store: ArticleStore, reference: ArticleStore, now: number) {
  const wanted = await everyDocument(reference, now);
  for (const [index, { name, selection, document, feed }] of (await everyDocument(store, now)).entries()) {
    const known = wanted[index]?.feed;
    expect(feed?.modified ?? 0, `${name} is as new`).toBeGreaterThanOrEqual(known?.modified ?? 0);
    expect(feed?.modified ?? 0, `${name} is not of the future`).toBeLessThanOrEqual(now);
    const until = known?.validUntil;
    if (until === undefined) continue;
    const then = shown(await reference.feed(selection, document, until));
    if (JSON.stringify(then) !== JSON.stringify(shown(known)))
      expect(feed?.validUntil ?? Number.POSITIVE_INFINITY, `${name} ends in time`).toBeLessThanOrEqual(until);
  }
}

test("after any steps, a build of any age shows what the content shows when all of it is in memory", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 4, maxLength: 20 }),
      fc.array(fc.integer({ min: 1, max: 3_000 }), { minLength: 1, maxLength: 3 }),
      async (steps, waits) => {
        const reference = new FileReference(DIVISION, ABOUT);
        let now = START;
        for (const each of steps) {
          now += each.kind === "wait" ? each.minutes * MINUTE : 1_000;
          if (each.kind === "wait") continue;
          const { id } = articleNamed(`article-${each.article}`);
          const before = reference.articles.find((one) => one.id === id);
          const isSeen = before !== undefined && (await reference.store.article(before.slug, now)).kind === "found";
          const article = after(each, before, now, isSeen);
          if (article) reference.put(article, now);
        }
        const slugs = reference.articles.flatMap(({ slug, formerSlugs }) => [slug, ...formerSlugs]);
        const builds = [0, START, now].map((asOf) => {
          const { head, read } = written(reference.artifact, DIVISION, asOf);
          return openContentStore(JSON.stringify(head), read, ORIGIN);
        });
        for (const minutes of [0, ...waits]) {
          const then = now + minutes * MINUTE;
          const wanted = await everything(reference.store, slugs, then);
          for (const store of builds) {
            expect(await everything(store, slugs, then)).toEqual(wanted);
            await expectTimes(store, reference.store, then);
          }
        }
      },
    ),
    { numRuns: 30, examples: FOUND.map((steps) => [[...steps], [30, 1_441]]) },
  );
}, 120_000);
