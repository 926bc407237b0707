import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { articleFacts } from "../../../../src/compile/ledger/article-facts.ts";
import { joinRecords } from "../../../../src/compile/ledger/join-records.ts";
import { recordChanges } from "../../../../src/compile/ledger/record-changes.ts";
import { recordedAt } from "../../../../src/compile/ledger/record-times.ts";
import type { Article } from "../../../../src/model/article.ts";
import type { Ledger } from "../../../../src/model/ledger.ts";
import { timestampInUtc } from "../../../../src/model/timestamp.ts";
import { articleNamed } from "../../../fixtures/file-content.ts";
import { publication, time } from "../../../fixtures/full-article.ts";

const at = (day: number) => Date.UTC(2026, 3, day);
const record = (ledger: Ledger | undefined, articles: readonly Article[], day: number) =>
  recordChanges(
    ledger,
    { publication, articles: articles.map((article) => articleFacts(article)), renderer: "0123456789abcdef" },
    recordedAt(at(day)),
  ).ledger;

const one = articleNamed("one", { tags: ["Boats"], section: "harbour" });
const base = record(undefined, [one], 1);
const of = (ledger: Ledger) => {
  const found = ledger.articles[one.id];
  if (!found) throw new Error("the article is not recorded");
  return found;
};
const joined = (a: Ledger, b: Ledger) => joinRecords(of(a), of(b));

describe("two records of one article", () => {
  test("are the later one if it followed the other", () => {
    const later = record(base, [{ ...one, title: "Edited", slug: "uno", tags: ["Trains"] }], 2);
    expect(joined(base, later)).toEqual({ record: of(later), isWhole: true });
    expect(joined(later, base)).toEqual({ record: of(later), isWhole: true });
  });

  test("keep both addresses and both positions if two branches changed it", () => {
    const moved = record(base, [{ ...one, slug: "uno", tags: ["Boats", "Trains"] }], 2);
    const edited = record(base, [{ ...one, slug: "eins", tags: ["Boats", "Ferries"] }], 3);
    const { record: both, isWhole } = joined(moved, edited);
    expect(isWhole).toBe(false);
    expect(both).toMatchObject({ slug: "eins", modified: "2026-04-03T00:00:00Z" });
    expect(both.formerSlugs.toSorted()).toEqual(["one", "uno"]);
    expect(both.feeds).toEqual({
      "sections/harbour": {},
      "tags/boats": {},
      "tags/ferries": { sequence: 2, entered: "2026-04-03T00:00:00Z" },
      "tags/trains": { sequence: 2, entered: "2026-04-02T00:00:00Z", left: "2026-04-03T00:00:00Z" },
    });
  });

  test("keep the earlier of two positions in a feed that both branches put it into", () => {
    const early = record(base, [{ ...one, tags: ["Boats", "Trains"] }], 2);
    const late = record(base, [{ ...one, title: "Edited", tags: ["Boats", "Trains"] }], 3);
    expect(joined(early, late).record.feeds["tags/trains"]).toEqual({ sequence: 2, entered: "2026-04-02T00:00:00Z" });
  });

  test("keep the place of the first if both branches added it", () => {
    const first = record(undefined, [one], 2);
    const second = record(record(undefined, [articleNamed("two")], 2), [articleNamed("two"), one], 3);
    const { record: both } = joined(first, second);
    expect(both).toMatchObject({ sequence: 1, entered: "2026-04-02T00:00:00Z", modified: "2026-04-03T00:00:00Z" });
  });

  test("keep the date that readers were told by either", () => {
    const dated = record(base, [{ ...one, updated: time("2026-04-02T00:00:00Z") }], 2);
    const again = record(dated, [{ ...one, updated: time("2026-04-03T00:00:00Z"), title: "Again" }], 3);
    const other = record(base, [{ ...one, title: "Other" }], 4);
    expect(joined(again, other).record.told).toBe("2026-04-03T00:00:00Z");
  });

  test("of an article that readers have not seen are the later one, with both addresses", () => {
    const planned = { ...one, status: "scheduled", scheduledFor: time("2026-05-01T00:00:00Z") } as const;
    const hidden = record(undefined, [planned], 1);
    const moved = record(hidden, [{ ...planned, slug: "uno", tags: ["Trains"] }], 2);
    const edited = record(hidden, [{ ...planned, scheduledFor: time("2026-06-01T00:00:00Z") }], 3);
    const { record: both } = joined(moved, edited);
    expect(both).toMatchObject({ slug: "one", due: "2026-06-01T00:00:00Z", formerSlugs: ["uno"] });
    expect(Object.keys(both.feeds)).toEqual(["sections/harbour", "tags/boats"]);
  });
});

describe("any two records", () => {
  type Step = { readonly title: string; readonly slug: string; readonly tags: string[]; readonly gone: boolean };
  const step: fc.Arbitrary<Step> = fc.record({
    title: fc.constantFrom("A", "B", "C"),
    slug: fc.constantFrom("one", "uno", "eins"),
    tags: fc.subarray(["Boats", "Trains", "Ferries"]),
    gone: fc.boolean(),
  });
  const branch = (steps: readonly Step[], from: Ledger, day: number) =>
    steps.reduce(
      (ledger, { gone, ...fields }, index) => record(ledger, gone ? [] : [{ ...one, ...fields }], day + index * 2),
      from,
    );

  test("make the same record in either order, and lose neither an address nor a position", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 4 }), fc.array(step, { maxLength: 4 }), (ours, theirs) => {
        const [a, b] = [branch(ours, base, 2), branch(theirs, base, 3)];
        const { record: both } = joined(a, b);
        expect(joined(b, a).record).toEqual(both);
        const known = new Set([both.slug, ...both.formerSlugs]);
        for (const side of [of(a), of(b)]) {
          for (const slug of [side.slug, ...side.formerSlugs]) expect(known).toContain(slug);
          for (const key of Object.keys(side.feeds)) expect(Object.keys(both.feeds)).toContain(key);
          if (side.told)
            expect(Date.parse(both.told ?? timestampInUtc(0))).toBeGreaterThanOrEqual(Date.parse(side.told));
        }
      }),
    );
  });

  test("are the later one if it followed the other through any changes", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 3 }), fc.array(step, { minLength: 1, maxLength: 3 }), (before, after) => {
        const a = branch(before, base, 2);
        const b = branch(after, a, 12);
        expect(joined(a, b)).toEqual({ record: of(b), isWhole: true });
      }),
    );
  });
});

describe("the mark of a record that no deploy carried", () => {
  const { deployed: _, ...carried } = of(base);
  const marked = of(base);
  const edited = of(record(base, [{ ...one, title: "Edited" }], 2));

  test("goes if one branch has a deploy, and is no other version of the article", () => {
    expect(joinRecords(carried, marked)).toEqual({ record: carried, isWhole: true });
    expect(joinRecords(marked, carried)).toEqual({ record: carried, isWhole: true });
    expect(joinRecords(carried, edited)).toEqual(joinRecords(edited, carried));
    expect(joinRecords(carried, edited).record).not.toHaveProperty("deployed");
    expect(joinRecords(carried, edited).isWhole).toBe(true);
  });

  test("stays if neither branch has", () => {
    expect(joinRecords(marked, edited)).toEqual({ record: edited, isWhole: true });
  });
});
