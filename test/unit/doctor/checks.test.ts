import { describe, expect, test } from "vitest";
import { ALL_CHECKS } from "../../../src/doctor/all-checks.ts";
import { FAULTY_DOCUMENTS } from "./grammar/faulty-documents.ts";
import { IMAGINED } from "./imagined-visits.ts";
import { look } from "./look.ts";
import { fields, where } from "./misbehaviour.ts";
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

describe("no fault", () => {
  const idsAt = async (at: string, quirks: Quirks) => (await look({ at, quirks })).findings.map(({ id }) => id);

  test.each([
    ["/rss.xml", "an archive", '<atom:link rel="current" href="/now.xml"/>'],
    ["/rss.xml", "a later page", '<atom:link rel="first" href="/now.xml"/>'],
    ["/atom.xml", "an archive", '<link rel="current" href="/now.xml"/>'],
  ])("%s: a home page need not link to %s", async (at, _, link) => {
    const page = '<!doctype html><html lang="en"><head><title>x</title></head><body><p>x</p></body></html>';
    const document: Quirks["document"] = (text, { path }) =>
      path === "/" ? page : text.replace(/(?<=<\/title>)(?=<link>|<updated>)/, link);
    const quirks = { ...fields({ link: "" }, "/"), document };
    expect(await idsAt(at, quirks)).not.toContain("discovery.listed");
    expect(await idsAt(at, { ...quirks, document: (text, { path }) => (path === "/" ? page : text) })).toContain(
      "discovery.listed",
    );
  });

  test("a JSON Feed is an archive by its Link header", async () => {
    const page = '<!doctype html><html lang="en"><head><title>x</title></head><body><p>x</p></body></html>';
    const quirks = (link: string): Quirks => ({
      headers: (headers, { path }) => ({ ...headers, link: path === "/feed.json" ? link : "" }),
      document: (text, { path }) => (path === "/" ? page : text),
    });
    expect(await idsAt("/feed.json", quirks('</now.json>; rel="current"'))).not.toContain("discovery.listed");
    expect(await idsAt("/feed.json", quirks('</feed.json>; rel="current"'))).toContain("discovery.listed");
  });

  test.each([
    ["counts down to the next change", "public, max-age=290", false],
    ["differs in its lifetime", "public, max-age=0", true],
    ["differs in a word", "private, max-age=300", true],
  ])("Cache-Control that %s between GET and HEAD", async (_, cacheControl, isFault) => {
    const quirks = where(
      ({ method }) => method === "HEAD",
      (healthy) => ({ ...healthy, headers: { ...healthy.headers, "cache-control": cacheControl } }),
    );
    expect((await idsAt("/rss.xml", quirks)).includes("head.agrees")).toBe(isFault);
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
