import { env } from "cloudflare:workers";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import type { Article } from "../../src/model/article.ts";
import { timestampInUtc } from "../../src/model/timestamp.ts";
import { openD1Store, openReader } from "../../src/store/d1/d1-store.ts";
import { readSettings } from "../../src/store/d1/newsroom-settings.ts";
import { openNewsroom } from "../../src/store/d1/open-newsroom.ts";
import { siteByAddress } from "../../src/store/site-by-address.ts";
import { articleNamed, artifactOf } from "../fixtures/file-content.ts";
import { ORIGIN, publication } from "../fixtures/full-article.ts";
import { FileReference } from "../reference/file-reference.ts";
import { articleToSend, makeToken, openDesk } from "./desk/open-desk.ts";
import { expectNotBack } from "./feed-dates.ts";
import { empty } from "./open.ts";

/**
 * Readers compare the date of a feed with the one they have, and some drop a feed that is older. So it never goes back:
 * whatever a desk does, in any form, and whether articles are files or in a database.
 */
const START = Date.UTC(2026, 5, 1, 12);
const MINUTE = 60_000;
const DIVISION = { entries: 3, bytes: 1_000_000 };
const ABOUT = { ...publication, retractions: { days: 1 } };
const TAGS = ["Boats", "Trains"];
const MAX_ARTICLES = 8;

/** An article is known by its number. Times are in minutes from now. */
type Step =
  | {
      readonly kind: "save";
      readonly article: number;
      readonly title: string;
      readonly tags: readonly string[];
      /** The `updated` that the author gives, past or future. */
      readonly updated: number | undefined;
      readonly isMinor: boolean;
      readonly isCorrection: boolean;
    }
  | { readonly kind: "retract" | "draft" | "move"; readonly article: number }
  | { readonly kind: "schedule" | "expire"; readonly article: number; readonly minutes: number }
  | { readonly kind: "wait"; readonly minutes: number };

const article = fc.nat({ max: MAX_ARTICLES - 1 });
const minutes = fc.integer({ min: 1, max: 30 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("save" as const),
      article,
      title: fc.constantFrom("A quay", "A bridge", "A bell"),
      tags: fc.subarray(TAGS),
      updated: fc.option(fc.integer({ min: -90, max: 90 }), { nil: undefined }),
      isMinor: fc.boolean(),
      isCorrection: fc.boolean(),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom("retract", "draft", "move"), article }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom("schedule", "expire"), article, minutes }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("wait" as const), minutes }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("wait" as const), minutes: fc.constantFrom(700, 1_500) }) },
);

/** Each step takes a second. */
const durationOf = (each: Step) => (each.kind === "wait" ? each.minutes * MINUTE : 1_000);

const changing = [fc.array(step, { minLength: 4, maxLength: 25 })] as const;

/** What the author's file says after the step, with whatever dates the author likes. */
function written(each: Step, known: Article | undefined, now: number): Article | undefined {
  if (each.kind === "wait") return undefined;
  const at = (by: number) => timestampInUtc(now + by * MINUTE);
  const {
    retraction: _,
    scheduledFor: __,
    unpublishAt: ___,
    ...plain
  } = known ?? articleNamed(`article-${each.article}`, { published: timestampInUtc(START - 86_400_000) });
  switch (each.kind) {
    case "save": {
      const { title, tags, updated, isCorrection } = each;
      const corrections = isCorrection ? [{ time: at(0), text: title }] : [];
      const time = updated === undefined ? plain.updated : at(updated);
      return { ...plain, title, tags: [...tags], corrections, updated: time, status: "published" };
    }
    case "retract":
      return known && { ...plain, status: "retracted", retraction: { time: at(0), reason: "It was wrong." } };
    case "draft":
      return known && { ...plain, status: "draft" };
    case "move": {
      const slug = plain.slug.endsWith("-moved") ? plain.slug.slice(0, -6) : `${plain.slug}-moved`;
      return known && { ...plain, slug, url: plain.url.replace(plain.slug, slug), formerSlugs: [] };
    }
    case "schedule":
      return known && { ...plain, status: "scheduled", scheduledFor: at(each.minutes) };
    case "expire":
      return known && { ...plain, status: "published", unpublishAt: at(each.minutes) };
  }
}

test("in file mode, after any edits of files, the date of no feed goes back in any form", async () => {
  await fc.assert(
    fc.asyncProperty(...changing, async (steps) => {
      const reference = new FileReference(DIVISION, ABOUT);
      const seen = new Map<string, number>();
      let now = START;
      for (const each of steps) {
        now += durationOf(each);
        const id = each.kind === "wait" ? "" : articleNamed(`article-${each.article}`).id;
        const edited = written(
          each,
          reference.articles.find((one) => one.id === id),
          now,
        );
        if (edited) reference.put(edited, now);
        await expectNotBack(seen, reference.store, now);
      }
    }),
    { numRuns: 40, endOnFailure: true },
  );
}, 120_000);

const settings = readSettings(artifactOf([], { publication: ABOUT }), DIVISION);
const { send, clock, service } = openDesk({
  newsroom: openNewsroom(env.DB, settings, async () => {}),
  siteFor: siteByAddress(settings.mode, ORIGIN, (origin) => openD1Store(openReader(env.DB, settings), origin)),
});
let token = "";

beforeAll(async () => {
  token = await makeToken("publisher", ["publish"]);
});

/** Sends what a client of the desk sends. Returns the slug that the article has afterwards. */
async function atTheDesk(each: Step, slug: string | undefined): Promise<string | undefined> {
  if (each.kind === "wait") return slug;
  const at = (by: number) => timestampInUtc(clock.now + by * MINUTE);
  const headers = { "content-type": "application/json" };
  const first = `article-${each.article}`;
  const put = async (fields: object, { query = "", to = slug ?? first } = {}) => {
    const body = articleToSend({ id: articleNamed(first).id, ...fields });
    const response = await send("PUT", `/desk/articles/${to}${query}`, { token, headers, body });
    expect([200, 201], await response.clone().text()).toContain(response.status);
    return to;
  };
  if (each.kind === "save") {
    const { title, tags, updated, isMinor, isCorrection } = each;
    const corrections = isCorrection ? [{ time: at(0), text: title }] : [];
    const time = updated === undefined ? {} : { updated: at(updated) };
    return put({ title, tags, corrections, ...time }, isMinor ? { query: "?minor=true" } : {});
  }
  if (slug === undefined) return undefined;
  switch (each.kind) {
    case "retract": {
      const body = JSON.stringify({ reason: "It was wrong." });
      expect((await send("DELETE", `/desk/articles/${slug}`, { token, headers, body })).status).toBeLessThan(500);
      return slug;
    }
    case "draft":
      return put({ status: "draft" });
    case "move":
      return put({}, { to: slug === first ? `${first}-moved` : first });
    case "schedule":
      return put({ scheduledFor: at(each.minutes) });
    case "expire":
      return put({ unpublishAt: at(each.minutes) });
  }
}

test("in a newsroom, after any requests at the desk, the date of no feed goes back in any form", async () => {
  await fc.assert(
    fc.asyncProperty(...changing, async (steps) => {
      await empty();
      const { store } = service.siteFor(ORIGIN);
      const seen = new Map<string, number>();
      const slugs = new Map<number, string | undefined>();
      clock.now = START;
      for (const each of steps) {
        clock.now += durationOf(each);
        if (each.kind !== "wait") slugs.set(each.article, await atTheDesk(each, slugs.get(each.article)));
        await expectNotBack(seen, store, clock.now);
      }
    }),
    { numRuns: 10, endOnFailure: true },
  );
}, 120_000);
