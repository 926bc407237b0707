import { expect, it } from "vitest";
import { addParagraphs } from "../../../src/import/wordpress/text/paragraphs.ts";
import { describeWith } from "../harness/installed.ts";
import { classicText } from "./classic-texts.ts";
import { seenHtml } from "./same-html.ts";
import { askWordPress, WORDPRESS } from "./wordpress-package.ts";

const TEXTS = 1_000;

describeWith(WORDPRESS, "classic texts have the paragraphs that WordPress's own code gives them", () => {
  it(`${TEXTS} generated texts`, () => {
    const texts = Array.from({ length: TEXTS }, (_, seed) => classicText(seed));
    const answers = askWordPress("autop.php", texts);
    if (!Array.isArray(answers)) throw new Error("expected a list");
    const seenBy = (htmls: readonly unknown[]) => htmls.map((html, seed) => `${seed} ${seenHtml(String(html))}`);
    const [ours, theirs] = [seenBy(texts.map(addParagraphs)), seenBy(answers)];
    // A comparison that ignores everything would pass.
    expect(new Set(theirs.map((text) => text.replace(/^\d+ /, ""))).size).toBeGreaterThan(TEXTS * 0.9);
    const different = ours.flatMap((text, seed) =>
      text === theirs[seed] ? [] : [{ text: texts[seed], ours: text, theirs: theirs[seed] }],
    );
    expect(different).toEqual([]);
  });
});
