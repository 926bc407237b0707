import { expect, it, vi } from "vitest";
import { shownOf } from "./post-of.ts";

vi.setConfig({ testTimeout: 120_000 });

/** Parts of a text that a reader of markup may look ahead from, each time to the end of the text. */
const PARTS = [
  ..."< <div <a< <pre> <pre </pre> <br> <br/> <!-- <![CDATA[ <script> <svg> </p> <p> <li> <option> <figcaption>".split(
    " ",
  ),
  ...["\n \n", " ", "\n", "https://a.example/\n", "<!--more", "<sup data-fn=", "<sup data-fn='a'>"],
  ...["[", "[a ", "[a b=1]", "[[a", "[/a]", "[caption]", "[caption]<img", "<a<img ", '[a b="', "[x_y]", "[audio]"],
  ...[
    "<!-- wp:group -->",
    "<!-- wp:group",
    "<!-- /wp:group -->",
    "<!-- wp:a {",
    "<!-- wp:gallery --><img>",
    "<!-- wp:x /-->",
  ],
];

/** The best of three, since a busy machine may stop for a while. */
function millisecondsFor(text: string): number {
  const times = [1, 2, 3].map(() => {
    const started = performance.now();
    shownOf(text);
    return performance.now() - started;
  });
  return Math.min(...times);
}

it.each(PARTS)("a text of many %j takes linear time", (part) => {
  const small = part.repeat(20_000);
  const once = Math.max(millisecondsFor(small), 50);
  // Quadratic time would be 16 times as much.
  expect(millisecondsFor(small.repeat(4)) / once).toBeLessThan(12);
});
