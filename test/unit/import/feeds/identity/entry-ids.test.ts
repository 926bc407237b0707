import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { identityOf } from "../../../../../src/import/feeds/identity/entry-identity.ts";
import { EntryIds } from "../../../../../src/import/feeds/identity/entry-ids.ts";
import type { ArticleFacts } from "../../../../../src/import/feeds/identity/known-articles.ts";
import type { ImportedEntry } from "../../../../../src/import/feeds/imported-entry.ts";
import type { Timestamp } from "../../../../../src/model/timestamp.ts";
import { parseTimestamp } from "../../../../../src/model/timestamp.ts";

const SETTING = { identity: { authority: "example.org", date: "2026-01-01" }, site: "https://old.example.org/" };

function day(number: number): Timestamp {
  const read = parseTimestamp(`2019-05-${String(number).padStart(2, "0")}T09:30:00Z`);
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

type Story = {
  readonly guid?: string;
  readonly path?: string | undefined;
  readonly title: string;
  readonly day: number;
};

function entryOf({ guid, path, title, day: number }: Story): ImportedEntry {
  const link = path === undefined ? undefined : `https://old.example.org${path}`;
  const rest = { html: "", status: "published", authors: [], tags: [], enclosures: [] } as const;
  return { guid, link, title, published: day(number), ...rest };
}

/** The ids of the stories after an import of the documents, in which an entry may have got another id. */
function idsOf(documents: readonly (readonly Story[])[], before: ReadonlyMap<string, ArticleFacts> = new Map()) {
  const ids = new EntryIds((id) => before.get(id));
  const given = new Map<Story, string>();
  documents.forEach((stories, index) => {
    for (const story of stories) {
      const entry = entryOf(story);
      const facts = { title: entry.title, published: String(entry.published) };
      const taken = ids.take(identityOf(entry, SETTING), facts, `document ${index}`);
      if (taken.kind === "repeated") continue;
      for (const [other, id] of given) if (id === taken.rename?.from) given.set(other, taken.rename.to);
      given.set(story, taken.id);
    }
  });
  return given;
}

const story = { guid: "tag:old.example.org,2019:a", path: "/a", title: "A", day: 1 };

describe("one story in two documents is one article", () => {
  it.each([
    ["as it is", {}],
    ["with tracking", { path: "/a?utm_source=archive" }],
    ["with another title", { title: "A, corrected" }],
    ["with another time", { day: 2 }],
    ["at another address", { path: "/2019/a" }],
    ["without an address", { path: undefined }],
  ])("%s", (_, changes) => {
    const other: Story = { ...story, ...changes };
    expect([...idsOf([[story], [other]]).values()]).toEqual([story.guid]);
  });

  it("but not at another address with another title or time", () => {
    expect(idsOf([[story], [{ ...story, path: "/b", title: "B", day: 2 }]]).size).toBe(2);
  });
});

it("an article that is there keeps its id, and others get their own", () => {
  const facts = { addresses: ["/a"], title: "A", published: String(day(1)) };
  const other = { ...story, path: "/b", title: "B", day: 2 };
  for (const stories of [
    [story, other],
    [other, story],
  ]) {
    const ids = idsOf([stories], new Map([[story.guid, facts]]));
    expect(ids.get(story)).toBe(story.guid);
    expect(ids.get(other)).toMatch(/:imported\//);
  }
});

it("ids do not depend on the order of the entries, and no two articles have one", () => {
  const stories = fc.uniqueArray(
    fc.record({
      guid: fc.constantFrom("x", "y", "0", "", "https://old.example.org/", "tag:old.example.org,2019:a"),
      path: fc.constantFrom("/", "/a", "/b", "/?p=1", "/?p=2"),
      number: fc.integer({ min: 1, max: 28 }),
    }),
    { maxLength: 12, selector: ({ path, number }) => (path === "/" ? `${number}` : path) },
  );
  fc.assert(
    fc.property(stories, fc.infiniteStream(fc.double({ noNaN: true })), (drawn, keys) => {
      const all: readonly Story[] = drawn.map(({ guid, path, number }, index) => ({
        guid,
        path,
        title: `T${index}`,
        day: path === "/" ? number : index + 1,
      }));
      const order = all.map((each) => ({ each, key: keys.next().value ?? 0 })).toSorted((a, b) => a.key - b.key);
      const one = idsOf([all]);
      const other = idsOf([order.map(({ each }) => each)]);
      expect(new Set(one.values()).size).toBe(one.size);
      for (const each of one.keys()) expect(other.get(each)).toBe(one.get(each));
    }),
  );
});
