import { expect, test } from "vitest";
import { parseXml } from "../../../../src/syntax/xml/parse-xml.ts";
import { children, empty, html, serialize, text } from "../../../../src/syntax/xml/write-xml.ts";
import { childNamed, ownText } from "../../../../src/syntax/xml/xml-element.ts";

test("a document is written with its declaration, indented, without what is undefined", () => {
  const root = {
    ...empty({ version: 2, lang: undefined }),
    ...children({
      title: text("T & Co"),
      none: undefined,
      empty: [],
      link: [empty({ href: "/a" }), empty({ href: "/b" })],
    }),
  };
  expect(serialize({ feed: root })).toBe(
    `<?xml version="1.0" encoding="utf-8"?>
<feed version="2">
    <title>T &amp; Co</title>
    <link href="/a"/>
    <link href="/b"/>
</feed>`,
  );
});

test.each(["a & b", "&amp;", "&amp;amp; &lt;", "<b>\"'</b>", "]]>", "a]]>]]>b", "&#0;", ""])(
  "%j is read back as text, as HTML and from an attribute",
  (value) => {
    const xml = serialize({ a: children({ text: text(value), html: html(value), empty: empty({ value }) }) });
    const read = parseXml(xml);
    if (!read.ok) throw new Error(read.error.message);
    const { root } = read.value;
    const textIn = (name: string) => ownText(childNamed(root, name) ?? root);
    expect([textIn("text"), textIn("html"), childNamed(root, "empty")?.attributes.value]).toEqual([
      value,
      value,
      value,
    ]);
  },
);
