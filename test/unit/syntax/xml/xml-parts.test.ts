import { describe, expect, test } from "vitest";
import { textOf } from "../../../../src/syntax/xml/xml-element.ts";
import { type XmlPart, XmlParts, type XmlPartsOptions } from "../../../../src/syntax/xml/xml-parts.ts";
import { expectLinear, repeated } from "../growth.ts";

const FEED: XmlPartsOptions = {
  isContainer: (name, parent) => name === "rss" || (name === "channel" && parent === "rss"),
  rootFault: (name) => (name === "rss" ? undefined : `<${name}> at the top`),
  isEntry: (name) => name === "item",
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

  test("say what was repaired in them, and where", () => {
    const { parts } = read("<rss>\n<item>a & b</item><item>fine</item>\n<item><b>c</item></rss>");
    expect(named(parts)).toEqual([
      ["item", "a & b"],
      ["item", "fine"],
      ["item", "c"],
    ]);
    expect(parts.map(({ repairs = [] }) => repairs.map(({ line, column, found }) => [line, column, found]))).toEqual([
      [[2, 9, expect.stringContaining("a & b")]],
      [],
      [[3, 7, "<b>"]],
    ]);
  });

  test("are cleaned, and a carriage return and its line feed are one line feed", () => {
    const clean = (piece: string) => piece.replaceAll("\u007F", "");
    const { parts } = read('<rss><item x="\u007Fy">a\r\nb\u007F\r</item></rss>', { size: 1, clean });
    expect(parts[0]?.element).toMatchObject({ attributes: { x: "y" } });
    expect(parts[0]?.element.children.join("")).toBe("a\nb\n");
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
    expect(read(`<rss><!--${"a".repeat(200)}`, endless).error?.message).toBe("more than 100 characters without an end");
    expect(read(`<rss ${"a".repeat(200)}`, endless).error?.message).toBe("more than 100 characters without an end");
    expect(read(`<rss><item b="${"a".repeat(200)}`, endless).error?.message).toBe(
      "more than 100 characters without an end",
    );
  });

  test.each([
    ["depth", "<a>".repeat(300), "more than 256 elements in one another"],
    ["attributes", `<a ${'b="" '.repeat(1_001)}/>`, "more than 1000 attributes in one element"],
  ])("has a part with too much %s, which is a fault of that part only", (_, inside, fault) => {
    const { parts } = read(`<rss><item>${inside}</item><item>fine</item></rss>`);
    expect(parts.map((part) => part.fault)).toEqual([fault, undefined]);
    expect(named(parts)[1]).toEqual(["item", "fine"]);
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
    ["faults in one text", repeated("& ", "<rss><item>\u0001")],
    ["comments without an end", repeated("<!--", "<rss><item>")],
    ["sections without an end", repeated("<![CDATA[</item>", "<rss><item>")],
    ["sections in sections", repeated("<item><![CDATA[</item>", "<rss>")],
    ["instructions without an end", repeated("<?a", "<rss><item>")],
    ["attributes without an end", repeated('<a b="', "<rss><item>")],
    ["attributes of two quotation marks", repeated(`<a b='<a b="`, "<rss><item>")],
    ["attributes", repeated(' a="&"', "<rss><item")],
    ["tags without an end", repeated("<a ", "<rss><item>")],
    ["end tags", repeated("</a", "<rss><item>")],
    ["end tags of other names", repeated("<a></b></A>", "<rss><item>")],
    ["unclosed entries", repeated("<item><title>", "<rss>")],
    ["unclosed titles", repeated("<title>a", "<rss><item>")],
    ["namespaces", repeated('<a xmlns:b="c"></a>', `<rss ${'xmlns:b="c" '.repeat(900)}>`)],
    ["a document type", repeated("<", "<!DOCTYPE rss [")],
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
