import fc from "fast-check";
import { expect, test } from "vitest";
import type { Article } from "../../src/model/article.ts";
import type { Document, Feed } from "../../src/model/feed.ts";
import { EVERYTHING, PODCAST, type Scope } from "../../src/model/scope.ts";
import { allOf, type Selection } from "../../src/model/selection.ts";
import { timestampInUtc } from "../../src/model/timestamp.ts";
import type { ArticleStore, Version } from "../../src/store/article-store.ts";
import { articleNamed } from "../fixtures/file-content.ts";
import { publication } from "../fixtures/full-article.ts";
import { FileReference } from "./file-reference.ts";
import { asStored, empty, open } from "./open.ts";

const START = Date.UTC(2026, 5, 1, 12);
const DIVISION = { entries: 3, bytes: 1_000_000 };
const TAGS = ["Boats", "Trains", "制裁"];
const MAX_ARTICLES = 12;
/** Notices end within the days that the steps take. */
const ABOUT = {
  ...publication,
  retractions: { days: 1 },
  podcast: {},
  sections: [{ slug: "harbour", title: "Harbour", podcast: {} }],
};
const RECORDING: Article["attachments"] = [
  { file: { url: "https://elsewhere.example.org/a.mp3", mediaType: "audio/mpeg", length: 9 } },
];

/**
 * What a desk does, and the passing of time. Articles are named by number. A step on an article that does not exist has
 * no effect.
 */
type Step =
  | {
      readonly kind: "put";
      readonly article: number;
      readonly tags: readonly string[];
      readonly words: string;
      readonly isEpisode?: boolean;
    }
  | { readonly kind: "draft" | "move" | "retract" | "publish"; readonly article: number }
  | { readonly kind: "schedule" | "expire"; readonly article: number; readonly minutes: number }
  | { readonly kind: "wait"; readonly minutes: number };

const article = fc.nat({ max: MAX_ARTICLES - 1 });
const minutes = fc.integer({ min: 1, max: 30 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("put" as const),
      article,
      tags: fc.subarray(TAGS),
      words: fc.constantFrom("harbour sanctions", "party", "朝鲜制裁 ferry"),
      isEpisode: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constantFrom("draft", "move", "retract", "publish"), article }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom("schedule", "expire"), article, minutes }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("wait" as const), minutes }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("wait" as const), minutes: fc.constantFrom(600, 1440, 1500) }),
  },
);

/**
 * The article after the step, or undefined if the step has nothing to do. Each step takes a second of its own, so that
 * no two articles become due at the same time.
 */
function after(step: Step, known: Article | undefined, now: number, isSeen: boolean): Article | undefined {
  if (step.kind === "wait") return undefined;
  const later = (by: number) => timestampInUtc(now + by * 60_000);
  if (step.kind === "put") {
    const base = known ?? articleNamed(`article-${step.article}`, { published: timestampInUtc(START - 86_400_000) });
    return {
      ...base,
      tags: [...step.tags],
      summary: step.words,
      section: step.tags.length > 1 ? "harbour" : undefined,
      attachments: step.isEpisode === true ? RECORDING : [],
    };
  }
  if (!known) return undefined;
  const { scheduledFor: _, unpublishAt: __, retraction: ___, ...plain } = known;
  switch (step.kind) {
    case "publish":
      return { ...plain, status: "published" };
    case "draft":
      return { ...plain, status: "draft" };
    case "move":
      // The address of a draft is private, and a former address that no reader saw does not redirect.
      return known.status === "draft" || !isSeen ? undefined : moved(known);
    case "retract":
      return { ...plain, status: "retracted", retraction: { time: timestampInUtc(now), reason: "It was wrong" } };
    case "schedule":
      return { ...plain, status: "scheduled", scheduledFor: later(step.minutes) };
    case "expire":
      return known.status === "retracted" ? undefined : { ...known, unpublishAt: later(step.minutes + 60) };
  }
}

function moved(known: Article): Article {
  const slug = known.slug.endsWith("-moved") ? known.slug.slice(0, -6) : `${known.slug}-moved`;
  return {
    ...known,
    slug,
    url: known.url.replace(known.slug, slug),
    formerSlugs: [...new Set([...known.formerSlugs, known.slug])].filter((each) => each !== slug),
  };
}

const scopes: readonly Scope[] = [
  EVERYTHING,
  { kind: "section", slug: "harbour" },
  PODCAST,
  { kind: "podcast", section: "harbour" },
  ...["boats", "trains", "制裁"].map((slug): Scope => ({ kind: "tag", slug })),
];
const selections: readonly Selection[] = [
  ...scopes.map(allOf),
  { ...allOf(EVERYTHING), tags: ["boats"] },
  { ...allOf(EVERYTHING), tags: ["boats", "trains"] },
  { ...allOf(EVERYTHING), words: "制裁" },
  { ...allOf({ kind: "tag", slug: "boats" }), words: "sanct" },
  { ...allOf(EVERYTHING), limit: 2 },
  { ...allOf({ kind: "tag", slug: "trains" }), limit: 1 },
  { ...allOf(PODCAST), limit: 1 },
  { ...allOf(PODCAST), tags: ["boats"] },
];

/**
 * What a reader can see of a document, without its title: file mode forgets the spelling of a tag once no article has
 * it.
 */
function shown(feed: Feed | undefined) {
  if (!feed) return undefined;
  const { entries, withdrawals, place, id, updated } = feed;
  return {
    id,
    updated,
    place,
    withdrawals,
    entries: entries.map(({ slug, title: name, summary, updated: last }) => [slug, name, summary, last]),
  };
}

type Seen = {
  readonly name: string;
  readonly selection: Selection;
  readonly document: Document;
  readonly version: Version;
  readonly feed: Feed | undefined;
};

async function everyDocument(store: ArticleStore, now: number): Promise<Seen[]> {
  const documents: Seen[] = [];
  for (const selection of selections) {
    let document: Document | undefined = { kind: "current" };
    while (document) {
      const version = await store.version(selection, document, now);
      const feed = await store.feed(selection, document, now);
      const name = `${JSON.stringify(selection)} ${JSON.stringify(document)}`;
      documents.push({ name, selection, document, version, feed });
      const previous: number | undefined = feed?.place.previous;
      document = previous === undefined ? undefined : { kind: "archive", number: previous };
    }
  }
  return documents;
}

/** Steps that the property once found a fault with. */
const FOUND: readonly (readonly Step[])[] = [
  // An article that was public waits to be public again, and is sent twice before that.
  [
    { kind: "put", article: 0, tags: [], words: "harbour sanctions" },
    { kind: "wait", minutes: 1 },
    { kind: "schedule", article: 0, minutes: 1 },
    { kind: "put", article: 0, tags: [], words: "harbour sanctions" },
    { kind: "put", article: 0, tags: [], words: "朝鲜制裁 ferry" },
  ],
  // The same, and its tags change while it waits.
  [
    { kind: "put", article: 0, tags: ["Boats"], words: "party" },
    { kind: "wait", minutes: 1 },
    { kind: "schedule", article: 0, minutes: 30 },
    { kind: "put", article: 0, tags: ["Trains"], words: "party" },
    { kind: "put", article: 0, tags: ["Boats", "Trains"], words: "party" },
    { kind: "wait", minutes: 31 },
  ],
  // An article leaves a feed and joins it again.
  [
    { kind: "put", article: 0, tags: ["Boats"], words: "party" },
    { kind: "wait", minutes: 1 },
    { kind: "put", article: 0, tags: ["Trains"], words: "party" },
    { kind: "wait", minutes: 1 },
    { kind: "put", article: 0, tags: ["Boats", "Trains"], words: "party" },
    { kind: "put", article: 0, tags: ["Trains"], words: "party" },
  ],
];

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
