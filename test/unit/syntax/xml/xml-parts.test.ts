import { describe, expect, test } from "vitest";
import { textOf } from "../../../../src/syntax/xml/xml-element.ts";
import { type XmlPart, XmlParts, type XmlPartsOptions } from "../../../../src/syntax/xml/xml-parts.ts";
import { expectLinear, repeated } from "../growth.ts";

const FEED: XmlPartsOptions = {
  isContainer: (name, parent) => name === "rss" || (name === "channel" && parent === "rss"),
  rootFault: (name) => (name === "rss" ? undefined : `<${name}> at the top`),
  isIgnored: (fault) => /entity|namespace prefix/.test(fault),
};

/** Reads the text in pieces of a few characters. Returns the parts and the error that ended the reading. */
function read(text: string, { size = 7, ...options }: Partial<XmlPartsOptions> & { size?: number } = {}) {
  const parts: XmlPart[] = [];
  const stream = new XmlParts({ ...FEED, ...options });
  for (let at = 0; at < text.length; at += size) {
    const written = stream.write(text.slice(at, at + size));
    if (!written.ok) return { parts, error: written.error };
    parts.push(...written.value);
  }
  const end = stream.end();
  return end.ok ? { parts: [...parts, ...end.value], root: stream.root } : { parts, error: end.error };
}

const named = (parts: readonly XmlPart[]) => parts.map(({ element }) => [element.name, textOf(element)]);

describe("the parts of a document", () => {
  const text =
    "<rss>\n<channel>\n<title>T</title> loose\n<item><a>1</a><![CDATA[<2>]]></item>\n<item/></channel></rss>";

  test.each([1, 2, 7, 1_000])("are the same in pieces of %i characters", (size) => {
    const { parts, root } = read(text, { size });
    expect(root).toBe("rss");
    expect(named(parts)).toEqual([
      ["title", "T"],
      ["item", "1<2>"],
      ["item", undefined],
    ]);
    expect(parts.map(({ line }) => line)).toEqual([3, 4, 5]);
  });

  test("have names and attributes as the caller wants", () => {
    const options = {
      nameOf: ({ local }: { local: string }) => local,
      attributeName: (name: string) => name.toLowerCase(),
    };
    const { parts } = read('<rss xmlns:x="urn:x"><x:item isPermaLink="no"/></rss>', options);
    expect(parts[0]?.element).toMatchObject({ name: "item", namespace: "urn:x", attributes: { ispermalink: "no" } });
  });

  test("have the address and the language in force", () => {
    const xml =
      '<rss xml:lang="en"><channel xml:base="sub/"><item xml:base="b/"><a xml:lang="de"/></item></channel></rss>';
    const { parts } = read(xml, { base: "https://example.org/feed" });
    const [item] = parts;
    expect([item?.element.base, item?.element.language]).toEqual(["https://example.org/sub/b/", "en"]);
    expect(item?.element.children).toMatchObject([{ base: "https://example.org/sub/b/", language: "de" }]);
  });

  test("have the fault that is in them, and reading goes on", () => {
    const { parts } = read("<rss><item>a ]]> b</item><item>fine</item><item><b></item></rss>");
    expect(parts.map(({ fault }) => fault !== undefined)).toEqual([true, false, true]);
  });

  test("have no fault for what the caller ignores", () => {
    const { parts } = read("<rss><item>&nbsp;<dc:x/></item></rss>");
    expect(parts).toMatchObject([{ element: { name: "item", children: ["&nbsp;", { name: "dc:x" }] } }]);
    expect(parts[0]?.fault).toBeUndefined();
  });

  test("are cleaned in pieces that keep a carriage return and its line feed together", () => {
    const pieces: string[] = [];
    const clean = (piece: string) => {
      pieces.push(piece);
      return piece.replace(/\r\n?|\u0000/g, (sign) => (sign === "\u0000" ? "" : "\n"));
    };
    const { parts } = read("<rss><item>a\r\nb\u0000\r</item></rss>", { size: 1, clean });
    expect(parts[0]?.element.children.join("")).toBe("a\nb\n");
    expect(pieces).toContain("\r\n");
  });
});

describe("a document that ends early or is not expected", () => {
  test("ends in a part, which is returned with the fault", () => {
    expect(read("<rss><channel><item>a").parts).toMatchObject([
      { element: { name: "item" }, fault: "the document ends in its middle" },
    ]);
  });

  test("ends between the parts, which is an error", () => {
    expect(read("<rss><channel>\n<item/>").error).toEqual({
      message: "the document ends in its middle",
      line: 2,
      column: 1,
    });
  });

  test("has no element, or the wrong root", () => {
    expect(read("").error?.message).toBe("no element at all");
    expect(read("\n<html>", { size: 1 }).error).toMatchObject({ message: "<html> at the top", line: 2 });
  });
});

describe("a hostile document", () => {
  test("is stopped by the limits of the reader", () => {
    const endless = { size: 10, limits: { token: 100 } };
    expect(read(`<rss><item>${"<a>".repeat(300)}`).error?.message).toBe("more than 256 elements in one another");
    expect(read(`<rss><!--${"a".repeat(200)}`, endless).error?.message).toBe("more than 100 characters without an end");
    expect(read(`<rss ${"a".repeat(200)}`, endless).error?.message).toBe("more than 100 characters without an end");
    const attributes = Array.from({ length: 1_001 }, (_, index) => `a${index}=""`).join(" ");
    expect(read(`<rss><item ${attributes}/>`).error?.message).toBe("more than 1000 attributes in one element");
  });

  test.each([
    ["text", "a".repeat(1_000)],
    ["elements", "<b/>".repeat(20)],
  ])("has a part with too much %s, which is a fault of the part and not held", (_, inside) => {
    const { parts } = read(`<rss><item>${inside}</item><item>fine</item></rss>`, { limits: { part: 500 } });
    expect(parts.map(({ fault }) => fault)).toEqual(["more than 500 characters", undefined]);
    expect(parts[0]?.element.children.length).toBeLessThan(10);
  });

  test.each([
    ["items", repeated("<item/>", "<rss>")],
    ["depth", repeated("<a>", "<rss>")],
    ["faults", repeated("&<", "<rss><item>")],
    ["one comment", repeated("-", "<rss><!--")],
    ["carriage returns", repeated("\r", "<rss><item>")],
    ["one item", repeated("<a>b</a>", "<rss><item>")],
  ])("of nothing but %s takes linear time", (_, inputOf) => expectLinear(inputOf, (xml) => read(xml, { size: 1_000 })));

  test("of many parts is held one part at a time", () => {
    const stream = new XmlParts(FEED);
    stream.write("<rss>");
    const counts = Array.from({ length: 1_000 }, () => {
      const written = stream.write("<item>a</item>");
      return written.ok ? written.value.length : 0;
    });
    expect(new Set(counts)).toEqual(new Set([1]));
  });
});
