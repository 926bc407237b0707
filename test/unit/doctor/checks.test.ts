import { describe, expect, test } from "vitest";
import { ALL_CHECKS } from "../../../src/doctor/all-checks.ts";
import { FAULTY_DOCUMENTS } from "./grammar/faulty-documents.ts";
import { IMAGINED } from "./imagined-visits.ts";
import { look } from "./look.ts";
import { MISBEHAVIOURS } from "./misbehaviours/all.ts";
import type { Quirks } from "./site.ts";

const levels = new Map(ALL_CHECKS.map(({ id, level }) => [id, level]));

describe("a healthy site", () => {
  test.each(["/", "/rss.xml", "/atom.xml", "/feed.json"])("%s has no findings", async (at) => {
    const { findings, subjects } = await look({ at });
    expect(findings).toEqual([]);
    expect(subjects.map(({ kind }) => kind)).toEqual(at === "/" ? ["page", "feed", "feed", "feed"] : ["feed", "page"]);
  });
});

describe.concurrent("a site with a fault", () => {
  test.each(MISBEHAVIOURS.map((row) => [row.id, row.what, row] as const))("%s: %s", async (id, _, row) => {
    const quirks: Quirks = row.quirks ?? {};
    let hasChanged = quirks.document === undefined;
    const document: Quirks["document"] = (text, request) => {
      const changed = quirks.document?.(text, request) ?? text;
      hasChanged ||= changed !== text;
      return changed;
    };
    const { findings } = await look({ ...row, quirks: { ...quirks, document } });
    expect(hasChanged, "the quirk has changed nothing").toBe(true);
    const told = findings
      .filter((finding) => finding.id === id || finding.level !== "note")
      .map((finding) => finding.id);
    expect([...new Set(told)].sort()).toEqual([id, ...(row.also ?? [])].sort());
  });
});

describe("a fault that a loopback server cannot have", () => {
  test.each(IMAGINED)("is found by %s", (id, visit) => {
    const check = ALL_CHECKS.find((each) => each.id === id);
    expect(check?.examine(visit)).toHaveLength(1);
  });
});

test("every rule has a misbehaviour that breaks it", () => {
  const broken = new Set<string>([
    ...[...MISBEHAVIOURS, ...FAULTY_DOCUMENTS].map(({ id }) => id),
    ...IMAGINED.map(([id]) => id),
  ]);
  expect([...levels.keys()].filter((id) => !broken.has(id))).toEqual([]);
  expect([...broken].filter((id) => !levels.has(id))).toEqual([]);
});

test("ids are unique and start with their group, and every rule has a summary, a reason and a fix", () => {
  expect(levels.size).toBe(ALL_CHECKS.length);
  for (const { id, summary, why, how } of ALL_CHECKS) {
    expect(id).toMatch(/^[a-z-]+\.[a-z0-9-]+$/);
    for (const text of [summary, why, how]) expect(text).toMatch(/^[A-Z<\p{L}].*[.>]$/u);
  }
});
