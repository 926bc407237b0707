import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseXml } from "../../../../../src/syntax/xml/parse-xml.ts";
import type { XmlElement } from "../../../../../src/syntax/xml/xml-element.ts";
import { type XmlPart, XmlParts } from "../../../../../src/syntax/xml/xml-parts.ts";

/** Text in the notations of XML: escaped, by number, in a section, with comments and instructions between. */
const run = fc.oneof(
  fc.constantFrom(
    "&amp;",
    "&lt;b&gt;",
    "&#233;",
    "&#x1F6F3;",
    "&quot;&apos;",
    "<!-- a <b> & ' \" -->",
    "<?x <y> & ?>",
    "a > b",
    "] ]",
    '"',
  ),
  fc.constantFrom(
    "<![CDATA[a <b> & ]] c]]>",
    "<![CDATA[]]]]><![CDATA[>]]>",
    "<![CDATA[<item></item> <!-- ]]>",
    "<!-- <![CDATA[ -->",
  ),
  fc.constantFrom("one", "zwei", "три", "四", "🛳", " ", "\n", "\t", "a\r\nb", "\r"),
  fc.string({ unit: "grapheme", maxLength: 6 }).map((text) => text.replace(/[<&\p{Cc}]|\]\]>/gu, "")),
);
const text = fc.array(run, { maxLength: 5 }).map((all) => all.join(""));
const value = fc.array(fc.constantFrom("a", "&amp;", "&lt;", ">", "'", "é", "\n", "&#10;", "x=y", "/", "]]>"), {
  maxLength: 4,
});
const attributes = fc
  .uniqueArray(fc.constantFrom("a", "b-c", "xml:lang", "d:e", "xmlns:f", "_x.y"), { maxLength: 3 })
  .chain((names) => fc.tuple(...names.map((name) => value.map((all) => ` ${name} = "${all.join("")}"`))))
  .map((all) => all.filter((each) => !/xmlns:f = "[^"]*[&\s]|xmlns:f = ""/.test(each)).join(""));
const name = fc.constantFrom("title", "d:creator", "content:encoded", "p", "b", "link", "description", "é");
const { element } = fc.letrec<{ element: string }>((tie) => ({
  element: fc
    .tuple(name, attributes, fc.array(fc.oneof({ depthSize: "small" }, text, tie("element")), { maxLength: 4 }))
    .map(([tag, inside, children]) =>
      children.length === 0 ? `<${tag}${inside}/>` : `<${tag}${inside} >${children.join("")}</${tag}\n>`,
    ),
}));

/** The element as both readers tell it. Text that follows text is one text. */
type Told = { name: string; namespace: string; attributes: object; children: (Told | string)[] };
function told({ name: tag, namespace, attributes: own, children }: XmlElement): Told {
  const all: (Told | string)[] = [];
  for (const child of children) {
    const last = all.at(-1);
    if (typeof child !== "string") all.push(told(child));
    else if (typeof last === "string") all[all.length - 1] = last + child;
    else if (child !== "") all.push(child);
  }
  return { name: tag, namespace, attributes: own, children: all };
}

describe("well-formed XML", () => {
  it("is read as the strict parser reads it, in pieces of any size, without a repair", () => {
    fc.assert(
      fc.property(element, fc.integer({ min: 1, max: 50 }), (inner, size) => {
        const xml = `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "]>">]><r xmlns:d="urn:d" xmlns:content="urn:c">${inner}</r>`;
        const strict = parseXml(xml, { nameOf: ({ name: tag }) => tag });
        if (!strict.ok) throw new Error(`${JSON.stringify(strict.error)} in ${xml}`);
        const parts = new XmlParts({ isContainer: (tag) => tag === "r", isEntry: (tag) => tag === "item" });
        const read: XmlPart[] = [];
        for (let at = 0; at < xml.length; at += size) {
          const written = parts.write(xml.slice(at, at + size));
          if (written.ok) read.push(...written.value);
        }
        const end = parts.end();
        if (end.ok) read.push(...end.value);
        expect(parts.takeRepairs()).toEqual([]);
        expect(read.map(({ repairs, fault }) => [repairs, fault])).toEqual([[undefined, undefined]]);
        expect(read.map((part) => told(part.element))).toEqual(told(strict.value.root).children);
      }),
      { numRuns: 1_000 },
    );
  });
});
