import { describe, expect, it } from "vitest";
import { inspectMedia, sizeOf } from "../../../../src/compile/media/inspect-media.ts";
import { svgHazard } from "../../../../src/compile/media/svg-hazard.ts";
import { expectLinear, repeated } from "../../syntax/growth.ts";

const svg = (inside: string, attributes = "") =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`;

it.each([
  [
    "a drawing",
    svg(
      '<style>.a{fill:url(#b)}</style><defs><linearGradient id="b"/></defs><use href="#c" xlink:href="#c"/><path class="a" style="fill:red" d="M0 0"/>',
    ),
  ],
  [
    "a drawing with a declaration and a document type",
    `<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">${svg("<text>url(https://example.org) in text</text>")}`,
  ],
  ["a drawing with an embedded picture", svg('<image href="data:image/png;base64,iVBORw0="/>')],
  ["an animated drawing", svg('<rect><animate attributeName="x" to="5"/></rect>')],
])("svgHazard accepts %s", (_, text) => {
  expect(svgHazard(text)).toBeUndefined();
});

it.each([
  ["a script", svg("<script>alert(1)</script>"), "<script>"],
  ["a script under another prefix", svg('<x:script xmlns:x="http://www.w3.org/2000/svg"/>'), "<script>"],
  ["HTML", svg("<foreignObject><p/></foreignObject>"), "<foreignObject>"],
  ["an event handler", svg("", 'onload="alert(1)"'), "onload on <svg>"],
  ["a script in a link", svg('<a href="javascript:alert(1)"/>'), "href on <a>"],
  ["a link out of the file", svg('<a xlink:href="https://example.org/"/>'), "xlink:href on <a>"],
  ["a picture of another origin", svg('<image href="//example.org/a.png"/>'), "href on <image>"],
  ["a drawing within data", svg('<image href="data:image/svg+xml;base64,PHN2Zz4="/>'), "href on <image>"],
  ["a base address", svg('<g xml:base="https://example.org/"><use href="#a"/></g>'), "xml:base on <g>"],
  [
    "a style of another origin",
    svg("<style>@import 'https://example.org/a.css';</style>"),
    "a style that reaches out of the file",
  ],
  [
    "a style in a CDATA section",
    svg("<style><![CDATA[a{fill:url('//example.org/a')}]]></style>"),
    "a style that reaches out of the file",
  ],
  ["an escaped address", svg('<path style="fill:\\75 rl(https://example.org/a)"/>'), "style on <path>"],
  ["an attribute with an external address", svg('<path fill="url(https://example.org/a#b)"/>'), "fill on <path>"],
  [
    "an animated link",
    svg('<a><set attributeName="xlink:href" to="javascript:alert(1)"/></a>'),
    "attributeName on <set>",
  ],
  ["a style sheet", `<?xml-stylesheet href="a.css"?>${svg("")}`, "<?xml-stylesheet?>"],
  ["entities", `<!DOCTYPE svg [<!ENTITY a "b">]>${svg("")}`, "entities of its own"],
  ["another root", "<html/>", "<html>"],
  ["a document of HTML", `<html xmlns="http://www.w3.org/1999/xhtml"/>`, "<html>, an element of HTML"],
  [
    "an element of HTML under a prefix",
    svg(`<metadata><h:p xmlns:h="http://www.w3.org/1999/xhtml"/></metadata>`),
    "<h:p>, an element of HTML",
  ],
  [
    "an element of HTML under its own namespace",
    svg(`<form xmlns="http://www.w3.org/1999/xhtml" method="post"/>`),
    "<form>, an element of HTML",
  ],
  [
    "a set of pictures of other hosts",
    svg(`<path style="mask: image-set(&quot;https://example.org/a.png&quot; 1x)"/>`),
    "style on <path>",
  ],
  [
    "a set of pictures in a style sheet",
    svg(`<style>a{mask-image:-webkit-image-set("//example.org/a.png" 1x)}</style>`),
    "a style that reaches out of the file",
  ],
  ["a list of pictures", svg(`<image srcset="https://example.org/a.png 2x"/>`), "srcset on <image>"],
  ["depth", svg("<g>".repeat(256) + "</g>".repeat(256)), "more than 256 elements in one another"],
])("svgHazard refuses %s", (_, text, hazard) => {
  expect(svgHazard(text)).toBe(hazard);
});

it.each(["<svg>", "", "no XML", "<svg><a></svg>"])("svgHazard refuses malformed XML: %j", (text) => {
  expect(svgHazard(text)).toMatch(/^a fault in its XML|^no <svg>/);
});

it.each([
  ["the names of drawing programs", svg('<g inkscape:label="image (1)" xmlns:inkscape="x"/>')],
  [
    "a licence by its address",
    svg('<metadata><r:d xmlns:r="urn:r" r:resource="https://example.org/by/4.0"/></metadata>'),
  ],
  ["groups 250 deep", svg("<g>".repeat(250) + "</g>".repeat(250))],
])("svgHazard accepts %s", (_, text) => {
  expect(svgHazard(text)).toBeUndefined();
});

describe("svgHazard takes linear time", () => {
  it.each([
    ["groups in one another", "<g>"],
    ["groups with namespaces in one another", '<g xmlns:a="b">'],
    ["groups behind one another", '<g a="b"/>'],
    ["an unclosed tag", "<g "],
    ["attributes of one element", 'a="b" '],
    ["references", "&amp;"],
    ["unknown references", "&a;"],
    ["comments", "<!-- a -->"],
    ["an unclosed comment", "<!-- "],
    ["an unclosed section", "<![CDATA["],
    ["ends of sections", "]]>"],
    ["styles", "<style>a{b:url(</style>"],
    ["comments of a style", '<path style="/*"/>'],
    ["processing instructions", "<?"],
  ])("for %s", (_, pattern) => {
    const inputOf = repeated(pattern, '<svg xmlns="http://www.w3.org/2000/svg">');
    expectLinear(inputOf, svgHazard);
  });
});

it.each([["<g>"], ['<g xmlns:a="b">'], ["<svg "], ['<svg a="'], ["<svg>"], ["<!--"], ["<?xml"], ["<!DOCTYPE svg ["]])(
  "a file of many %j is inspected in linear time",
  async (pattern) => {
    const inputOf = repeated(pattern, '<svg xmlns="http://www.w3.org/2000/svg">');
    expectLinear(inputOf, (text) => sizeOf(new TextEncoder().encode(text)));
    const start = process.cpuUsage();
    await inspectMedia("a.svg", new TextEncoder().encode(inputOf(280_000)));
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1_000).toBeLessThan(1_000);
  },
);
