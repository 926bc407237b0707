import fc from "fast-check";
import { expect, it } from "vitest";
import { findJsonSyntaxFault } from "../../../../src/compile/submission/json-syntax-fault.ts";

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const PIECES =
  '{|}|[|]|:|,|"|"a"|"a":|\\|\\n|\\u00e9|\\u00|0|-|1.5|01|1e5|1.|true|nul|null| |\n|\t|\u00a0|\uFEFF|{}|[]'.split("|");

it("findJsonSyntaxFault finds a fault exactly if JSON.parse does", () => {
  let whole = 0;
  const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 10 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(fc.oneof(pieces, fc.json(), fc.string()), (text) => {
      const isWhole = isJson(text);
      whole += isWhole ? 1 : 0;
      expect([text, findJsonSyntaxFault(text) === undefined]).toEqual([text, isWhole]);
    }),
    { numRuns: 5000 },
  );
  expect(whole).toBeGreaterThan(500);
});

it("findJsonSyntaxFault finds the place where a character of valid JSON was changed or the rest was cut off", () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), fc.constantFrom("", "x", '"', ",", "]", "}", "\\"), (json, seed, sign) => {
      const at = seed % (json.length + 1);
      const text = json.slice(0, at) + sign + (sign === "" ? "" : json.slice(at + 1));
      const fault = findJsonSyntaxFault(text);
      expect([text, fault === undefined]).toEqual([text, isJson(text)]);
      if (fault) expect(fault.at).toBeGreaterThanOrEqual(Math.min(at, text.length) - 6);
    }),
    { numRuns: 3000 },
  );
});
