import { type Block, bodyAsHtml, bodyAsMarkdown, type Span } from "../../../src/cli/newsroom/seed/body-blocks.ts";
import {
  SEED_LANGUAGES,
  type SeedLanguage,
  seedHeadline,
  seedSentence,
} from "../../../src/cli/newsroom/seed/languages.ts";
import { type PseudoRandom, pseudoRandom } from "../../../src/cli/newsroom/seed/pseudo-random.ts";
import { articlePath } from "../../../src/site/addresses.ts";

/** A file of content/articles. */
export type ContentText = { readonly name: string; readonly text: string };

/** The sections of the publication that the articles belong to. */
export const CONTENT_SECTIONS = ["harbour", "hill", "courts", "music"] as const;

/** The pictures that articles use, by name in content/media. */
export const CONTENT_PICTURES = ["generated/landscape-1.png", "generated/landscape-2.png"] as const;

const NEWEST = Date.UTC(2026, 8, 30, 18);
const MINUTE = 60_000;
/** All articles lie within these years before `NEWEST`, whatever their number. */
const YEARS = 25;
const REPORTERS = 40;
const TOPICS = 300;

/**
 * The article with this index of `count`, in one of the forms, languages and states that content has: Markdown and
 * HTML; eleven languages; published, scheduled, draft, retracted; with pictures, recordings, tables, links to other
 * articles, former addresses and corrections. The same arguments give the same text.
 */
export function contentText(index: number, count: number): ContentText {
  const random = pseudoRandom(index + 1);
  const language = random.chance(0.6) ? SEED_LANGUAGES[0] : random.pick(SEED_LANGUAGES);
  const name = slugAt(index);
  const isHtml = index % 4 === 3;
  const blocks = blocksOf(index, count, language, random);
  const fields = { ...fieldsOf(index, count, language, random) };
  // A JSON text is YAML, and is written several times faster.
  const lines = Object.entries(fields).map(([field, value]) => `${field}: ${JSON.stringify(value)}\n`);
  const body = isHtml ? bodyAsHtml(blocks) : bodyAsMarkdown(blocks);
  return { name: `${name}.${isHtml ? "html" : "md"}`, text: `---\n${lines.join("")}---\n\n${body}` };
}

function slugAt(index: number): string {
  const random = pseudoRandom(index + 5_000_001);
  const word = () => random.pick(["quay", "ferry", "bridge", "tide", "council", "school", "court", "choir", "market"]);
  return `${word()}-${word()}-${String(index).padStart(6, "0")}`;
}

/** Whether the article with this index is a draft, which no other article links to. */
function isDraft(index: number): boolean {
  return index % 97 === 11;
}

function fieldsOf(index: number, count: number, language: SeedLanguage, random: PseudoRandom): Record<string, unknown> {
  const published = NEWEST - Math.floor((index / count) * YEARS * 525_600) * MINUTE;
  const at = (minutes: number) => new Date(published + minutes * MINUTE).toISOString().replace(".000Z", "Z");
  const people = Array.from({ length: random.whole(0, 2) }, () => `${language.reporter} ${random.whole(1, REPORTERS)}`);
  const tags = Array.from({ length: random.whole(0, 4) }, () =>
    random.chance(0.5) ? random.pick(language.tags) : `Topic ${random.whole(1, TOPICS)}`,
  );
  return {
    id: `tag:generated.example,2026-01-01:articles/g${String(index).padStart(6, "0")}`,
    title: seedHeadline(language, random),
    ...(random.chance(0.6) && { summary: seedSentence(language, random) }),
    ...(people.length > 0 && { byline: [...new Set(people)].map((name) => ({ name })) }),
    ...(random.chance(0.3) && { dateline: language.dateline }),
    ...(random.chance(0.2) && { agency: { name: "Placeholder Wire", url: "https://wire.example.net/" } }),
    published: at(0),
    ...(index % 7 === 2 && { updated: at(random.whole(5, 600)) }),
    ...(language !== SEED_LANGUAGES[0] && { language: language.tag }),
    ...(random.chance(0.85) && { section: random.pick(CONTENT_SECTIONS) }),
    tags: [...new Set(tags)],
    ...(index % 3 === 1 && {
      image: { src: random.pick(CONTENT_PICTURES), alt: language.picture, caption: seedSentence(language, random) },
    }),
    ...(index % 23 === 5 && {
      attachments: [
        { src: `https://media.example.org/${index}.mp3`, mediaType: "audio/mpeg", length: 7_340_032, duration: 754 },
      ],
    }),
    ...(index % 41 === 7 && { corrections: [{ time: at(90), text: seedSentence(language, random) }] }),
    ...(index % 53 === 9 && { formerSlugs: [`former-${index}`], formerPaths: [`/2019/05/${index}/`, `/?p=${index}`] }),
    ...(isDraft(index) && { status: "draft" }),
    ...(index % 499 === 13 && { scheduledFor: "2099-01-01T00:00:00Z" }),
    ...(index % 211 === 17 &&
      !isDraft(index) && { retraction: { time: at(300), reason: seedSentence(language, random) } }),
    ...(index % 307 === 19 && { unpublishAt: at(525_600) }),
  };
}

function blocksOf(index: number, count: number, language: SeedLanguage, random: PseudoRandom): readonly Block[] {
  const blocks: Block[] = [];
  const paragraphs = index % 200 === 37 ? 60 : random.whole(4, 9);
  for (let number = 0; number < paragraphs; number += 1) {
    blocks.push(paragraphOf(language, random));
    if (number > 0 && random.chance(0.25)) blocks.push(extraBlock(language, random));
  }
  const other = random.whole(0, count - 1);
  if (random.chance(0.4) && other !== index && !isDraft(other))
    blocks.push({
      kind: "related",
      label: language.readMore,
      title: seedHeadline(language, random),
      href: articlePath(slugAt(other)),
    });
  return blocks;
}

function paragraphOf(language: SeedLanguage, random: PseudoRandom): Block {
  const spans = Array.from({ length: random.whole(2, 5) }, (): readonly Span[] => {
    const text = seedSentence(language, random);
    if (random.chance(0.1)) return [{ kind: random.pick(["strong", "emphasis"]), text }, " "];
    if (random.chance(0.1))
      return [{ kind: "link", text, href: `https://example.com/notes/${random.whole(1, 999)}` }, " "];
    return [text, " "];
  });
  return { kind: "paragraph", spans: spans.flat().slice(0, -1) };
}

function extraBlock(language: SeedLanguage, random: PseudoRandom): Block {
  const kind = random.pick(["heading", "list", "quotation", "table", "pull-quote", "figure"] as const);
  switch (kind) {
    case "heading":
      return { kind, text: seedHeadline(language, random) };
    case "quotation":
      return { kind, text: seedSentence(language, random) };
    case "list": {
      const items = Array.from({ length: random.whole(2, 5) }, () => seedHeadline(language, random));
      return { kind, isOrdered: random.chance(0.5), items };
    }
    case "table": {
      const row = () => [random.pick(language.subjects), String(random.whole(10, 9_999))];
      return { kind, head: [language.dateline, "2025"], rows: Array.from({ length: random.whole(2, 5) }, row) };
    }
    case "pull-quote":
      return { kind, text: seedSentence(language, random), by: `${language.reporter} 1`, role: language.dateline };
    case "figure":
      return {
        kind,
        src: random.pick(CONTENT_PICTURES),
        alt: language.picture,
        caption: seedSentence(language, random),
      };
  }
}
