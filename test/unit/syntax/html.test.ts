import { expect, test } from "vitest";
import { escapeHtml } from "../../../src/syntax/html.ts";

test("text is escaped for an element and for an attribute between double quotes", () => {
  expect(escapeHtml(`<a href="x">Q&A's</a> &amp; ]]>`)).toBe(
    "&lt;a href=&quot;x&quot;&gt;Q&amp;A's&lt;/a&gt; &amp;amp; ]]&gt;",
  );
});
