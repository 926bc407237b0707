import fc from "fast-check";
import { expect, test } from "vitest";
import { js2xml } from "xml-js";
import { children, empty, html, serialize, text, type XmlNode } from "../../../../src/syntax/xml/write-xml.ts";

const name = fc.constantFrom("title", "link", "atom:link", "media:content", "item");
const value = fc
  .array(fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom("&amp;", "&", "]]>", "<b>", '"', "é", "🛳")), {
    maxLength: 4,
  })
  .map((parts) => parts.join(""));
const attributes = fc.dictionary(name, fc.oneof(value, fc.integer(), fc.constant(undefined)), { maxKeys: 3 });
const attributesOrNone = fc.option(attributes, { nil: undefined });

const { node } = fc.letrec<{ node: XmlNode; list: XmlNode | XmlNode[] | undefined }>((tie) => ({
  node: fc.oneof(
    { depthSize: "small" },
    fc.tuple(value, attributesOrNone).map(([content, marks]) => text(content, marks)),
    fc.tuple(value, attributesOrNone).map(([content, marks]) => html(content, marks)),
    attributes.map(empty),
    fc
      .tuple(attributes, fc.dictionary(name, tie("list"), { maxKeys: 4 }))
      .map(([marks, all]) => ({ ...empty(marks), ...children(all) })),
  ),
  list: fc.oneof(tie("node"), fc.array(tie("node"), { maxLength: 3 }), fc.constant(undefined)),
}));

/** The `feed` package writes the channel of RSS with `xml-js`, so the items have to look the same. */
test("every element is written as xml-js writes it", () => {
  const options = { compact: true, ignoreComment: true, spaces: 4 };
  fc.assert(
    fc.property(name, node, (root, element) => {
      const declaration = { _declaration: { _attributes: { version: "1.0", encoding: "utf-8" } } };
      expect(serialize({ [root]: element })).toBe(js2xml({ ...declaration, [root]: element }, options));
    }),
    { numRuns: 500 },
  );
});
