import { expect, it } from "vitest";
import { repairBody } from "../../../../src/import/feeds/repair-body.ts";

function repaired(html: string): string | undefined {
  const body = repairBody(html, { page: "https://old.example/a", base: "https://old.example/a" });
  return body.ok ? body.value.html : undefined;
}

it.each([
  [
    '<object width="4"><param name="movie" value="http://www.youtube.com/v/ab-1&hl=en"></param>' +
      '<embed src="http://www.youtube.com/v/ab-1&hl=en" type="application/x-shockwave-flash"></embed></object>',
    '<div><p><a href="https://www.youtube.com/watch?v=ab-1">https://www.youtube.com/watch?v=ab-1</a></p></div>',
  ],
  [
    '<p><object><param name="movie" value="https://www.youtube.com/v/ab?fs=1"></object></p>',
    '<p><a href="https://www.youtube.com/watch?v=ab">https://www.youtube.com/watch?v=ab</a></p>',
  ],
  [
    '<object data="https://old.example/plan.pdf" title="The plan"></object>',
    '<p><a href="https://old.example/plan.pdf">The plan</a></p>',
  ],
  [
    '<object data="/plan.pdf"><p>Read <a href="/plan.pdf">the plan</a>.</p></object>',
    '<div><p>Read <a href="https://old.example/plan.pdf">the plan</a>.</p></div>',
  ],
])("an object becomes its content or a link: %s", (html, wanted) => {
  expect(repaired(html)).toBe(wanted);
});

it.each([
  ['<p><a name="n1">1.</a> <a href="#n1">up</a></p>', '<p><a id="n1">1.</a> <a href="#n1">up</a></p>'],
  ['<p><a id="b" name="c">1.</a> <a href="#b">up</a></p>', '<p><a id="b">1.</a> <a href="#b">up</a></p>'],
  [
    '<p><strike>a</strike> <tt>b</tt> <acronym title="C">c</acronym></p>',
    '<p><s>a</s> <code>b</code> <abbr title="C">c</abbr></p>',
  ],
  ["<p>a</p><center>b</center><dir><li>c</li></dir>", "<p>a</p><div>b</div><ul><li>c</li></ul>"],
])("an obsolete element becomes the one that means the same: %s", (html, wanted) => {
  expect(repaired(html)).toBe(wanted);
});
