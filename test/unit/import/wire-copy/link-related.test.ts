import { expect, it } from "vitest";
import { comparableTitle, linkRelated } from "../../../../src/import/wire-copy/link-related.ts";
import type { WireBlock, WireCopy } from "../../../../src/import/wire-copy/wire-copy.ts";
import { time } from "../../../fixtures/full-article.ts";

const copyOf = (...body: readonly WireBlock[]): WireCopy => ({
  ...{ headline: "Quay", byline: [], published: time("2024-03-03T21:42:00Z"), body, unplaced: [] },
});

it("linkRelated gives a related link the address of the article with its title", () => {
  const there = { kind: "related", label: "READ MORE", title: "The  quay’s “new” wall" } as const;
  const missing = { kind: "related", label: "ALSO READ", title: "The old wall" } as const;
  const known = {
    kind: "related",
    label: "ALSO READ",
    title: "The quay's wall",
    href: "https://example.org/",
  } as const;
  const addresses = new Map([[comparableTitle('The Quay\'s "new" wall'), "/articles/wall"]]);
  const { copy, notes } = linkRelated(copyOf(there, missing, known), addresses);
  expect(copy.body).toEqual([{ ...there, href: "/articles/wall" }, missing, known]);
  expect(notes).toEqual([
    "READ MORE: The  quay’s “new” wall: linked to /articles/wall, which has this title",
    'no address for ALSO READ: The old wall: add href="…" to it',
  ]);
});
