import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect } from "vitest";
import { element, elements, parsePage, text } from "../unit/render/html/parse-page.ts";
import { readJsonItems } from "../unit/render/read-json-items.ts";
import { readAtomEntries, readRssItems } from "../unit/render/read-xml-entries.ts";
import type { DevServer } from "./harness/dev-server.ts";
import { describeWith, neighbour } from "./harness/installed.ts";
import type { ProjectCopy } from "./harness/project-copy.ts";
import { runToSuccess } from "./harness/run-command.ts";
import { untilServed } from "./harness/served-items.ts";
import { test } from "./harness/served-test.ts";

/** The content of a piece of wire copy. `blocks` are the paragraphs of the body in their order. */
type Expected = {
  readonly headline: string;
  readonly agency: string;
  readonly dateline: string;
  readonly published: string;
  readonly updated: string;
  readonly caption: string;
  readonly credit: string;
  readonly quote: { readonly sentences: string; readonly by: string };
  readonly labels: readonly string[];
  readonly blocks: readonly string[];
};

/** Imports the file as an author does and compares the served article with the copy. */
async function importAndCompare(file: string, expected: Expected, server: DevServer, copy: ProjectCopy): Promise<void> {
  const { headline } = expected;
  const setting = { cwd: copy.root, environment: copy.environment };
  await runToSuccess("npm", ["run", "--silent", "import", "--", file, "--zone", "Asia/Hong_Kong"], setting);
  const { id, url } = await untilServed(server, headline, (item) => item.title === headline);
  expect(id).toMatch(/^tag:dateline\.example,2026-01-01:articles\/[0-9a-z]{16}$/);
  const get = async (path: string) => (await server.get(path)).text;
  const forms = [
    readRssItems(await get("/rss.xml")),
    readAtomEntries(await get("/atom.xml")),
    readJsonItems(await get("/feed.json")),
  ];
  for (const entries of forms) {
    const { content = "", summary = "", ...fields } = entries.find((entry) => entry.id === id) ?? {};
    expect(fields).toEqual({
      ...{ id, url, title: headline, published: expected.published, updated: expected.updated },
      ...{ credits: [expected.agency], dateline: expected.dateline },
      ...{ categories: [], related: [], attachments: [] },
    });
    expect(`${expected.dateline} — ${summary}`).toBe(expected.blocks[0]);
    expectContent(content, expected);
  }
  expectPage(await get(new URL(url).pathname), expected);
}

/** The content of a feed is complete without the fields around it. */
function expectContent(html: string, expected: Expected): void {
  const content = parsePage(html);
  expect(paragraphs(content)).toEqual([...expected.blocks, expected.agency]);
  expectParts(content, expected);
}

function expectPage(html: string, expected: Expected): void {
  const page = element(parsePage(html), "article");
  expect(text(element(page, "h1"))).toBe(expected.headline);
  expect(text(element(element(page, "p", "byline"), "bdi", "agency"))).toBe(expected.agency);
  const times = elements(element(page, "p", "times"), "time").map(({ properties }) => properties.dateTime);
  expect(times).toEqual([expected.published, expected.updated]);
  expect(paragraphs(element(page, "div", "e-content"))).toEqual(expected.blocks);
  expectParts(page, expected);
}

/** The special blocks, in feeds and pages alike. */
function expectParts(tree: Parameters<typeof elements>[0], expected: Expected): void {
  const caption = element(tree, "figcaption");
  expect(text(caption)).toBe(`${expected.caption} (${expected.credit})`);
  expect(text(element(caption, "span", "credit"))).toBe(`(${expected.credit})`);
  expect(text(element(tree, "span", "dateline"))).toBe(expected.dateline);
  const quote = element(tree, "aside", "pull-quote");
  expect(text(element(quote, "blockquote"))).toBe(expected.quote.sentences);
  expect(text(element(quote, "cite"))).toBe(expected.quote.by);
  expect(elements(tree, "strong", "label").map((label) => text(label))).toEqual(expected.labels);
}

function paragraphs(tree: Parameters<typeof elements>[0]): readonly string[] {
  return elements(tree, "p").map((paragraph) => text(paragraph));
}

const ferry: Expected = {
  headline: "Port Ellery ferry to stay in dock until summer",
  agency: "Coastal News Agency",
  dateline: "PORT ELLERY",
  published: "2024-03-03T18:05:00+08:00",
  updated: "2025-04-12T07:20:00+08:00",
  caption: "Ada Ferrier, harbour master of Port Ellery, reads the tide table beside the slipway on March 3, 2024.",
  credit: "BO LINDQVIST/POOL/COASTAL",
  quote: {
    sentences:
      "A boat that sails on luck is not a timetable. Give the fitters eight weeks and you will have a ferry again.",
    by: "Ada Ferrier",
  },
  labels: ["READ MORE:", "ALSO READ:"],
  blocks: [
    "PORT ELLERY — The only ferry of the Ellery islands will not sail before June, the harbour master of Port Ellery (PE) told skippers’ families on Monday.",
    "Its engine stopped twice this winter, both times in fog, and was towed home by a fishing boat.",
    "A boat that sails on luck is not a timetable. Give the fitters eight weeks and you will have a ferry again.",
    "— Ada Ferrier, harbour master of Port Ellery, who signs the timetable",
    "A bus now runs to the northern pier, where smaller boats take up to twelve passengers each.",
    "READ MORE: Slipway reopens: what skippers need to know",
    "Ferrier has run the harbour for nine years. She first wrote to the yard in October.",
    "“A boat that sails on luck is not a timetable. Give the fitters eight weeks and you will have a ferry again,” Ferrier said in the net loft.",
    "“Nobody here has to wait on the pier: ring the bell and a boat comes.”",
    "ALSO READ: Twelve seats and a dog: a day on the mail boat",
    "The yard, on the mainland, answered in March.",
  ],
};

describe("imported wire copy", () => {
  test("is served in all four forms with every field", async ({ server, copy, repository }) => {
    await importAndCompare(join(repository, "test/fixtures/wire-copy/ferry.txt"), ferry, server, copy);
  });
});

/**
 * The real article is beside the repository and never in it, because its text is not ours. The expected values are read
 * from it line by line.
 */
const folder = join(import.meta.dirname, "../../../shared/seed");
const real = existsSync(folder) ? readdirSync(folder).find((name) => name.endsWith(".txt")) : undefined;

describeWith(neighbour(join(folder, real ?? "*.txt")), "the real article", () => {
  test("is served in all four forms with every field", async ({ server, copy }) => {
    const file = join(folder, String(real));
    const lines = readFileSync(file, "utf8")
      .split("\n")
      .map((line) => line.replace(/\s+/g, " ").trim());
    const [, headline = "", agency = "", , picture = "", ...rest] = lines;
    const [, caption = "", credit = ""] = /^(.*) \(([^()]*)\)$/.exec(picture) ?? [];
    const [first = "", second = "", sentences = "", attribution = "", ...others] = rest.filter((line) => line !== "");
    const related = others.filter((line) => /^(?:READ MORE|ALSO READ): /.test(line));
    await importAndCompare(
      file,
      {
        headline,
        agency: agency.replace(/^By /, ""),
        dateline: "SEOUL",
        published: "2021-02-03T21:42:00+08:00",
        updated: "2023-06-05T02:38:00+08:00",
        caption,
        credit,
        quote: { sentences, by: attribution.replace(/,.*/, "") },
        labels: related.map((line) => line.replace(/:.*/, ":")),
        blocks: [first.replace(/^SEOUL - /, "SEOUL — "), second, sentences, `— ${attribution}`, ...others],
      },
      server,
      copy,
    );
  });
});
