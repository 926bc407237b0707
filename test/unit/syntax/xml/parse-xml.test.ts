import { describe, expect, test } from "vitest";
import { parseXml } from "../../../../src/syntax/xml/parse-xml.ts";
import {
  childNamed,
  childrenNamed,
  descendantsOf,
  elementsOf,
  ownText,
  textOf,
  type XmlElement,
} from "../../../../src/syntax/xml/xml-element.ts";
import { expectLinear, repeated } from "../growth.ts";

function rootOf(xml: string): XmlElement {
  const read = parseXml(xml);
  if (!read.ok) throw new Error(read.error.message);
  return read.value.root;
}

const messageOf = (xml: string, options?: Parameters<typeof parseXml>[1]) => {
  const read = parseXml(xml, options);
  return read.ok ? undefined : read.error.message;
};

describe("a document", () => {
  test("is read with names, namespaces, attributes, text and lines", () => {
    const root = rootOf('<a xmlns:x="urn:x"><x:b c="1&amp;2">one<![CDATA[<2>]]></x:b><x:b xml:lang="de"/></a>');
    expect([root.name, root.namespace, childrenNamed(root, "b")]).toEqual([
      "a",
      "",
      [
        { name: "b", namespace: "urn:x", attributes: { c: "1&2" }, children: ["one", "<2>"], line: 1 },
        { name: "b", namespace: "urn:x", attributes: { "xml:lang": "de" }, children: [], line: 1 },
      ],
    ]);
  });

  test("names its elements as the caller wants", () => {
    const read = parseXml('<a xmlns:x="urn:x"><x:b/></a>', { nameOf: ({ name }) => name });
    expect(read.ok && elementsOf(read.value.root).map(({ name }) => name)).toEqual(["x:b"]);
  });

  test.each([
    ["an unfinished element", "<a><b></a>"],
    ["an unfinished document", "<a>"],
    ["an undeclared prefix", "<a><dc:b/></a>"],
    ["an attribute twice", '<a b="1" b="2"/>'],
    ["an attribute twice by namespace", '<a xmlns:x="u" xmlns:y="u" x:b="1" y:b="2"/>'],
    ["a control character", "<a>\u0001</a>"],
    ["U+FFFE", "<a>\uFFFE</a>"],
    ["half a surrogate pair", "<a>\uD800</a>"],
    ["]]> in text", "<a>]]></a>"],
    ["a bare ampersand", "<a>&</a>"],
    ["an undefined entity", "<a>&nbsp;</a>"],
    ["text behind the root", "<a/>b"],
    ["nothing", ""],
  ])("with %s is refused", (_, xml) => expect(parseXml(xml).ok).toBe(false));

  test("is refused with the place of the first fault", () => {
    const read = parseXml("<a>\n  <b>&x;</b>\n</a>");
    expect(read).toEqual({ ok: false, error: { message: "undefined entity.", line: 2, column: 9 } });
    expect(messageOf("")).toMatch(/no element|root element/);
  });

  test("is read without the entities that its document type declares", () => {
    const internal = '<!DOCTYPE a [<!ENTITY e0 "ha"><!ENTITY e1 "&e0;&e0;">]><a>&e1;</a>';
    const external = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>';
    for (const xml of [internal, external]) {
      expect(parseXml(xml)).toMatchObject({
        error: { message: "undefined entity.", doctype: expect.stringContaining("<!ENTITY") },
      });
    }
    expect(parseXml("<!DOCTYPE a><a/>")).toMatchObject({ ok: true, value: { doctype: " a" } });
  });

  test("may not be too deep, or have too many elements or attributes", () => {
    expect(messageOf("<a>".repeat(257))).toBe("more than 256 elements in one another");
    expect(messageOf(`<a>${"<b/>".repeat(3)}</a>`, { limits: { elements: 3 } })).toBe("more than 3 elements");
    const attributes = Array.from({ length: 1_001 }, (_, index) => `a${index}=""`).join(" ");
    expect(messageOf(`<a ${attributes}/>`)).toBe("more than 1000 attributes in one element");
    expect(parseXml(`<a>${"<b>".repeat(255)}${"</b>".repeat(255)}</a>`).ok).toBe(true);
  });
});

describe("an element", () => {
  const root = rootOf('<a xmlns:n="urn:n"> one <b>two<c>three</c></b><n:b>four</n:b> five </a>');

  test("is asked for its children by name, in a namespace or in any", () => {
    expect(childrenNamed(root, "b").map(ownText)).toEqual(["two", "four"]);
    expect(childrenNamed(root, "b", "").map(ownText)).toEqual(["two"]);
    expect(childNamed(root, "b", "urn:n")?.children).toEqual(["four"]);
    expect(childNamed(root, "c")).toBeUndefined();
  });

  test("is asked for its text, with and without that of its children", () => {
    expect(ownText(root)).toBe(" one  five ");
    expect(textOf(root)).toBe("one twothreefour five");
    expect([textOf(undefined), textOf(rootOf("<a> <b/> </a>"))]).toEqual([undefined, undefined]);
  });

  test("is asked for all elements inside, in order", () => {
    expect(descendantsOf(root).map(({ name, namespace }) => namespace + name)).toEqual(["b", "c", "urn:nb"]);
    expect(descendantsOf(rootOf(`<a>${"<b/>".repeat(250_000)}</a>`))).toHaveLength(250_000);
  });
});

test.each([
  ["depth", repeated("<a>")],
  ["elements", repeated("<a/>", "<r>")],
  ["texts", repeated("<a/>b", "<r>")],
  ["CDATA", repeated("<![CDATA[a]]>", "<r>")],
  ["attributes", repeated(' a=""', "<r")],
  [
    "namespaces",
    (length: number) => `<r ${Array.from({ length: length / 12 }, (_, n) => `xmlns:a${n}="b"`).join(" ")}`,
  ],
  ["a document type", repeated("<", "<!DOCTYPE a [")],
  ["a comment", repeated("-", "<!--")],
  ["one tag", repeated("a", "<")],
  ["references", repeated("&amp;", "<r>")],
])("a document of nothing but %s takes linear time", (_, inputOf) => expectLinear(inputOf, (xml) => parseXml(xml)));
