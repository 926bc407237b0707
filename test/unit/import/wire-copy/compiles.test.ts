import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseWireCopy } from "../../../../src/import/wire-copy/parse-wire-copy.ts";
import { toMarkdown } from "../../../../src/import/wire-copy/to-markdown.ts";
import { type Article, articleSchema } from "../../../../src/model/article.ts";
import { compile, ID, MEDIA, messages } from "../../compile/compile.ts";

/** The importer's output must compile without changes and contain what the copy says. */

const fixtures = join(import.meta.dirname, "../../../fixtures/wire-copy");
const seed = join(import.meta.dirname, "../../../../../shared/seed");
const textsIn = (folder: string) =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(".txt"))
        .map((name) => join(folder, name))
    : [];

function imported(file: string) {
  const text = readFileSync(file, "utf8");
  const setting = { zone: "Asia/Hong_Kong" };
  const asItIs = parseWireCopy(text, setting);
  const parsed = asItIs.ok ? asItIs : parseWireCopy(text, { ...setting, published: "2024-03-03 21:42" });
  if (!parsed.ok) throw new Error(parsed.error.kind);
  const markdown = toMarkdown(parsed.value.copy, { id: ID, picture: "icon.png", canonical: "https://example.org/a" });
  const compiled = compile({ copy: markdown }, { media: MEDIA.slice(0, 1) });
  return { copy: parsed.value.copy, compiled };
}

function check(file: string): void {
  const { copy, compiled } = imported(file);
  expect(messages(compiled)).toEqual({
    faults: [],
    warnings: [expect.stringMatching(/^content\/articles\/copy\.md:\d+ image\.alt: expected alternative text/)],
  });
  const [article] = compiled.ok ? compiled.value.articles : [];
  expect(article).toEqual({
    id: ID,
    slug: "copy",
    url: "https://own-address.dateline.invalid/articles/copy",
    title: copy.headline,
    summary: copy.standfirst ?? expect.any(String),
    byline: copy.byline.map((name) => ({ name })),
    ...(copy.agency && { agency: { name: copy.agency } }),
    ...(copy.dateline && { dateline: copy.dateline }),
    published: copy.published,
    updated: copy.updated ?? copy.published,
    language: "en",
    tags: [],
    image: { file: expect.anything(), ...copy.image },
    body: expect.any(String),
    related: copy.body.flatMap((block) =>
      block.kind === "related"
        ? [{ label: block.label, title: block.title, ...(block.href && { url: block.href }) }]
        : [],
    ),
    attachments: [],
    canonical: "https://example.org/a",
    status: "published",
    corrections: [],
    formerSlugs: [],
  });
  expect(textOfBody(article)).toEqual(
    copy.body.flatMap((block, index) => {
      const place = index === 0 && copy.dateline ? `${copy.dateline} — ` : "";
      if (block.kind === "paragraph") return [place + block.text];
      if (block.kind === "related") return [`${block.label}: ${block.title}`];
      const said = [block.by, block.role].filter((each) => each !== undefined).join(", ");
      return [block.paragraphs.join("") + (said && `— ${said}`)];
    }),
  );
  expect(articleSchema.parse(article)).toEqual(article);
}

/** The text of the blocks, read from the HTML with regular expressions only. */
function textOfBody(article: Article | undefined): string[] {
  return (article?.body ?? "")
    .split("\n")
    .map((line) =>
      line.replace(/<[^>]*>/g, "").replace(/&#x(\w+);/g, (_, hex) => String.fromCodePoint(Number.parseInt(hex, 16))),
    );
}

describe("imported wire copy compiles without changes", () => {
  it.each(textsIn(fixtures))("for %s", check);
});

const [article] = textsIn(seed);
describe.skipIf(article === undefined)("the real article in ../shared/seed (skipped if it is not there)", () => {
  it("compiles without changes and fills every field that it has", () => {
    check(article ?? "");
    const { compiled } = imported(article ?? "");
    expect(compiled.ok && compiled.value.articles[0]).toMatchObject({
      agency: { name: "Reuters" },
      dateline: "SEOUL",
      published: "2021-02-03T21:42:00+08:00",
      updated: "2023-06-05T02:38:00+08:00",
      image: { credit: "AHN YOUNG-JOON/POOL/AP" },
      body: expect.stringMatching(/^<p><span class="dateline">SEOUL<\/span> — /),
    });
  });
});
