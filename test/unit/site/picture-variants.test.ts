import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  originalPath,
  plainVariant,
  readVariantPath,
  takesVariants,
  VARIANT_RECIPE,
  variantsOf,
} from "../../../src/site/picture-variants.ts";

const ferry = { mediaType: "image/jpeg", width: 1600, height: 900, url: "https://a.example/media/0a1b/F%C3%A4hre.jpg" };

test("the recipe names the version of sharp, since caches keep what is at an address for good", () => {
  const { dependencies } = JSON.parse(readFileSync("package.json", "utf8"));
  expect(VARIANT_RECIPE).toMatch(new RegExp(`^${dependencies.sharp.replaceAll(".", "")}[a-z]$`));
});

test("the address of a variant leads back to its original", () => {
  const all = variantsOf(ferry).flatMap(({ variants }) => variants);
  expect(all).toHaveLength(9);
  for (const { url, width, mediaType } of all) {
    const path = decodeURIComponent(new URL(url).pathname.slice("/media/".length));
    expect(readVariantPath(path)).toEqual({ original: "0a1b/Fähre.jpg", width, mediaType });
    expect(originalPath(path)).toBe("0a1b/Fähre.jpg");
  }
});

test.each(["0a1b/ferry.jpg", "0a1b-0355a/ferry.jpg", "0a1b/ferry.800.jpg", "x/y.800.tiff"])(
  "%s is no variant",
  (path) => expect(originalPath(path)).toBe(path),
);

test("a program that takes one address gets 1,200 pixels, or the original's width, in a format that it knows", () => {
  expect(plainVariant(ferry)).toMatchObject({ mediaType: "image/jpeg", width: 1200, height: 675 });
  expect(plainVariant({ ...ferry, width: 900 })).toMatchObject({ width: 900, height: 900 });
  expect(plainVariant({ ...ferry, mediaType: "image/avif" })).toMatchObject({ mediaType: "image/webp" });
});

test("files elsewhere, drawings and tiny pictures have none", () => {
  expect(variantsOf({ ...ferry, url: "https://elsewhere.example/a/ferry.jpg" })).toEqual([]);
  expect(takesVariants({ ...ferry, mediaType: "image/svg+xml" }, "a.svg")).toBe(false);
  expect(takesVariants({ ...ferry, width: 200 }, "a.jpg")).toBe(false);
  expect(takesVariants({ ...ferry, width: 201 }, "a.jpg")).toBe(true);
  // The name of a variant is longer, and a file system takes 255 bytes.
  expect(takesVariants(ferry, `${"ж".repeat(121)}.jpg`)).toBe(false);
});
