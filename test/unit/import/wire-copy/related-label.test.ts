import { describe, expect, it } from "vitest";
import { readLabelAlone, readRelated } from "../../../../src/import/wire-copy/related-label.ts";

describe("readRelated", () => {
  it.each([
    "READ MORE",
    "ALSO READ",
    "READ ALSO",
    "SEE ALSO",
    "RELATED",
    "RELATED STORIES",
    "Read more",
    "Related article",
    "WATCH",
  ])("reads %j as a label", (label) => {
    expect(readRelated(`${label}: Quay: what is new`)).toEqual({ kind: "related", label, title: "Quay: what is new" });
  });

  it.each([
    "READ MORE | Quay",
    "READ MORE – Quay",
    "READ MORE:Quay",
    "READ MORE:\u00a0 Quay",
    "(READ MORE: Quay)",
    "[READ MORE: Quay]",
  ])("reads the title from %j", (line) => {
    expect(readRelated(line)).toEqual({ kind: "related", label: "READ MORE", title: "Quay" });
  });

  it("reads the address behind the title", () => {
    const link = { kind: "related", label: "READ MORE", title: "Quay", href: "https://example.org/quay?a=1&b=2" };
    expect(readRelated("READ MORE: Quay https://example.org/quay?a=1&b=2")).toEqual(link);
    expect(readRelated("READ MORE: Quay (https://example.org/quay?a=1&b=2)")).toEqual(link);
    expect(readRelated("READ MORE: https://example.org/q")).toEqual({
      ...{ kind: "related", label: "READ MORE", title: "https://example.org/q", href: "https://example.org/q" },
    });
  });

  it.each(["Read more books", "more: there were three", "They read more: three", "READ MORE", "RELATED"])(
    "finds no related link in %j",
    (line) => {
      expect(readRelated(line)).toBeUndefined();
    },
  );
});

describe("readLabelAlone", () => {
  it.each([
    ["RELATED STORIES", "RELATED STORIES"],
    ["Read more:", "Read more"],
    ["Related", "Related"],
    ["READ MORE: Quay", undefined],
    ["more", undefined],
  ])("reads %j", (line, label) => {
    expect(readLabelAlone(line)).toBe(label);
  });
});
