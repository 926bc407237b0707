import { expect, it } from "vitest";
import { bodyOf } from "../compile.ts";

it("compiles a body of 5 MB", () => {
  const paragraph = `${"Many words, of one & the other kind; ".repeat(250)}\n\n`;
  const text = paragraph.repeat(Math.ceil(5_000_000 / paragraph.length));
  const { html: body, faults } = bodyOf(text, "X");
  expect(faults).toEqual([]);
  expect(body.length).toBeGreaterThan(5_000_000);
}, 120_000);
