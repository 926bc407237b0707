import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { emptyRepository } from "../import-in.ts";

const FILE = join(import.meta.dirname, "../../../../../../shared/cases/wordpress-export.xml");

describe.skipIf(!existsSync(FILE))("../shared/cases/wordpress-export.xml (skipped if it is not there)", () => {
  const repository = emptyRepository();

  it("shows what WordPress's own page shows, and names what is lost", async () => {
    const { summary, isWhole } = await repository.run(FILE);
    const articles = await repository.compiled();
    expect(isWhole).toBe(true);
    const all = Object.values(articles)
      .map(({ body }) => body)
      .join("\n");
    expect(all).not.toMatch(/wp:|<!--|\[(?:audio|contact-form|\/)/);
    expect(all).not.toContain("SECRET");
    const classic = articles["classic-post-no-paragraphs"];
    expect(classic?.body.match(/<img /g)).toHaveLength(4);
    expect(classic?.body).toContain('<a href="https://www.youtube.com/watch?v=oHg5SJYRHA0">');
    expect(classic?.body).toContain(
      "<p>[gallery] is how one writes it. An array is a[0] or [1].</p>\n<p>After the more.</p>",
    );
    expect(classic?.byline).toEqual([{ name: "Zoë O'Brien & Söhne" }]);
    const blocks = articles["blocks-all-of-them"]?.body ?? "";
    for (const text of [
      "Left column",
      "Right column",
      ">Buy</a>",
      ">Tone</a>",
      "Beside the media",
      "Cover text",
      "Gallery caption",
      "Pulled.",
    ])
      expect(blocks).toContain(text);
    expect(blocks).not.toContain("Download");
    expect(articles["edited-later"]?.formerPaths).toContain("/2021/05/the-first-slug/");
    const report = summary.join("\n");
    for (const line of [
      "short code [contact-form-7]",
      "block core/latest-posts",
      "left out: 1 comment",
      "1 page written",
      "  A book (http://127.0.0.1:21231/book/a-book/)",
    ])
      expect(report).toContain(line);
  });
});
