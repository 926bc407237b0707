import { describe, expect, test } from "vitest";
import { STYLESHEET, STYLESHEET_PATH } from "../../../../../src/render/html/style/style.ts";

test("the style sheet is small, has balanced braces and loads nothing", () => {
  expect(new TextEncoder().encode(STYLESHEET).length).toBeLessThanOrEqual(20_000);
  expect(STYLESHEET.split("{").length).toBe(STYLESHEET.split("}").length);
  expect(STYLESHEET).not.toMatch(/url\(|@import|expression/);
});

test("the path contains the hash of the content", () => {
  expect(STYLESHEET_PATH).toMatch(/^\/assets\/[0-9a-f]{16}\.css$/);
});

test("the style sheet names no fixed sides, so that it works for right-to-left text", () => {
  const rules = STYLESHEET.replace(/\.body pre\{[^}]*\}/, "");
  expect(rules).not.toMatch(
    /(?:margin|padding|border)-(?:left|right)|float:|text-align:(?:left|right)|[;{](?:left|right):/,
  );
});

describe("contrast (WCAG 2.2, 1.4.3)", () => {
  const [light = "", dark = ""] = [...STYLESHEET.matchAll(/:root\{([^}]*--paper[^}]*)\}/g)].map(
    ([, rules]) => rules ?? "",
  );

  test.each([
    ["light", light],
    ["dark", dark],
  ])("ink, quiet and accent are readable on paper and tint: %s", (_name, rules) => {
    for (const ground of ["paper", "tint"]) {
      for (const ink of ["ink", "quiet", "accent"]) {
        expect(contrast(colour(rules, ink), colour(rules, ground)), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    }
  });
});

function colour(rules: string, name: string): number[] {
  const [, hex = ""] = new RegExp(`--${name}:#([0-9a-f]{6})`).exec(rules) ?? [];
  expect(hex, `--${name}`).toHaveLength(6);
  return [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
}

function contrast(one: number[], other: number[]): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(rgb: number[]): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
