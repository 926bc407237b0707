import { describe, expect, test } from "vitest";
import { atom, FAULTY_DOCUMENTS, opensearch, rss } from "./faulty-documents.ts";
import { findingsIn, imagineServed } from "./imagined-answer.ts";

const TYPES = [
  [/<rss[\s>]/, "application/rss+xml; charset=utf-8"],
  [/<OpenSearchDescription/, "application/opensearchdescription+xml; charset=utf-8"],
] as const;

function rulesBrokenBy(document: string, isCounted: (level: string) => boolean): readonly string[] {
  const [, type = "application/atom+xml; charset=utf-8"] = TYPES.find(([pattern]) => pattern.test(document)) ?? [];
  const visit = imagineServed("https://example.org/feed", Buffer.from(document), type);
  return [...new Set(findingsIn(visit).flatMap(({ id, level }) => (isCounted(level) ? [id] : [])))];
}

describe("a document without a fault", () => {
  test.each([
    ["RSS", rss()],
    ["Atom", atom()],
    ["an OpenSearch description", opensearch("")],
  ])("%s breaks no rule", (_, document) => {
    expect(rulesBrokenBy(document, (level) => level !== "note")).toEqual([]);
  });
});

describe("a document with one fault", () => {
  test.each(FAULTY_DOCUMENTS.map((each) => [each.id, each.what, each] as const))("%s: %s", (id, _, faulty) => {
    expect(rulesBrokenBy(faulty.document, () => true)).toContain(id);
    const others = rulesBrokenBy(faulty.document, (level) => level !== "note").filter((each) => each !== id);
    expect(others.sort()).toEqual([...(faulty.also ?? [])].sort());
  });
});
