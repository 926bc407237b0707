import { describe, expect, test } from "vitest";
import { articleFacts } from "../../../../src/compile/ledger/article-facts.ts";
import { recordChanges } from "../../../../src/compile/ledger/record-changes.ts";
import { type RecordTimes, recordedAt } from "../../../../src/compile/ledger/record-times.ts";
import type { Article } from "../../../../src/model/article.ts";
import { type Ledger, ledgerSchema } from "../../../../src/model/ledger.ts";
import { articleNamed } from "../../../fixtures/file-content.ts";
import { publication, time } from "../../../fixtures/full-article.ts";

const day = (date: number): RecordTimes => recordedAt(Date.UTC(2026, 3, date));
const record = (ledger: Ledger | undefined, articles: readonly Article[], times: RecordTimes) =>
  recordChanges(
    ledger,
    { publication, articles: articles.map((article) => articleFacts(article)), renderer: "0123456789abcdef" },
    times,
  );

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
      last: { title: "About one", published: "2026-02-01T08:00:00Z", updated: "2026-02-01T08:00:00Z" },
      deployed: false,
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

  test("of a removed article keeps what a notice says of it, and its return is newer than the notice", () => {
    const less = record(ledger, [{ ...two, title: "Two, corrected" }], day(2));
    expect(entry(less, one)).toMatchObject({ last: { title: "About one", published: one.published } });
    const none = record(less.ledger, [], day(3));
    expect(entry(none, two)).toMatchObject({
      last: { title: "Two, corrected" },
      withdrawn: { time: "2026-04-03T00:00:00Z" },
    });
    const back = record(none.ledger, [one, two], day(4));
    expect([entry(back, one)?.restored, entry(back, two)?.restored]).toEqual([
      "2026-04-04T00:00:00Z",
      "2026-04-04T00:00:00Z",
    ]);
    expect(entry(record(back.ledger, [one, { ...two, title: "Edited" }], day(5)), two)).toMatchObject({
      restored: "2026-04-04T00:00:00Z",
      told: "2026-04-04T00:00:00Z",
    });
  });

  test("of a retracted article keeps time and reason, also when its file is removed later", () => {
    const retraction = { time: time("2026-04-02T10:00:00+08:00"), reason: "It was wrong." };
    const retracted = record(ledger, [{ ...one, status: "retracted", retraction }, two, later], day(3));
    expect(entry(retracted, one)?.withdrawn).toEqual(retraction);
    expect(record(retracted.ledger, [{ ...one, status: "retracted", retraction }, two, later], day(4)).changes).toEqual(
      [],
    );
    expect(entry(record(retracted.ledger, [two, later], day(4)), one)).toEqual(entry(retracted, one));
  });

  test("of an expired article that is removed says that it had expired", () => {
    const until = { ...one, unpublishAt: time("2026-04-02T00:00:00Z") };
    const known = record(undefined, [until], day(1));
    const gone = record(known.ledger, [], day(3));
    expect(entry(gone, one)).toMatchObject({
      withdrawn: { time: until.unpublishAt, expired: true },
      modified: "2026-04-01T00:00:00Z",
    });
  });

  test("of a title that was still to come when the file was removed does not keep it", () => {
    const planned = {
      ...one,
      title: "Secret",
      scheduledFor: time("2026-05-01T00:00:00Z"),
      status: "scheduled" as const,
    };
    const gone = record(record(ledger, [planned, two, later], day(2)).ledger, [two, later], day(3));
    expect(JSON.stringify(entry(gone, one))).not.toContain("Secret");
  });

  test("is told of no date that goes back", () => {
    const newer = record(ledger, [{ ...one, updated: time("2026-04-01T12:00:00Z") }, two, later], day(2));
    expect(entry(record(newer.ledger, [one, two, later], day(3)), one)?.told).toBe("2026-04-01T12:00:00Z");
  });

  test("of an article that an earlier version recorded can be made", () => {
    const { last: _, ...old } = ledger.articles[one.id] ?? { last: undefined };
    const former = { ...ledger, articles: { ...ledger.articles, [one.id]: old } } as Ledger;
    expect(record(former, [one, two, later], day(2)).changes).toEqual([]);
    expect(entry(record(former, [{ ...one, title: "Edited" }, two, later], day(2)), one)).toMatchObject({
      told: "2026-04-01T00:00:00Z",
      last: { title: "Edited" },
    });
    expect(entry(record(former, [two, later], day(2)), one)).toMatchObject({
      withdrawn: { time: "2026-04-02T00:00:00Z" },
    });
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
      articles: [one, two, later].map((article) => articleFacts(article)),
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

describe("an article whose kind of feed did not exist when it was recorded", () => {
  const attachments = [{ file: { url: "https://media.example/a.mp3", mediaType: "audio/mpeg", length: 9 } }];
  const episode = articleNamed("one", { section: "harbour", attachments });
  const { ledger } = record(undefined, [episode, two], day(1));
  const known = ledger.articles[episode.id];
  const former: Ledger = known
    ? { ...ledger, articles: { ...ledger.articles, [episode.id]: { ...known, feeds: { "sections/harbour": {} } } } }
    : ledger;

  test("is put into it from the beginning, and has not changed for that", () => {
    const now = record(former, [episode, two], day(2));
    expect(now.changes).toEqual([{ kind: "changed", id: episode.id, name: "About one" }]);
    expect(now.ledger).toEqual(ledger);
    expect(entry(now, episode)?.feeds).toEqual({ "sections/harbour": {}, podcast: {}, "podcast/sections/harbour": {} });
    expect(record(now.ledger, [episode, two], day(3)).changes).toEqual([]);
  });
});
