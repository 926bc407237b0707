import { expect, test } from "vitest";
import { pageLanguage } from "../../../../src/render/html/page-language.ts";
import {
  fileName,
  formatDuration,
  formatMediaType,
  formatSize,
} from "../../../../src/render/html/parts/format-file.ts";

test.each([
  [0, "0 bytes"],
  [999, "999 bytes"],
  [1_000, "1 kB"],
  [90_112, "90 kB"],
  [999_499, "999 kB"],
  [999_500, "1 MB"],
  [1_204_224, "1.2 MB"],
  [2_500_000_000, "2.5 GB"],
])("formatSize writes %d bytes as %s", (bytes, shown) => {
  expect(formatSize(bytes, pageLanguage("en"))).toBe(shown);
});

test.each([
  ["en", 1, "1 byte"],
  ["en", 812, "812 bytes"],
  ["de", 812, "812 Byte"],
  ["fr", 812, "812\u00a0octets"],
])("formatSize has the plural of bytes in %s: %d", (tag, bytes, shown) => {
  expect(formatSize(bytes, pageLanguage(tag))).toBe(shown);
});

test("formatSize writes numbers as the page's language does", () => {
  expect(formatSize(1_204_224, pageLanguage("de"))).toBe("1,2 MB");
});

test.each([
  [5, "0:05"],
  [75, "1:15"],
  [59.6, "1:00"],
  [3_723, "1:02:03"],
])("formatDuration writes %d seconds as %s", (seconds, shown) => {
  expect(formatDuration(seconds)).toBe(shown);
});

test("formatMediaType returns the common name of a type, or the type if it has none", () => {
  expect(formatMediaType("audio/mpeg")).toBe("MP3");
  expect(formatMediaType("model/gltf+json")).toBe("model/gltf+json");
});

test.each([
  ["https://example.org/media/ab/time%20table.pdf?x=1", "time table.pdf"],
  ["https://example.org/media/%E0%A4%A.pdf", "%E0%A4%A.pdf"],
  ["https://example.org/", "example.org"],
])("fileName names %s as %s", (url, name) => {
  expect(fileName({ url, mediaType: "application/pdf" })).toBe(name);
});
