import {
  SEED_LANGUAGES,
  type SeedLanguage,
  seedHeadline,
  seedSentence,
} from "../../../src/cli/newsroom/seed/languages.ts";
import { type PseudoRandom, pseudoRandom } from "../../../src/cli/newsroom/seed/pseudo-random.ts";
import type { WrittenArticle } from "../harness/written-articles.ts";
import { ABOUT, daysAgo, type GeneratedPublication, idOf } from "./generated-publication.ts";
import { plainPng } from "./made-media.ts";

const COUNT = 166;

/** Titles that look like markup, and text of two directions. */
const ODD_TITLES = [
  "Why <video> beats <img>",
  "“Quotes”, 'apostrophes' & \"more\" of them",
  "& is not &amp;",
  "]]> ends no section here",
  "An English title with العربية and עברית in it",
  "🚢 100 % of 50 €: \\backslash\\, $dollar and {braces}",
] as const;

/** 166 articles of two years in fourteen languages: several archives, many tags and authors, and every state. */
export function manyArticles(): GeneratedPublication {
  const random = pseudoRandom(166);
  return {
    about: {
      ...ABOUT,
      title: "The Quay Gazette",
      description: "What happens in a harbour that does not exist.",
      language: "en",
      icon: "icon.png",
      logo: "logo.png",
      rights: "© The Quay Gazette",
      licence: "https://creativecommons.org/licenses/by/4.0/",
      people: [
        { name: "The desk", email: "desk@example.org" },
        { name: "Ida Quayle", url: "https://example.org/ida" },
      ],
      sections: [
        { slug: "harbour", title: "Harbour", description: "Ships and those who wait for them." },
        { slug: "town", title: "Town & country" },
      ],
      rsl: { permits: ["search"], prohibits: ["ai-train"] },
    },
    media: {
      "icon.png": plainPng(512, 512),
      "logo.png": plainPng(600, 200),
      "wide.png": plainPng(1_200, 630),
      "figures.csv": Buffer.from("month,ferries\nJanuary,62\n"),
    },
    articles: Array.from({ length: COUNT }, (_, index) => articleOf(index, random)),
  };
}

function articleOf(index: number, random: PseudoRandom): WrittenArticle {
  const language = random.chance(0.5) ? SEED_LANGUAGES[0] : random.pick(SEED_LANGUAGES);
  const sentence = () => seedSentence(language, random);
  const age = (COUNT - index) * 4.4;
  return {
    slug: `story-${index + 1}`,
    fields: {
      id: idOf(`many${index + 1}`),
      title: ODD_TITLES[index / 9] ?? seedHeadline(language, random),
      ...(random.chance(0.5) && { summary: sentence() }),
      ...(index % 7 !== 0 && { byline: [`${language.reporter} ${index % 9}`, "Ida Quayle"].slice(0, 1 + (index % 2)) }),
      ...(index % 7 === 0 && { agency: { name: "Sample Press Agency", url: "https://agency.example.net/" } }),
      ...(language.tag !== "en" && { language: language.tag }),
      published: daysAgo(age),
      ...(index % 8 === 2 && { updated: daysAgo(age - 0.5) }),
      ...(index % 3 !== 2 && { section: index % 3 === 0 ? "harbour" : "town" }),
      tags: [...new Set([random.pick(language.tags), random.pick(SEED_LANGUAGES[0].tags)])],
      ...(index % 5 === 1 && {
        image: { src: "wide.png", alt: language.picture, caption: sentence(), credit: "SAMPLE" },
      }),
      ...(index % 11 === 4 && { attachments: [{ src: "figures.csv", title: "Figures" }] }),
      ...(index % 12 === 3 && { corrections: [{ time: daysAgo(age - 1), text: sentence() }] }),
      ...(index % 17 === 5 && { canonical: `https://original.example.org/${index}/?part=1&of=2` }),
      ...(index % 19 === 7 && { formerSlugs: [`former-${index}`] }),
      ...(index % 40 === 39 && {
        retraction: { time: daysAgo(Math.max(0.1, age - 2)), reason: "Not 1 < 2, but R&D." },
      }),
      ...(index % 50 === 49 && { unpublishAt: daysAgo(age - 1) }),
    },
    markdown: bodyOf(index, language, sentence),
  };
}

/** Every 40th is long. Every 25th is one word, so that a derived summary has little to go by. */
function bodyOf(index: number, language: SeedLanguage, sentence: () => string): string {
  if (index % 25 === 10) return language.picture;
  const paragraphs = Array.from({ length: index % 40 === 37 ? 110 : 3 }, () => `${sentence()} ${sentence()}`);
  const extras = [
    `## ${sentence()}`,
    `> ${sentence()}`,
    `- ${sentence()}\n- ${sentence()}`,
    `| ferry | hour |\n| --- | ---: |\n| ${language.dateline} | 8 |`,
    `![${language.picture}](wide.png "${language.dateline}")`,
    "A note.[^1]\n\n[^1]: The note itself.",
    "```html\n<b>&amp; not bold</b>\n```",
    '::related[Another page]{label="READ MORE" href="https://example.org/another?a=1&b=2"}',
  ];
  return [...paragraphs, extras[index % extras.length]].join("\n\n");
}
