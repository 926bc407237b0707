import { describe, expect, test } from "vitest";
import { decodeText } from "../../../src/doctor/facts/decode-text.ts";
import { readDocument } from "../../../src/doctor/facts/read-document.ts";
import { findingsIn, imagineServed } from "./grammar/imagined-answer.ts";

const item = (title: string) => `<item><title>${title}</title><guid>${title}</guid></item>`;
/** A feed whose items are in the lines 3, 4 and 5. */
const feed = (broken: string) =>
  `<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel><title>Old</title>\n${item("one")}\n${broken}\n${item("three")}\n</channel></rss>`;

describe("a feed with a syntax error", () => {
  test.each([
    ["a bare &", item("Salt & pepper"), "4:19", "a bare & was kept as text"],
    ["an entity of HTML", item("Salt&nbsp;pepper"), "4:18", "an entity that only HTML knows"],
    ["a control character", item("Salt\u0008pepper"), "4:18", "a character that XML forbids"],
    ["a reference to one", item("Salt&#8;pepper"), "4:18", "a reference to a character that XML forbids"],
    ["an unclosed element", item("<b>Salt"), "4:14", "an element that is not closed"],
    ["a stray end tag", item("Salt</b>"), "4:18", "an end tag without a start tag"],
    ["an undeclared prefix", item("two").replace("<guid>", "<dc:x/><guid>"), "4:25", "a prefix that is not declared"],
    [
      "an attribute without quotation marks",
      item("two").replace("<guid>", "<guid a=b>"),
      "4:33",
      "an attribute without",
    ],
    [
      "a doubled attribute",
      item("two").replace("<guid>", '<guid a="b" a="c">'),
      "4:37",
      "an attribute that the element",
    ],
    ["characters outside the basic plane before it", item("🛳🛳 & x"), "4:17", "a bare & was kept as text"],
    ["a -- in a comment", `${item("two")}<!-- a -- b -->`, expect.stringMatching(/^4:/), ""],
  ])("is read to its end, and the fault has its place: %s", (_, broken, at, fault) => {
    const reading = readDocument(feed(broken), "https://old.example.org/feed.xml");
    expect(reading).toMatchObject({ kind: "feed", flaw: { at, fault: expect.stringContaining(fault) } });
    expect(reading.kind === "feed" && reading.feed.entries.map(({ id }) => id)).toHaveLength(3);
    expect(reading.kind === "feed" && reading.feed.entries.at(-1)?.title).toBe("three");
  });

  test("names the first fault of several", () => {
    const twice = feed(item("<b>unclosed")).replace("three", "AT&T");
    expect(readDocument(twice, "https://old.example.org/")).toMatchObject({ flaw: { at: "4:14" } });
  });

  test("in JSON has its line and column", () => {
    expect(readDocument('{\n  "version": "x"\n  "items": []\n}', "https://old.example.org/")).toMatchObject({
      kind: "broken",
      at: "3:3",
    });
  });

  test("has findings with lines", () => {
    const broken = feed(item("Salt & pepper")).replace(
      "<item><title>three",
      "<item><pubDate>soon</pubDate><title>three",
    );
    const visit = imagineServed("https://old.example.org/feed", Buffer.from(broken), "application/rss+xml");
    const found = findingsIn(visit).map(({ id, what }) => [id, what.slice(0, 32)]);
    expect(found).toContainEqual(["dates.notation", 'line 5, <item><pubDate>: "soon" ']);
    expect(found).toContainEqual(["xml.well-formed", "4:19: a bare & was kept as text:"]);
  });

  test("has no flaw if it is well-formed", () => {
    expect(readDocument(feed(item("two")), "https://old.example.org/")).not.toHaveProperty("flaw");
  });
});

describe("the encoding of a feed", () => {
  const text = feed(item("Fähre, Größe")).replace('"utf-8"', '"ENCODING"');
  const bytes = (encoding: string) => Buffer.from(text.replace("ENCODING", encoding));

  test.each([
    ["utf-16", undefined, "1:21: the document declares utf-16, and the bytes are UTF-8"],
    ["iso-8859-1", undefined, "1:21: the document declares iso-8859-1, and the bytes are UTF-8"],
    ["x-none", undefined, "1:21: the document declares x-none, which is no encoding"],
    ["utf-8", "text/xml; charset=utf-16", "Content-Type declares utf-16, and the bytes are UTF-8"],
    ["utf-8", undefined, undefined],
    ["utf-16", "text/xml; charset=utf-8", undefined],
  ])("is judged by what it declares: %s, %s", (encoding, type, fault) => {
    const decoded = decodeText(bytes(encoding), type);
    expect(decoded.fault).toBe(fault);
    expect(decoded.text).toContain("Fähre, Größe");
    expect(readDocument(decoded.text, "https://old.example.org/").kind).toBe("feed");
  });

  test("has the place of its first stray byte", () => {
    const good = bytes("utf-8");
    const at = good.indexOf("ß");
    const stray = Buffer.concat([good.subarray(0, at), Buffer.from([0xdf]), good.subarray(at + 2)]);
    expect(decodeText(stray, undefined).fault).toBe("4:24: byte DF is not utf-8");
  });
});
