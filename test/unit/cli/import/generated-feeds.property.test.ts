import fc from "fast-check";
import { generateAtomFeed, generateJsonFeed, generateRssFeed } from "feedsmith";
import { expect, it } from "vitest";
import { emptyRepository } from "./import-in.ts";

const { run, compiled, put } = emptyRepository();

/** Words that are hard to write and to read: every sign of markup, sections in sections, and other scripts. */
const word = fc.oneof(
  fc.constantFrom("quay", "Salt & pepper", "AT&T", "R&D;", "1 < 2", "a > b", "]]>", "]]", "<![CDATA[", '"x"', "'y'"),
  fc.constantFrom("<!-- c -->", "<?php", "</item>", "<item>", "</entry>", "&amp;", "&nbsp;", "&#38;", "%3C", "{{x}}"),
  fc.constantFrom("“été”", "Größe", "東京", "الميناء", "🛳", "e\u0301", "\u200D", "Đặng", "—", "…", "\u00A0x", "🏴‍☠️"),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 }),
);
const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((all) => all.join(" "));
/** Titles say nothing of their type in most formats: signs that could be HTML are in the texts only. */
const title = fc
  .array(fc.constantFrom("quay", "Salt & pepper", "AT&T", "1 < 2", "a > b", "]]>", "“été”", "東京", "🛳", "R&D"), {
    minLength: 1,
    maxLength: 5,
  })
  .map((all) => all.join(" "));
const entry = fc.record({
  title,
  html: words.map((text) => `<p>a ${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")} b</p>`),
  summary: title,
  tag: fc.constantFrom("Ferries", "R&D", "Tides & winds", "été"),
  date: fc.date({ min: new Date("1995-01-01"), max: new Date("2026-01-01"), noInvalidDate: true }),
});
const entries = fc.array(entry, { minLength: 1, maxLength: 5 });
type Entry = typeof entries extends fc.Arbitrary<readonly (infer T)[]> ? T : never;

const site = "https://old.example.org";
const person = { name: "Ann Writer & Co" };
const withoutMilliseconds = (date: Date) => new Date(Math.floor(date.getTime() / 1_000) * 1_000);

const FORMATS: Readonly<Record<string, (all: readonly Entry[]) => string>> = {
  RSS: (all) =>
    generateRssFeed({
      title: "Old",
      link: site,
      description: "News",
      items: all.map((each, index) => ({
        title: each.title,
        link: `${site}/${index}?a=1&b=2`,
        guid: { value: `urn:${index}`, isPermaLink: false },
        pubDate: withoutMilliseconds(each.date),
        description: each.summary,
        content: { encoded: each.html },
        categories: [{ name: each.tag }],
        dc: { creators: [person.name] },
      })),
    }),
  Atom: (all) =>
    generateAtomFeed({
      id: "tag:old.example.org,2019:feed",
      title: { value: "Old" },
      updated: new Date(0),
      links: [{ href: site }],
      entries: all.map((each, index) => ({
        id: `urn:${index}`,
        title: { value: each.title },
        updated: withoutMilliseconds(each.date),
        published: withoutMilliseconds(each.date),
        links: [{ href: `${site}/${index}?a=1&b=2` }],
        summary: { value: each.summary },
        content: { type: "html", value: each.html },
        categories: [{ term: each.tag }],
        authors: [person],
      })),
    }),
  "JSON Feed": (all) =>
    JSON.stringify(
      generateJsonFeed({
        title: "Old",
        home_page_url: site,
        items: all.map((each, index) => ({
          id: `urn:${index}`,
          url: `${site}/${index}?a=1&b=2`,
          title: each.title,
          summary: each.summary,
          content_html: each.html,
          date_published: withoutMilliseconds(each.date),
          tags: [each.tag],
          authors: [person],
        })),
      }),
    ),
};

it.each(Object.keys(FORMATS))(
  "any %s that feedsmith can write is imported with equal values",
  async (format) => {
    await fc.assert(
      fc.asyncProperty(entries, async (all) => {
        put("f", FORMATS[format]?.(all) ?? "");
        const { isWhole, summary, total } = await run("f", "--force");
        expect({ isWhole, summary: summary.slice(0, -1), total: total?.replace(/, .*/, "") }).toEqual({
          isWhole: true,
          summary: [],
          total: expect.stringMatching(/^\d articles? written$/),
        });
        const byPath = new Map(Object.values(await compiled()).map((article) => [article.formerPaths?.[0], article]));
        for (const [index, each] of all.entries()) {
          const article = byPath.get(`/${index}?a=1&b=2`);
          expect(article).toMatchObject({
            title: each.title,
            summary: each.summary,
            tags: [each.tag],
            byline: [{ name: person.name }],
            published: withoutMilliseconds(each.date).toISOString().replace(".000Z", "Z"),
          });
          expect(textOf(article?.body ?? "")).toBe(textOf(each.html));
        }
      }),
      { numRuns: 40 },
    );
  },
  120_000,
);

/** The text of a paragraph, with its white space as one sign. */
function textOf(html: string): string {
  return html
    .replace(/<\/?p>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&#x3C;", "<")
    .replaceAll("&amp;", "&")
    .replaceAll("&#x26;", "&")
    .replace(/\s+/g, " ")
    .trim();
}
