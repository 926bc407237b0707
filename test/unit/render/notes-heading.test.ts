import { expect, test } from "vitest";
import { withNotesHeading } from "../../../src/render/notes-heading.ts";
import { bodyOf } from "../compile/compile.ts";

const { html } = bodyOf("One.[^1]\n\n[^1]: A note.");

test.each([
  ["en-GB", "Notes"],
  ["de", "Anmerkungen"],
  ["zh-TW", "註釋"],
])("the footnotes of an article in %s have a heading in its language", (language, heading) => {
  expect(withNotesHeading({ body: html, language })).toContain(`role="doc-endnotes">\n<h2>${heading}</h2>\n<ol>`);
});

test("a language without labels gets no heading", () => {
  expect(withNotesHeading({ body: html, language: "th" })).toBe(html);
});

test("footnotes that have a heading keep it", () => {
  const body = '<section role="doc-endnotes"><h3>Own</h3><ol><li>A</li></ol></section>';
  expect(withNotesHeading({ body, language: "en" })).toBe(body);
});

test("text and attributes that look like footnotes are left alone", () => {
  const body = '<p title="<section role=&#x22;doc-endnotes&#x22;>">role="doc-endnotes"</p><section><p>a</p></section>';
  expect(withNotesHeading({ body, language: "en" })).toBe(body);
});
