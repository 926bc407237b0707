import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compileContent } from "../../../src/compile/compile-content.ts";
import { formatFault } from "../../../src/compile/content-fault.ts";
import { ARTICLE_FIELDS } from "../../../src/compile/front-matter/article-fields.ts";
import { PUBLICATION_FIELDS } from "../../../src/compile/front-matter/publication-fields.ts";
import { inspectMedia } from "../../../src/compile/media/inspect-media.ts";
import { compileSubmission } from "../../../src/compile/submission/compile-submission.ts";
import { parseSubmission } from "../../../src/compile/submission/parse-submission.ts";
import { readConfig } from "../../../src/http/config.ts";
import { readHubSettings } from "../../../src/hub/settings.ts";
import { type Block, blocksOf, readDocument, readerDocuments } from "../../documents.ts";

const REPOSITORY = join(import.meta.dirname, "../../..");

/** What the examples call their files, by a sample of content/media that is of the same kind. */
const MEDIA = { "picture.jpg": "story-changes.jpg", "notes.pdf": "article-cheat-sheet.pdf", "icon.png": "icon.png" };

/** The publication of the repository is its owner's. */
const SAMPLES = join(REPOSITORY, "test/fixtures/samples");
const PUBLICATION = readDocument(SAMPLES, "content/publication.yaml");
const CONFIGURATION = readDocument(REPOSITORY, "docs/configuration.md");
const WRANGLER = readDocument(REPOSITORY, "wrangler.toml");

const ALL = readerDocuments(REPOSITORY)
  .flatMap((file) => blocksOf(REPOSITORY, file))
  .map((block) => ({ ...block, place: `${block.file}:${block.line}` }));
const inLanguage = (language: string) => ALL.filter((block) => block.language === language);

const bytesOf = (text: string) => new TextEncoder().encode(text);

async function compile(publication: string, article?: string, page?: string) {
  const media = await Promise.all(
    Object.entries(MEDIA).map(([name, file]) => inspectMedia(name, readFileSync(join(SAMPLES, "content/media", file)))),
  );
  const sources = {
    publication: { file: "content/publication.yaml", bytes: bytesOf(publication) },
    articles: article === undefined ? [] : [{ file: "content/articles/example.md", bytes: bytesOf(article) }],
    pages: page === undefined ? [] : [{ file: "content/pages/example.md", bytes: bytesOf(page) }],
    media,
  };
  return compileContent(sources, { mode: "production", allowPlaceholder: true, randomBytes: () => new Uint8Array(32) });
}

async function faultsOf(publication: string, article?: string, page?: string): Promise<readonly string[]> {
  const compiled = await compile(publication, article, page);
  return compiled.ok ? [] : compiled.error.faults.map(formatFault);
}

const FRONT_MATTER = `---
id: tag:news.example.org,2026-01-01:articles/0000000000000000
title: An example
published: 2026-11-24T09:30:00+08:00
---

`;

describe("an example of an article or a publication compiles", () => {
  const yaml = inLanguage("yaml");
  const [pages = [], files = []] = [true, false].map((isOfPages) =>
    yaml.filter(({ file, text }) => text.startsWith("---\n") && (file === "docs/pages.md") === isOfPages),
  );
  const articles = [...files, ...inLanguage("markdown")];
  test.each(pages)("the page of $place", async ({ text }) => {
    expect(await faultsOf(PUBLICATION, undefined, text)).toEqual([]);
  });
  test.each(articles)("the article of $place", async ({ text }) => {
    expect(await faultsOf(PUBLICATION, text.startsWith("---\n") ? text : FRONT_MATTER + text)).toEqual([]);
  });
  test.each(yaml.filter(({ text }) => !text.startsWith("---\n")))("the settings of $place", async ({ text }) => {
    expect(await faultsOf(`${PUBLICATION}\n${text}`)).toEqual([]);
  });
});

describe("an example of an article as JSON compiles as the desk does it", () => {
  test.each(inLanguage("json"))("$place", async ({ text }) => {
    const compiled = await compile(PUBLICATION);
    if (!compiled.ok) throw new Error("the samples have faults");
    const submission = { mediaType: "application/json", text, slug: "example" } as const;
    const { publication } = compiled.value;
    const setting = { publication, now: Date.UTC(2026, 10, 27), mintId: () => "tag:example.org,2026-01-01:a/b" };
    const outcome = compileSubmission(parseSubmission(submission), { ...setting, media: () => undefined });
    expect(outcome).toMatchObject({ ok: true, value: { warnings: [] } });
  });
});

/** The variables of a block of TOML: plain numbers, texts and booleans, as ours are. */
function variablesOf(text: string): Record<string, unknown> {
  const lines = [...text.matchAll(/^([A-Z_]+) = (.+)$/gm)];
  return Object.fromEntries(
    lines.map(([, name = "", value = ""]) => [name, JSON.parse(/^\d/.test(value) ? value.replaceAll("_", "") : value)]),
  );
}

/** The rows of the tables of variables, by name, with the default as it is written. */
const DEFAULTS = [
  ...CONFIGURATION.matchAll(/^\| `((?:FEED|PAGE|HUB)_[A-Z_]+)` \|[^|]*\| (`[a-z0-9]+`|[\d,]+)[^|]*\|[^|]*\|$/gm),
];

// The values in wrangler.toml are the owner's. The defaults are those of the code.
describe("variables of wrangler.toml", () => {
  const settings = (variables: Record<string, unknown>) => [readConfig(variables), readHubSettings(variables, false)];
  test.each(inLanguage("toml"))("the example of $place has the defaults, and is accepted", (block: Block) => {
    const variables = variablesOf(block.text);
    expect(Object.keys(variables).length).toBeGreaterThan(0);
    expect(settings(variables)).toEqual(settings({}));
  });
  test("docs/configuration.md names each with its default", () => {
    expect(DEFAULTS.length).toBeGreaterThan(8);
    for (const [, name = "", written = ""] of DEFAULTS) {
      const value = written.startsWith("`") ? written.slice(1, -1) : Number(written.replaceAll(",", ""));
      expect(settings({ [name]: value }), name).toEqual(settings({}));
    }
  });
  test("docs/configuration.md has a row for each variable of wrangler.toml", () => {
    const names = Object.keys(variablesOf(WRANGLER));
    expect(names.filter((name) => !DEFAULTS.some(([, documented]) => documented === name))).toEqual([]);
  });
  test("docs/configuration.md names no variable that the schemas do not know", () => {
    const names = [...CONFIGURATION.matchAll(/^\| `((?:FEED|PAGE|HUB)_[A-Z_]+)` \|/gm)].map(([, name = ""]) => name);
    const nonsense = Object.fromEntries(names.map((name) => [name, {}]));
    const refused = [() => readConfig(nonsense), () => readHubSettings(nonsense, true)].map(messageOf).join("\n");
    expect(names.filter((name) => !refused.includes(`${name}: `))).toEqual(["HUB_LIMIT", "HUB_SECRET"]);
  });
});

function messageOf(read: () => unknown): string {
  try {
    read();
    return "";
  } catch (error) {
    return String(error);
  }
}

describe("every field has its row", () => {
  const isNamed = (document: string) => (field: string) => new RegExp(`^\\|[^|]*\`${field}\``, "m").test(document);
  test("fields of an article in docs/writing-articles.md", () => {
    const named = isNamed(readDocument(REPOSITORY, "docs/writing-articles.md"));
    expect((ARTICLE_FIELDS[""] ?? []).filter((field) => !named(field))).toEqual([]);
  });
  test("fields of the publication in docs/configuration.md", () => {
    const fields = [...(PUBLICATION_FIELDS[""] ?? []), ...(PUBLICATION_FIELDS.rsl ?? [])];
    expect(fields.filter((field) => !isNamed(CONFIGURATION)(field))).toEqual([]);
    for (const field of PUBLICATION_FIELDS.podcast ?? []) expect(CONFIGURATION).toContain(`\`${field}\``);
  });
});
