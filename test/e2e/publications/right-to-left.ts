import {
  SEED_LANGUAGES,
  type SeedLanguage,
  seedHeadline,
  seedSentence,
} from "../../../src/cli/newsroom/seed/languages.ts";
import { pseudoRandom } from "../../../src/cli/newsroom/seed/pseudo-random.ts";
import { ABOUT, daysAgo, type GeneratedPublication, idOf } from "./generated-publication.ts";
import { plainPng } from "./made-media.ts";

/** The languages of its articles. Its own is Arabic. */
const TAGS = ["ar", "he", "fa", "en", "ar"] as const;
const COUNT = 20;

/** A publication in Arabic, with articles in Hebrew, Persian and English between the Arabic ones. */
export function rightToLeft(): GeneratedPublication {
  const arabic = languageOf("ar");
  const random = pseudoRandom(61);
  return {
    about: {
      ...ABOUT,
      title: "أخبار الميناء",
      description: seedSentence(arabic, random),
      language: "ar",
      icon: "icon.png",
      rights: "© 2026 أخبار الميناء",
      people: [{ name: arabic.reporter, email: "desk@example.org" }],
      sections: [{ slug: "الميناء", title: "الميناء", description: seedSentence(arabic, random) }],
    },
    media: { "icon.png": plainPng(512, 512), "quay.png": plainPng(640, 360) },
    articles: Array.from({ length: COUNT }, (_, index) => {
      const tag = TAGS[index % TAGS.length] ?? "ar";
      const language = languageOf(tag);
      const published = daysAgo(COUNT - index);
      return {
        slug: `خبر-${index + 1}`,
        fields: {
          id: idOf(`rtl${index + 1}`),
          title: index % 4 === 3 ? `${seedHeadline(language, random)} (ABC & 12)` : seedHeadline(language, random),
          byline: `${language.reporter} ${index % 3}`,
          published,
          ...(tag !== "ar" && { language: tag }),
          section: "الميناء",
          tags: [...language.tags].slice(0, 3),
          dateline: language.dateline,
          ...(index % 5 === 0 && {
            image: { src: "quay.png", alt: language.picture, caption: seedSentence(language, random) },
          }),
          ...(index % 6 === 1 && { corrections: [{ time: published, text: seedSentence(language, random) }] }),
        },
        markdown: bodyIn(language, random),
      };
    }),
  };
}

function bodyIn(language: SeedLanguage, random: ReturnType<typeof pseudoRandom>): string {
  const sentence = () => seedSentence(language, random);
  return [
    `${sentence()} ${sentence()}`,
    `## ${seedHeadline(language, random)}`,
    `> ${sentence()}`,
    `- ${sentence()}\n- ${sentence()}`,
  ].join("\n\n");
}

function languageOf(tag: string): SeedLanguage {
  const language = SEED_LANGUAGES.find((one) => one.tag === tag);
  if (!language) throw new Error(`no language ${tag}`);
  return language;
}
