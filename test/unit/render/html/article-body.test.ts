import { expect, test } from "vitest";
import { preparedBody } from "../../../../src/render/html/parts/article-body.ts";
import { activeParts, parsePage } from "./parse-page.ts";

test("pictures load when they are near the viewport", () => {
  expect(preparedBody('<p><img src="https://example.org/a.png" alt=""></p>')).toBe(
    '<p><img loading="lazy" src="https://example.org/a.png" alt=""></p>',
  );
  expect(preparedBody('<img loading="eager" src="a">')).toBe('<img loading="eager" src="a">');
});

test("tables and code scroll in a box that the keyboard can reach", () => {
  expect(preparedBody("<table><tbody><tr><td>1</td></tr></tbody></table><pre><code>x</code></pre>")).toBe(
    '<div class="wide" tabindex="0"><table><tbody><tr><td>1</td></tr></tbody></table></div><pre tabindex="0"><code>x</code></pre>',
  );
});

test("text that looks like a tag inside an attribute is not changed", () => {
  const body = '<p><a href="https://example.org/" title="<img onerror=alert(1)> <table>">text</a></p>';
  expect(preparedBody(body)).toBe(body);
  const picture = preparedBody('<img alt="<img onerror=alert(1) " src="https://example.org/a.png">');
  expect(picture).toBe('<img loading="lazy" alt="<img onerror=alert(1) " src="https://example.org/a.png">');
  expect(activeParts(parsePage(picture))).toEqual([]);
});

test("other elements are not changed", () => {
  const body = "<h2>Tables &#x26; pre</h2>\n<p>1 &#x3C; 2 > 1</p><tablet></tablet>";
  expect(preparedBody(body)).toBe(body);
});
