import { describe, expect, it } from "vitest";
import { addParagraphs } from "../../../../src/import/wordpress/text/paragraphs.ts";

// That the result is WordPress's own is compared in test/e2e/wordpress. These are the kinds by example.
describe("paragraphs of the classic editor", () => {
  it.each([
    ["empty lines and line feeds", "One\ntwo\n\nThree", "<p>One<br />\ntwo</p>\n<p>Three</p>"],
    [
      "a paragraph that is written out",
      "One\n<p style='x'>Two</p>\nThree",
      "<p>One</p>\n<p style='x'>Two</p>\n<p>Three</p>",
    ],
    ["a heading without empty lines", "One\n<h2>Two</h2>\nThree", "<p>One</p>\n<h2>Two</h2>\n<p>Three</p>"],
    ["a quotation of two paragraphs", "<blockquote>A\n\nB</blockquote>", "<blockquote><p>A</p>\n<p>B</p></blockquote>"],
    ["a list", "Say\n<ul>\n\t<li>a</li>\n\t<li>b</li>\n</ul>", "<p>Say</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>"],
    ["a container", "<div>A\n\nB</div>", "<div>A</p>\n<p>B</p></div>"],
    ["two breaks", "A<br>\n<br/>B", "<p>A</p>\n<p>B</p>"],
    ["preformatted text", "A\n<pre>x\n\n  y</pre>\nB", "<p>A</p>\n<pre>x\n\n  y</pre>\n<p>B</p>"],
    ["a tag over two lines", '<img\nsrc="a.jpg">\nA', '<p><img\nsrc="a.jpg"><br />\nA</p>'],
    ["a script", "<script>a\nb</script>\nA", "<p><script>a\nb</script><br />\nA</p>"],
    ["a line feed of another system", "A\r\n\r\nB\rC", "<p>A</p>\n<p>B<br />\nC</p>"],
    [
      "a figure",
      "<figure><img src='a'>\n<figcaption>c</figcaption>\n</figure>",
      "<figure><img src='a'><figcaption>c</figcaption></figure>",
    ],
    ["white space only", " \n\n ", ""],
  ])("%s", (_, source, wanted) => {
    expect(addParagraphs(source)).toBe(wanted);
  });
});
