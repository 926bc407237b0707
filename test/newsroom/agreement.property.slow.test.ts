import fc from "fast-check";
import { expect, test } from "vitest";
import { articleNamed } from "../fixtures/file-content.ts";
import { ABOUT, after, FOUND, START, step } from "../reference/desk-steps.ts";
import { everyDocument, shown } from "../reference/every-document.ts";
import { FileReference } from "../reference/file-reference.ts";
import { asStored, empty, open } from "./open.ts";

const DIVISION = { entries: 3, bytes: 1_000_000 };

test("after any steps of a desk, at any time, the newsroom shows what file mode shows and its validators change whenever that changes", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 20 }), async (steps) => {
      await empty();
      const { newsroom, store } = open({ division: DIVISION, artifact: { publication: ABOUT } });
      const reference = new FileReference(DIVISION, ABOUT);
      let now = START;
      let known = new Map<
        string,
        { tag: string | undefined; shown: string; modified: number | undefined; updated: string }
      >();
      for (const each of steps) {
        now += each.kind === "wait" ? each.minutes * 60_000 : 1_000;
        if (each.kind !== "wait") {
          const id = articleNamed(`article-${each.article}`).id;
          const before = reference.articles.find((one) => one.id === id);
          const isSeen = before !== undefined && (await reference.store.article(before.slug, now)).kind === "found";
          const article = after(each, before, now, isSeen);
          if (!article) continue;
          reference.put(article, now);
          expect(await newsroom.save(asStored(article), undefined, { actor: "desk", now })).toMatchObject({
            value: { kind: expect.stringMatching(/created|changed/) },
          });
        }
        const wanted = await everyDocument(reference.store, now);
        const found = await everyDocument(store, now);
        expect(found.map(({ name, feed }) => [name, shown(feed)])).toEqual(
          wanted.map(({ name, feed }) => [name, shown(feed)]),
        );
        const next = new Map(known);
        for (const [index, { name, selection, document, version, feed }] of found.entries()) {
          const state = JSON.stringify(shown(feed));
          const earlier = known.get(name);
          if (earlier && earlier.shown !== state) {
            expect([name, version.tag], "a tag names one state only").not.toEqual([name, earlier.tag ?? "none"]);
            expect(feed?.modified ?? 0, `${name} is newer`).toBeGreaterThan(earlier.modified ?? 0);
          }
          if (earlier?.updated && feed)
            expect(Date.parse(feed.updated), `${name} does not go back`).toBeGreaterThanOrEqual(
              Date.parse(earlier.updated),
            );
          expect(feed?.tag).toBe(version.tag);
          expect(feed?.modified ?? 0).toBeLessThanOrEqual(now);
          // The reference may name an instant at which nothing changes. An instant at which something changes must be
          // named.
          const until = wanted[index]?.feed?.validUntil;
          if (until !== undefined) {
            const then = await reference.store.feed(selection, document, until);
            const isChange = JSON.stringify(shown(then)) !== state;
            if (isChange) expect(feed?.validUntil ?? Number.POSITIVE_INFINITY, name).toBeLessThanOrEqual(until);
          }
          next.set(name, { tag: version.tag, shown: state, modified: feed?.modified, updated: feed?.updated ?? "" });
        }
        known = next;
        for (const { slug, formerSlugs } of reference.articles)
          for (const each of [slug, ...formerSlugs]) {
            const [{ kind, ...rest }, other] = [
              await store.article(each, now),
              await reference.store.article(each, now),
            ];
            expect([each, kind, "slug" in rest ? rest.slug : ""]).toEqual([
              each,
              other.kind,
              "slug" in other ? other.slug : "",
            ]);
          }
      }
    }),
    { numRuns: 20, examples: FOUND.map((steps) => [[...steps]]) },
  );
}, 300_000);
