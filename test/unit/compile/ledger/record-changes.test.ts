import { describe, expect, test } from "vitest";
import { recordChanges } from "../../../../src/compile/ledger/record-changes.ts";
import { type RecordTimes, recordedAt } from "../../../../src/compile/ledger/record-times.ts";
import type { Article } from "../../../../src/model/article.ts";
import { type Ledger, ledgerSchema } from "../../../../src/model/ledger.ts";
import { articleNamed } from "../../../fixtures/file-content.ts";
import { publication, time } from "../../../fixtures/full-article.ts";

const day = (date: number): RecordTimes => recordedAt(Date.UTC(2026, 3, date));
const record = (ledger: Ledger | undefined, articles: readonly Article[], times: RecordTimes) =>
  recordChanges(ledger, { publication, articles, renderer: "0123456789abcdef" }, times);

const one = articleNamed("one", { tags: ["Boats"], section: "harbour" });
const two = articleNamed("two", { published: time("2026-02-02T00:00:00Z") });
const later = articleNamed("later", { status: "scheduled", scheduledFor: time("2026-05-01T00:00:00Z") });
const entry = ({ ledger }: { ledger: Ledger }, { id }: Article) => ledger.articles[id];

describe("the first record", () => {
  const first = record(undefined, [later, two, one], day(1));

  test("lists every article in the order in which readers can see them", () => {
    expect(Object.values(first.ledger.articles).map(({ slug, sequence, due }) => [slug, sequence, due])).toEqual([
      ["one", 1, "2026-02-01T08:00:00Z"],
      ["two", 2, "2026-02-02T00:00:00Z"],
      ["later", 3, "2026-05-01T00:00:00Z"],
    ]);
    expect(entry(first, one)).toEqual({
      sequence: 1,
      entered: "2026-04-01T00:00:00Z",
      due: "2026-02-01T08:00:00Z",
      size: 22,
      slug: "one",
      formerSlugs: [],
      hash: expect.stringMatching(/^[0-9a-f]{16}$/),
      modified: "2026-04-01T00:00:00Z",
      feeds: { "sections/harbour": {}, "tags/boats": {} },
    });
  });

  test("is a valid ledger and reports every article as new", () => {
    expect(ledgerSchema.parse(JSON.parse(JSON.stringify(first.ledger)))).toEqual(first.ledger);
    expect(first.changes.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      "new About one",
      "new About two",
      "new About later",
    ]);
  });

  test("does not change when it is repeated", () => {
    const again = record(first.ledger, [one, two, later], day(2));
    expect(again.changes).toEqual([]);
    expect(again.ledger).toEqual(first.ledger);
  });
});

describe("a later record", () => {
  const { ledger } = record(undefined, [one, two, later], day(1));

  test("of an edited article changes its time and nothing else", () => {
    const edited = record(ledger, [{ ...one, title: "Edited" }, two, later], day(2));
    expect(edited.changes).toEqual([{ kind: "changed", id: one.id, name: "Edited" }]);
    expect(entry(edited, one)).toMatchObject({
      sequence: 1,
      modified: "2026-04-02T00:00:00Z",
      entered: "2026-04-01T00:00:00Z",
    });
    expect(entry(edited, two)).toEqual(ledger.articles[two.id]);
  });

  test("of a new slug remembers the old one, and of the first slug again forgets it", () => {
    const moved = record(ledger, [{ ...one, slug: "uno" }, two, later], day(2));
    expect(moved.changes).toMatchObject([{ kind: "moved" }]);
    expect(entry(moved, one)).toMatchObject({ slug: "uno", formerSlugs: ["one"] });
    const back = record(moved.ledger, [one, two, later], day(3));
    expect(entry(back, one)).toMatchObject({ slug: "one", formerSlugs: ["uno"] });
  });

  test("of changed tags preserves the position in the feed that the article left and adds a position in the feed it joined", () => {
    const retagged = record(ledger, [{ ...one, tags: ["Ships"] }, two, later], day(2));
    expect(entry(retagged, one)?.feeds).toEqual({
      "sections/harbour": {},
      "tags/boats": { left: "2026-04-02T00:00:00Z" },
      "tags/ships": { sequence: 4, entered: "2026-04-02T00:00:00Z" },
    });
  });

  test("of a removed article preserves its entry, and drops the entry if the article was never public", () => {
    const less = record(ledger, [two], day(2));
    expect(less.changes.map(({ kind, name }) => `${kind} ${name}`)).toEqual(["gone one", "gone later"]);
    expect(entry(less, one)).toMatchObject({ slug: "one", withdrawn: { time: "2026-04-02T00:00:00Z" } });
    expect(entry(less, later)).toBeUndefined();
    const returned = record(less.ledger, [one, two], day(3));
    expect(entry(returned, one)).not.toHaveProperty("withdrawn");
    expect(entry(returned, one)).toMatchObject({ sequence: 1, modified: "2026-04-03T00:00:00Z" });
  });

  test("of a changed date moves an article that is not public yet and no other", () => {
    const dates = [
      { ...one, published: time("2026-06-01T00:00:00Z"), updated: time("2026-06-01T00:00:00Z") },
      { ...later, scheduledFor: time("2026-06-01T00:00:00Z") },
    ];
    const moved = record(ledger, [two, ...dates], day(2));
    expect(entry(moved, one)?.due).toBe("2026-02-01T08:00:00Z");
    expect(entry(moved, later)?.due).toBe("2026-06-01T00:00:00Z");
  });

  test("of a changed publication or renderer changes their times", () => {
    const recordable = {
      publication: { ...publication, title: "New" },
      articles: [one, two, later],
      renderer: "fedcba9876543210",
    };
    const changed = recordChanges(ledger, recordable, day(2));
    expect(changed.changes.map(({ kind }) => kind)).toEqual(["publication", "renderer"]);
    expect(changed.ledger.renderer).toEqual({ hash: "fedcba9876543210", modified: "2026-04-02T00:00:00Z" });
  });
});

test("an article that leaves a feed before it is public leaves no empty position", () => {
  const { ledger } = record(undefined, [later], day(1));
  const retagged = record(ledger, [{ ...later, tags: ["Trains"] }], day(2));
  expect(entry(retagged, later)?.feeds).toEqual({ "tags/trains": {} });
});
