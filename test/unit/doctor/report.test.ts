import { describe, expect, test } from "vitest";
import { ALL_CHECKS } from "../../../src/doctor/all-checks.ts";
import { formatReport, wrapText } from "../../../src/doctor/format-report.ts";
import { look } from "./look.ts";
import { fields } from "./misbehaviour.ts";

describe("a report", () => {
  test("has the stable shape for programs", async () => {
    const report = await look({ quirks: fields({ expires: "0" }, "/rss.xml") });
    const { origin } = new URL(report.address);
    const feed = report.subjects[0];
    expect(report).toEqual({
      version: 1,
      address: `${origin}/rss.xml`,
      source: "address",
      readable: true,
      counts: { error: 0, warning: 1, note: 0 },
      findings: [
        {
          id: "cache.expires",
          level: "warning",
          where: `${origin}/rss.xml`,
          what: "Expires: 0",
          why: "If Expires is 0, Miniflux discards the validators and downloads the whole feed each time.",
          how: "Remove Expires. Cache-Control is enough.",
        },
      ],
      subjects: [
        {
          where: `${origin}/rss.xml`,
          kind: "feed",
          format: "RSS",
          title: "Harbour",
          entries: 12,
          bytes: expect.any(Number),
          compressedBytes: expect.any(Number),
          passed: expect.arrayContaining(["validators.same-tag"]),
          skipped: expect.arrayContaining(["atom.feed"]),
        },
        {
          where: `${origin}/`,
          kind: "page",
          bytes: expect.any(Number),
          passed: expect.arrayContaining(["discovery.present"]),
          skipped: expect.arrayContaining(["validators.same-tag"]),
        },
      ],
      notChecked: [],
      requests: 35,
    });
    expect([...(feed?.passed ?? []), ...(feed?.skipped ?? []), "cache.expires"].sort()).toEqual(
      ALL_CHECKS.map(({ id }) => id).sort(),
    );
  });

  test("fits into 80 columns and is grouped by address", async () => {
    const report = await look({ quirks: fields({ expires: "0" }, "/rss.xml") });
    const text = formatReport(report, {
      isVerbose: false,
      paint: (style, part) => (style === "heading" ? `# ${part}` : part),
    });
    const { origin } = new URL(report.address);
    const { bytes, compressedBytes } = report.subjects[0] ?? {};
    const number = (value = 0) => value.toLocaleString("en");
    expect(text.replace(/^ {2}\d+ rules/gm, "  N rules")).toBe(`# ${origin}/rss.xml
RSS · “Harbour” · 12 entries · ${number(bytes)} bytes · ${number(compressedBytes)} compressed

  WARNING  cache.expires
    What  Expires: 0
    Why   If Expires is 0, Miniflux discards the validators and downloads the
          whole feed each time.
    Fix   Remove Expires. Cache-Control is enough.

  N rules passed

# ${origin}/
page · ${number(report.subjects[1]?.bytes)} bytes

  N rules passed

0 errors, 1 warning, 0 notes · 35 requests`);
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(82);
  });
});

test("wrapText keeps a word that is longer than a line", () => {
  expect(wrapText(`one ${"x".repeat(30)} two`, "  ", 20)).toEqual(["  one", `  ${"x".repeat(30)}`, "  two"]);
  expect(wrapText("", "> ", 20)).toEqual(["> "]);
});
