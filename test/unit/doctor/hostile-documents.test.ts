import { describe, expect, test } from "vitest";
import { linksInHeader } from "../../../src/doctor/facts/links.ts";
import { readDocument } from "../../../src/doctor/facts/read-document.ts";
import { scanHtml } from "../../../src/doctor/facts/scan-html.ts";
import { formatReport } from "../../../src/doctor/format-report.ts";
import { safeLine } from "../../../src/doctor/safe-line.ts";
import { look } from "./look.ts";
import { editFirst } from "./misbehaviour.ts";

/** Large enough that quadratic time would show. */
const MB = 500_000;

describe("a hostile document costs little", () => {
  const entities = Array.from({ length: 9 }, (_, index) => `<!ENTITY e${index + 1} "${`&e${index};`.repeat(10)}">`);

  test.each([
    [
      "nested entities",
      `<!DOCTYPE rss [<!ENTITY e0 "ha">${entities.join("")}]><rss version="2.0"><channel><title>&e9;</title></channel></rss>`,
    ],
    [
      "an external entity",
      '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><title>&x;</title></channel></rss>',
    ],
  ])("the reader does not expand %s", (_, text) => {
    expect(readDocument(text, "http://example.org/")).toMatchObject({
      kind: "feed",
      flaw: { fault: expect.stringContaining("an entity that nobody knows was kept as text: ") },
      doctype: expect.stringContaining("<!ENTITY"),
    });
  });

  test.each([
    ["XML of depth only", `<rss>${"<a>".repeat(3 * MB)}`],
    ["XML of elements only", `<rss>${"<a/>".repeat(2 * MB)}</rss>`],
    ["XML of attributes only", `<rss ${Array.from({ length: MB }, (_, index) => `a${index}=""`).join(" ")}/>`],
    [
      "XML of namespaces only",
      `<rss ${Array.from({ length: MB / 4 }, (_, index) => `xmlns:a${index}="b"`).join(" ")}/>`,
    ],
    ["an endless DOCTYPE", `<!DOCTYPE rss [${"<".repeat(9 * MB)}`],
    ["an endless comment", `<!--${"-".repeat(9 * MB)}`],
    ["HTML of depth only", `<!doctype html><html>${"<div>".repeat(2 * MB)}`],
    [
      "HTML of attributes only",
      `<!doctype html><html ${Array.from({ length: MB }, (_, index) => `a${index}`).join(" ")}>`,
    ],
    ["JSON of depth only", `{"items":${"[".repeat(5 * MB)}`],
    ["JSON of items only", `{"version":"","items":[${"{},".repeat(3 * MB)}{}]}`],
  ])(
    "%s",
    (_, text) => {
      const start = performance.now();
      readDocument(text, "http://example.org/");
      expect(performance.now() - start).toBeLessThan(15_000);
    },
    20_000,
  );

  test("Link fields of brackets, spaces and quotes only", () => {
    const start = performance.now();
    for (const field of [
      "<".repeat(16_000),
      `<>;a${" ".repeat(16_000)}`,
      `<>;a="${"\\".repeat(16_000)}`,
      "<>;a".repeat(4_000),
    ])
      linksInHeader(field, "http://example.org/");
    expect(performance.now() - start).toBeLessThan(3_000);
  });

  test("an author that is nearly an e-mail address of 1 MB", async () => {
    const start = performance.now();
    await look({ quirks: editFirst("<pubDate>", `<author>${"a".repeat(2 * MB)}</author><pubDate>`) });
    expect(performance.now() - start).toBeLessThan(15_000);
  }, 20_000);
});

describe("foreign text is shown and has no effect", () => {
  const ESCAPES = "\u001b]0;owned\u0007\u001b[2J\u009b31m\u202e\u2066\u200b\u2028\u007f";

  test("safeLine keeps letters and escapes unsafe characters", () => {
    expect(safeLine("Fähre 🛳 \u001b[31m\u009b\u202e\r\nnew\tline\ud800")).toBe(
      "Fähre 🛳 \\u{1b}[31m\\u{9b}\\u{202e} new line\\u{d800}",
    );
    expect(safeLine("a".repeat(999))).toBe(`${"a".repeat(240)}…`);
  });

  test("the report has no escape sequence of titles, ids, dates, header fields or redirects", async () => {
    const report = await look({
      at: "/feed.json",
      quirks: {
        document: (text, request) => {
          if (request.path !== "/feed.json") return text;
          const document = JSON.parse(text);
          document.title = ESCAPES;
          document.version = ESCAPES;
          document.feed_url = `javascript:${ESCAPES}`;
          for (const item of document.items)
            Object.assign(item, { id: ESCAPES, date_published: ESCAPES, url: ESCAPES });
          return JSON.stringify(document);
        },
        headers: (headers) => ({
          ...headers,
          "last-modified": "\u009b31m",
          etag: "\u0085",
          "content-type": "text/\u009bhtml",
        }),
      },
    });
    expect(report.counts.error).toBeGreaterThan(5);
    const plain = formatReport(report, { isVerbose: true, paint: (_, text) => text });
    const bad = /[^\P{C}\n]|[\u2028\u2029]/u;
    expect(plain).not.toMatch(bad);
    expect(JSON.stringify(report)).not.toMatch(bad);
    expect(plain).toContain("\\u{1b}");
  });

  test.each([
    "<script><link rel=alternate></script>",
    "<!-- <link> -->",
    "<title><link></title>",
    "<textarea><link></textarea>",
  ])("scanHtml ignores a link in %s", (html) => expect(scanHtml(html).map(({ name }) => name)).not.toContain("link"));
});
