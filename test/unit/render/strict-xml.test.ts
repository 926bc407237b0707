import { describe, expect, test } from "vitest";
import { childOf, childrenOf, parseStrictXml } from "../../strict-xml.ts";

describe("the strict parser that other tests rely on", () => {
  test("reads names, namespaces, attributes and joined text", () => {
    const root = parseStrictXml('<a xmlns:x="urn:x"><x:b c="1&amp;2">one<![CDATA[<2>]]></x:b><x:b/></a>');
    expect(childrenOf(root, "x:b")).toHaveLength(2);
    expect(childOf(root, "x:b")).toEqual({
      name: "x:b",
      namespace: "urn:x",
      attributes: { c: "1&2" },
      children: [],
      text: "one<2>",
    });
  });

  test.each([
    ["an unfinished element", "<a><b></a>"],
    ["an undeclared prefix", "<a><dc:b/></a>"],
    ["an attribute twice", '<a b="1" b="2"/>'],
    ["an attribute twice by namespace", '<a xmlns:x="u" xmlns:y="u" x:b="1" y:b="2"/>'],
    ["a control character", "<a>\u0001</a>"],
    ["U+FFFE", "<a>\uFFFE</a>"],
    ["half a surrogate pair", "<a>\uD800</a>"],
    ["]]> in text", "<a>]]></a>"],
    ["a bare ampersand", "<a>&</a>"],
    ["text behind the root", "<a/>b"],
    ["nothing", ""],
  ])("rejects %s", (_, xml) => {
    expect(() => parseStrictXml(xml)).toThrow();
  });
});
