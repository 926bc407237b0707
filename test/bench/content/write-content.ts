import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { seedMedia } from "../../../src/cli/newsroom/seed/seed-media.ts";
import { CONTENT_PICTURES, CONTENT_SECTIONS, contentText } from "./content-text.ts";

const PUBLICATION = `title: Generated
address: https://generated.example
description: Articles that a program wrote.
language: en
identity: { authority: generated.example, date: 2026-01-01 }
sections:
${CONTENT_SECTIONS.map((slug) => `  - { slug: ${slug}, title: ${slug} }\n`).join("")}`;

/** Writes content/ with `count` generated articles below `root`: a few seconds for 10,000. */
export function writeContentFolder(root: string, count: number): void {
  const articles = join(root, "content/articles");
  mkdirSync(articles, { recursive: true });
  writeFileSync(join(root, "content/publication.yaml"), PUBLICATION);
  const { pictures } = seedMedia();
  CONTENT_PICTURES.forEach((name, index) => {
    const file = join(root, "content/media", name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, (pictures[index] ?? pictures[0]).bytes());
  });
  for (let index = 0; index < count; index += 1) {
    const { name, text } = contentText(index, count);
    writeFileSync(join(articles, name), text);
  }
}
