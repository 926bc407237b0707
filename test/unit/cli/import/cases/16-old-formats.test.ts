import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { emptyRepository } from "../import-in.ts";

const FOLDER = join(import.meta.dirname, "../../../../../../shared/cases/16-old-formats");
const { run, compiled } = emptyRepository();
const ZONE = ["--published", "2004-05-01T10:00:00Z"] as const;

async function articlesIn(name: string) {
  await run(join(FOLDER, name), ...ZONE);
  return Object.values(await compiled()).toSorted((a, b) => (a.title < b.title ? -1 : 1));
}

describe.skipIf(!existsSync(FOLDER))("16-old-formats (skipped if it is not there)", () => {
  it("atom03.xml: escaped text, elements, base64 and alternatives", async () => {
    const articles = await articlesIn("atom03.xml");
    const bodies = Object.fromEntries(articles.map(({ title, body }) => [title, body]));
    expect(bodies).toMatchObject({ "One i": "<p>Text</p>", Three: "<p>Base64 text</p>", Four: "<p>html</p>" });
  });

  it("rdf.xml: prefixes of its own, with author, subject and text", async () => {
    const articles = await articlesIn("rdf.xml");
    expect(articles.find(({ title }) => title === "Uno")).toMatchObject({
      byline: [{ name: "Ana" }],
      tags: ["puerto"],
      body: "<p>Texto.</p>",
      published: "2004-05-01T10:00:00+01:00",
    });
    expect(articles.map(({ title }) => title)).toContain("Sin fecha");
  });

  it("rss091.xml: the entities of HTML", async () => {
    expect((await articlesIn("rss091.xml")).map(({ title }) => title)).toEqual(["Café — open", "Second"]);
  });
});
