import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { emptyRepository } from "../import-in.ts";

const FOLDER = join(import.meta.dirname, "../../../../../../shared/cases/03-wxr-classic");

describe.skipIf(!existsSync(FOLDER))("../shared/cases/03-wxr-classic (skipped if it is not there)", () => {
  const repository = emptyRepository();

  async function bodies(name: string) {
    const { summary } = await repository.run(join(FOLDER, name));
    const articles = await repository.compiled();
    const shapes = Object.entries(articles).map(([slug, { body }]) => [
      slug.replace(/^post-/, ""),
      (
        body.match(/<(?:p|h2|h3|ul|li|blockquote|pre|table|td|div|img|figcaption|audio|video|details|a|section)\b/g) ??
        []
      )
        .map((tag) => tag.slice(1))
        .join(" "),
    ]);
    return { summary, articles, shapes: Object.fromEntries(shapes) };
  }

  it("classic posts have their paragraphs, lists and tables", async () => {
    const { shapes, articles } = await bodies("wxr.xml");
    expect(shapes).toEqual({
      centred: "p p p p p",
      "table-p": "p p table td p p p",
      "pre-p": "p pre p p",
      "h2-tight": "p h2 p p",
      quote: "blockquote p p p p",
      list: "p ul li li p p",
      div: "div p p p",
    });
    for (const { body } of Object.values(articles)) expect(body).not.toContain("<p></p>");
  });

  it("short codes and blocks show what they stand for", async () => {
    const { shapes, articles, summary } = await bodies("shortcodes.xml");
    expect(shapes).toMatchObject({
      "caption-old": "p img figcaption p",
      "caption-new": "img figcaption p",
      "gallery-ids": "p img figcaption img p",
      "gallery-attached": "p p",
      audio: "p audio p",
      video: "p video p",
      "oembed-line": "p p a p",
      "gb-embed": "p p a figcaption",
      "gb-gallery": "img figcaption img",
      "gb-reusable": "p",
      more: "p p p",
      "literal-brackets": "p p",
    });
    const all = Object.values(articles)
      .map(({ body }) => body)
      .join("\n");
    expect(all).not.toMatch(/wp:|<!--|\[(?:gallery ids|audio|video|\/)/);
    expect(articles["post-footnote"]?.body).toMatch(/role="doc-noteref".*role="doc-endnotes"/s);
    // The number of the block in the export is not the one that the post names.
    expect(summary.join("\n")).toContain("a reusable block that the export does not contain");
    expect(summary.join("\n")).toContain("short code [gallery] without pictures that the export lists");
  });
});
