import { type PseudoRandom, pseudoRandom } from "../../../src/cli/newsroom/seed/pseudo-random.ts";
import type { Article } from "../../../src/model/article.ts";
import type { Publication } from "../../../src/model/publication.ts";
import { timestampInUtc } from "../../../src/model/timestamp.ts";
import { articlePath, PLACEHOLDER_ORIGIN } from "../../../src/site/addresses.ts";
import { publication } from "../../fixtures/full-article.ts";
import { generateBody, sentence, title } from "../generate-body.ts";
import { ADJECTIVES, NOUNS } from "../generated-words.ts";

const SECTIONS = ["harbour", "hill", "courts", "music", "science", "money", "sport", "letters"] as const;
const TAGS = 2_000;
const AUTHORS = 300;

/**
 * Two tags that both occur on every 16th article, counted from the newest, so that they meet equally often in a short
 * and in a long history.
 */
const PAIR_EVERY = 16;
export const PAIR = [tagName(0), tagName(1)] as const;

/** The rare word occurs in this many articles of a history of any length. `the` is in every summary. */
export const RARE = { word: "quicksilver", articles: 20 } as const;
export const FREQUENT = "the";

const NEWEST = Date.UTC(2026, 8, 30, 18);
const APART = 5 * 60_000;

/** A time after the newest article, in milliseconds since the epoch. */
export const BENCH_BEGIN = NEWEST + 60_000;

export const deskPublication: Publication = {
  ...publication,
  sections: SECTIONS.map((slug) => ({ slug, title: slug.charAt(0).toUpperCase() + slug.slice(1) })),
};

/** Bodies are expensive to generate and are not searched, so articles share these in turn. */
let bodies: readonly string[] = [];

/**
 * A history of `count` articles, the oldest first, each in five feeds: everything, one section, two tags, one author.
 * The newest articles of a long history equal those of a short one, so that their pages have the same size.
 */
export function* deskArticles(count: number): Generator<Article> {
  for (let index = 0; index < count; index++) {
    const isRare = Math.floor((index * RARE.articles) / count) < Math.floor(((index + 1) * RARE.articles) / count);
    yield deskArticle(count - 1 - index, isRare);
  }
}

/** `age` counts from the newest article, which is 0. Articles published after it have negative ages. */
export function deskArticle(age: number, isRare = false): Article {
  bodies = bodies.length > 0 ? bodies : Array.from({ length: 997 }, (_, index) => generateBody(pseudoRandom(index)));
  const random = pseudoRandom(age + 1);
  const number = age < 0 ? `n${-age}` : age.toString().padStart(7, "0");
  const slug = `${random.pick(NOUNS)}-${random.pick(NOUNS)}-${number}`;
  const published = timestampInUtc(NEWEST - age * APART);
  return {
    id: `tag:example.org,2026-01-01:articles/d${number}`,
    slug,
    url: PLACEHOLDER_ORIGIN + articlePath(slug),
    title: title(random),
    summary: `${sentence(random)} ${sentence(random)}${isRare ? ` It was ${RARE.word}.` : ""}`,
    byline: [{ name: authorName(random.whole(0, AUTHORS - 1)) }],
    published,
    updated: published,
    language: "en",
    section: random.pick(SECTIONS),
    tags: age % PAIR_EVERY === 0 ? [...PAIR] : twoTags(random),
    body: bodies[Math.abs(age) % bodies.length] ?? "",
    related: [],
    attachments: [],
    status: "published",
    corrections: [],
    formerSlugs: [],
  };
}

/** A few tags are on many articles, and most tags are on few. */
function twoTags(random: PseudoRandom): string[] {
  const rank = () => 2 + Math.floor((TAGS - 2) * (random.whole(0, 999_999) / 1_000_000) ** 3);
  const first = rank();
  let second = rank();
  while (second === first) second = rank();
  return [tagName(first), tagName(second)];
}

function tagName(rank: number): string {
  return `${ADJECTIVES[rank % ADJECTIVES.length]} ${NOUNS[Math.floor(rank / ADJECTIVES.length)]}`;
}

function authorName(number: number): string {
  const family = NOUNS[number % NOUNS.length] ?? "";
  const given = ["Ada", "Bo", "Chidi", "Dolores", "Eun-ji", "Farid"][Math.floor(number / NOUNS.length)];
  return `${given} ${family.charAt(0).toUpperCase()}${family.slice(1)}`;
}
