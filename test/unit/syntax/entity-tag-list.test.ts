import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readEntityTagList } from "../../../src/syntax/entity-tag-list.ts";

const read = (field: string) => readEntityTagList(field, "If-Match");

describe("a list of entity tags", () => {
  it.each([
    ["*", "*"],
    [" * ", "*"],
    ['"a"', ['"a"']],
    ['W/"a"', ['W/"a"']],
    ['""', ['""']],
    ['"a,b" , W/"c" ,"d"', ['"a,b"', 'W/"c"', '"d"']],
    [',"a",, "b",', ['"a"', '"b"']],
    ['"*"', ['"*"']],
    ['"\xe9"', ['"\xe9"']],
  ])("is read: %j", (field, value) => {
    expect(read(field)).toEqual({ ok: true, value });
  });

  it.each([
    ["1-3373ab", 'If-Match: "1-3373ab"'],
    ["'1-3373ab'", 'If-Match: "1-3373ab"'],
    ["“1-3373ab”", 'If-Match: "1-3373ab"'],
    ['\\"1-3373ab\\"', 'If-Match: "1-3373ab"'],
    ['"1-3373ab', 'If-Match: "1-3373ab"'],
    ['1-3373ab"', 'If-Match: "1-3373ab"'],
    ["W/1-3373ab", 'If-Match: W/"1-3373ab"'],
    ['w/"1-3373ab"', 'If-Match: W/"1-3373ab"'],
    ['"a", b', 'If-Match: "a", "b"'],
    ["undefined", 'If-Match: "undefined"'],
  ])("is refused with what it was meant to be: %j", (field, example) => {
    const outcome = read(field);
    expect(outcome.ok ? "" : outcome.error.expected).toContain("Quote it");
    expect(outcome.ok ? "" : outcome.error.expected.endsWith(example)).toBe(true);
  });

  it.each(["", "  ", ",", '"a" "b"', '*, "a"', '"a", *', '"a b"', "a b c", '"a"b', "W/", '{"etag": "x"}'])(
    "is refused: %j",
    (field) => {
      expect(read(field)).toMatchObject({ ok: false });
    },
  );

  it("is any list that a client that keeps to the grammar sends, and never throws for another", () => {
    const opaque = fc.string({ unit: fc.integer({ min: 0x23, max: 0x7e }).map((code) => String.fromCharCode(code)) });
    const tag = fc.tuple(fc.boolean(), opaque).map(([isWeak, text]) => `${isWeak ? "W/" : ""}"${text}"`);
    fc.assert(
      fc.property(fc.array(tag, { minLength: 1 }), (tags) => {
        expect(read(tags.join(", "))).toEqual({ ok: true, value: tags });
      }),
    );
    fc.assert(
      fc.property(fc.string(), (field) => {
        const outcome = read(field);
        if (outcome.ok && outcome.value !== "*") expect(outcome.value.length).toBeGreaterThan(0);
      }),
    );
  });
});
