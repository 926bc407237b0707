import { type PseudoRandom, pseudoRandom } from "../../src/cli/newsroom/seed/pseudo-random.ts";
import type { Article, Person } from "../../src/model/article.ts";
import type { Publication } from "../../src/model/publication.ts";
import { timestampInUtc } from "../../src/model/timestamp.ts";
import { articlePath } from "../../src/site/addresses.ts";
import { ORIGIN, publication } from "../fixtures/full-article.ts";
import { generateBody, sentence, title } from "./generate-body.ts";
import { NOUNS, TOPICS } from "./generated-words.ts";

const SECTIONS = ["harbour", "hill", "courts", "music"] as const;

const PEOPLE: readonly [Person, ...Person[]] = [
  { name: "Ada Ferrier", url: "https://example.org/people/ada", email: "ada@example.org" },
  { name: "Bo Lindqvist" },
  { name: "Chidi Okafor", url: "https://example.org/people/chidi" },
  { name: "Dolores Peña" },
  { name: "Eun-ji Park" },
  { name: "Farid Haddad" },
];

/** The time of the first article. Each next article is earlier. All are in the past, so that every clock shows them. */
const NEWEST = Date.UTC(2026, 8, 30, 18);
const MINUTES_APART = 37;
const MINUTE = 60_000;

/** The fixture's publication with the sections of the generated articles. */
export const generatedPublication: Publication = {
  ...publication,
  sections: SECTIONS.map((slug) => ({ slug, title: slug.charAt(0).toUpperCase() + slug.slice(1) })),
};

/**
 * Generates `count` complete articles without media files, the newest first. They are the same every time, and a
 * smaller set is the beginning of a larger one.
 */
export function generateArticles(count: number): Article[] {
  return Array.from({ length: count }, (_, index) => generateArticle(index));
}

/** The article with this index, counted from 0, the newest. */
export function generateArticle(index: number): Article {
  const random = pseudoRandom(index + 1);
  const published = NEWEST - index * MINUTES_APART * MINUTE;
  const updated = random.chance(0.2) ? published + random.whole(5, 600) * MINUTE : published;
  const number = String(index).padStart(5, "0");
  const slug = `${random.pick(NOUNS)}-${random.pick(NOUNS)}-${number}`;
  return {
    id: `tag:example.org,2026-01-01:articles/g${number}`,
    slug,
    url: ORIGIN + articlePath(slug),
    title: title(random),
    summary: sentence(random),
    byline: byline(random),
    ...(random.chance(0.3) && { agency: { name: "Coastal Wire", url: "https://wire.example.net/" } }),
    ...(random.chance(0.5) && { dateline: random.pick(NOUNS).toUpperCase() }),
    published: timestampInUtc(published),
    updated: timestampInUtc(Math.min(updated, NEWEST)),
    language: "en",
    section: random.pick(SECTIONS),
    tags: [...new Set(Array.from({ length: random.whole(1, 4) }, () => random.pick(TOPICS)))],
    // Wire copy often has the caption of a picture without the picture.
    ...(random.chance(0.4) && { image: { caption: sentence(random), credit: "HARBOUR & HILL/POOL" } }),
    body: generateBody(random),
    related: [],
    attachments: [],
    status: "published",
    corrections: [],
    formerSlugs: [],
  };
}

function byline(random: PseudoRandom): Person[] {
  return [...new Set(Array.from({ length: random.whole(1, 3) }, () => random.pick(PEOPLE)))];
}
