import fc from "fast-check";
import { expect, test } from "vitest";
import { cutSpan } from "../../../src/store/feed-span.ts";
import { type FeedPosition, History } from "../../../src/store/history.ts";

const positions = (count: number, size = 1): FeedPosition[] =>
  Array.from({ length: count }, (_, index) => ({ id: `a${index}`, entered: index, sequence: index + 1, size }));
const ids = (list: readonly FeedPosition[] | undefined) => list?.map(({ id }) => id);
const TEN = { entries: 10, bytes: 1_000_000 };
const CURRENT = { kind: "current" } as const;
const archive = (number: number) => ({ kind: "archive", number }) as const;

test.each([
  [0, 0, 0, undefined],
  [9, 9, 0, undefined],
  [10, 10, 1, undefined],
  [19, 19, 1, undefined],
  [20, 10, 2, 1],
  [29, 19, 2, 1],
  [30, 10, 3, 2],
])("of %i entries the feed holds %i, %i pages are full, and archive %s is next", (count, held, full, previous) => {
  const history = new History(positions(count), TEN);
  const span = cutSpan(history, CURRENT, count);
  expect([span?.positions.length, history.archivesAt(count), span?.previous]).toEqual([held, full, previous]);
});

test("an archive holds its page and links to the archives beside it", () => {
  const history = new History(positions(35), TEN);
  const span = cutSpan(history, archive(2), 99);
  expect(ids(span?.positions)).toEqual(ids(positions(20).slice(10)));
  expect([span?.previous, span?.next]).toEqual([1, 3]);
  expect(cutSpan(history, archive(1), 99)).toMatchObject({ next: 2 });
  expect(cutSpan(history, archive(3), 99)).not.toHaveProperty("next");
  expect(cutSpan(history, archive(4), 99)).toBeUndefined();
});

test("a page is also full if its articles reach the byte limit", () => {
  const history = new History(positions(9, 100), { entries: 10, bytes: 250 });
  expect(ids(cutSpan(history, archive(1), 99)?.positions)).toEqual(["a0", "a1", "a2"]);
  expect(ids(cutSpan(history, CURRENT, 99)?.positions)).toEqual(["a6", "a7", "a8"]);
});

test("an entry that has not entered by now is in no document", () => {
  const history = new History(positions(30), TEN);
  expect(history.lengthAt(11.5)).toBe(12);
  expect(cutSpan(history, archive(2), 18)).toBeUndefined();
  expect(ids(cutSpan(history, CURRENT, 11)?.positions)?.at(-1)).toBe("a11");
});

/** Follows a feed from its newest document back. The content may change between two requests. */
function crawl(
  next: (document: { kind: "current" } | { kind: "archive"; number: number }) => ReturnType<typeof cutSpan>,
) {
  const seen: string[] = [];
  let span = next(CURRENT);
  while (span) {
    seen.push(...span.positions.map(({ id }) => id));
    span = span.previous === undefined ? undefined : next(archive(span.previous));
  }
  return seen;
}

test("a crawl yields every entry exactly once while others enter", () => {
  fc.assert(
    fc.property(
      fc.nat(120),
      fc.array(fc.nat(15), { maxLength: 12 }),
      fc.integer({ min: 1, max: 12 }),
      (count, arriving, entries) => {
        const all = positions(count + arriving.reduce((sum, each) => sum + each, 0));
        const history = new History(all, { entries, bytes: 1e9 });
        let now = count - 1;
        const seen = crawl((document) => {
          const span = cutSpan(history, document, now);
          now += arriving.shift() ?? 0;
          return span;
        });
        expect(seen.toSorted()).toEqual(ids(all.slice(0, count))?.toSorted());
      },
    ),
  );
});

test("a filtered crawl yields every entry that matches throughout exactly once while others start or stop matching", () => {
  fc.assert(
    fc.property(
      fc.nat(100),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 2, max: 7 }),
      fc.infiniteStream(fc.nat(9)),
      (count, entries, nth, random) => {
        const all = positions(count);
        const history = new History(all, { entries, bytes: 1e9 });
        const steady = all.filter(({ sequence }) => sequence % nth === 0);
        const seen = crawl((document) => {
          const chance = random.next().value ?? 0;
          const matches = ({ sequence }: FeedPosition) => sequence % nth === 0 || sequence % 10 === chance;
          return cutSpan(history, document, count, { matches, wanted: entries });
        });
        const counted = steady.map(({ id }) => seen.filter((other) => other === id).length);
        expect(counted).toEqual(steady.map(() => 1));
      },
    ),
  );
});
