import { stringify } from "yaml";
import type { Agency } from "../../../model/article.ts";
import type { ArticleState } from "../../../model/article-state.ts";
import { type TagAuthority, tagUri } from "../../../model/tag-uri.ts";
import { articlePath } from "../../../site/addresses.ts";
import { type Block, bodyAsHtml, bodyAsMarkdown, type Span } from "./body-blocks.ts";
import { SEED_LANGUAGES, type SeedLanguage, seedHeadline, seedSentence } from "./languages.ts";
import { type PseudoRandom, pseudoRandom } from "./pseudo-random.ts";
import type { SeedFile, SeedMedia } from "./seed-media.ts";

const SEED_ARTICLES = 200;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** When the scheduled articles appear, in milliseconds from now. */
const SCHEDULED = [
  ...[2, 5, 15, 45].map((minutes) => minutes * MINUTE),
  ...[2, 6, 12].map((hours) => hours * HOUR),
  ...[1, 2, 3, 7, 14, 30, 90].map((days) => days * DAY),
];
const DRAFTS = 12;
const RETRACTED = 8;
const UNPUBLISHED = 6;

/** Headlines that test escaping, line breaking and the direction of text. */
const ODD_HEADLINES = [
  `"Quotes", 'apostrophes' & <angle brackets>`,
  "& is not &amp;, and <b> is not &lt;b&gt;",
  "]]> ends no section here",
  "🚢 A ship, 👩‍🚒 a firefighter and a flag 🏴‍☠️",
  "100 % of 50 €: \\backslash\\, $dollar, `backtick` and {braces}",
  "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihungsurkunde",
  "An English headline with العربية and עברית in it",
  "𠮷野 is written with a sign beyond the basic plane",
  "Ça coûte 1 000 €, « dit » le panneau — ou presque…",
  "e\u0301 and é are the same letter, ﬁ is two",
  "Why?",
  "1984",
  "null",
  "[Not a link](https://example.org/) *not emphasis* #not-a-tag",
  "A headline that goes on and on because its writer could not stop and thought that every single detail of the matter, down to the colour of the mooring rope, belonged in it and nowhere else",
  "C++ & R&D: a > b < c",
] as const;

const AGENCIES: readonly [Agency, ...Agency[]] = [
  { name: "Placeholder Wire", url: "https://wire.example.net/" },
  { name: "Sample Press Agency" },
  { name: "Example & Sons Copy Service", url: "https://copy.example.com/" },
];

const LICENCES = [
  "https://creativecommons.org/licenses/by-sa/4.0/",
  "https://creativecommons.org/publicdomain/zero/1.0/",
  "https://example.org/terms?of=use&version=2",
] as const;

/** Minutes from UTC. */
const ZONES = [0, 0, 60, 480, -300, 330] as const;

/** What the seed needs to know. `now` is in milliseconds since the epoch. */
export type SeedSetting = {
  readonly now: number;
  readonly identity: TagAuthority;
  /** The slugs of the publication's sections. */
  readonly sections: readonly string[];
  readonly media: SeedMedia;
};

/** An article as it is put at the desk, in one of the forms that the desk accepts. */
export type SeedArticle = {
  readonly id: string;
  readonly slug: string;
  readonly mediaType: "application/json" | "text/markdown" | "text/html";
  readonly text: string;
  /** The files that it names. They are uploaded first. */
  readonly files: readonly SeedFile[];
  /** The state that it has at `now`. */
  readonly state: ArticleState;
};

type Head = {
  readonly index: number;
  readonly language: SeedLanguage;
  readonly title: string;
  readonly slug: string;
  readonly state: ArticleState;
};

/**
 * The same articles for the same setting. Times in the past count from the beginning of the day, and times in the
 * future from the beginning of the minute. Ids and slugs do not depend on the time, so a later run finds the articles
 * of an earlier one.
 */
export function seedArticles(setting: SeedSetting): readonly SeedArticle[] {
  const heads = Array.from({ length: SEED_ARTICLES }, (_, index) => headOf(index));
  return heads.map((head) => seedArticle(head, heads, setting));
}

function headOf(index: number): Head {
  const random = pseudoRandom(index + 1);
  const language = random.chance(0.5) ? SEED_LANGUAGES[0] : random.pick(SEED_LANGUAGES);
  const odd = index % 8 === 0 ? ODD_HEADLINES[(index / 8) % ODD_HEADLINES.length] : undefined;
  const title = odd ?? seedHeadline(language, random);
  return {
    index,
    language: odd === undefined ? language : SEED_LANGUAGES[0],
    title,
    slug: slugOf(title, index),
    state: stateOf(index),
  };
}

function stateOf(index: number): ArticleState {
  let end = 0;
  const isBefore = (count: number) => {
    end += count;
    return index < end;
  };
  if (isBefore(SCHEDULED.length)) return "scheduled";
  if (isBefore(DRAFTS)) return "draft";
  if (isBefore(RETRACTED)) return "retracted";
  return isBefore(UNPUBLISHED) ? "unpublished" : "published";
}

const FIRST_PUBLISHED = SCHEDULED.length + DRAFTS + RETRACTED + UNPUBLISHED;
const MAX_SLUG_WORDS = 6;
const MAX_SLUG_WORD = 30;

/** Letters of any script are permitted in a slug. The number keeps slugs apart. */
function slugOf(title: string, index: number): string {
  const words =
    title
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const short = words.slice(0, MAX_SLUG_WORDS).map((word) => [...word].slice(0, MAX_SLUG_WORD).join(""));
  return [...short, String(index + 1).padStart(3, "0")].join("-").normalize("NFC");
}

type Picture = { readonly file: SeedFile; readonly alt: string; readonly caption?: string; readonly credit?: string };
type Attachment = {
  readonly title: string;
  readonly file?: SeedFile;
  readonly src: string;
  readonly duration?: number;
  readonly mediaType?: string;
  readonly length?: number;
};

function seedArticle(head: Head, heads: readonly Head[], setting: SeedSetting): SeedArticle {
  const { index, language, slug, state, title } = head;
  const random = pseudoRandom(index + 10_001);
  const picture = random.chance(0.45) ? pictureOf(language, random, setting) : undefined;
  const attachments = index % 9 === 4 ? attachmentsOf(index, language, random, setting) : [];
  const blocks = blocksOf(head, heads, random, setting);
  const inBody = blocks.flatMap((block) => (block.kind === "figure" ? [block.src] : []));
  const files = [
    ...(picture ? [picture.file] : []),
    ...attachments.flatMap(({ file }) => (file ? [file] : [])),
    ...setting.media.pictures.filter(({ name }) => inBody.includes(name)),
  ];
  const id = tagUri(setting.identity, `articles/seed-${String(index + 1).padStart(3, "0")}`);
  const fields = {
    id,
    title,
    ...(random.chance(0.7) && { summary: seedSentence(language, random) }),
    ...bylineOf(language, random),
    ...(random.chance(0.25) && { agency: random.pick(AGENCIES) }),
    ...(random.chance(0.35) && { dateline: language.dateline }),
    ...timesOf(head, random, setting.now),
    // The language of the publication may stay unsaid, or be a variant of its own.
    ...(language !== SEED_LANGUAGES[0] ? { language: language.tag } : random.chance(0.3) && { language: "en-GB" }),
    ...sectionOf(random, setting.sections),
    tags: tagsOf(index, language, random),
    ...(index % 17 === 5 && { canonical: `https://original.example.org/${index}/?from=seed&part=1#text` }),
    ...(index % 13 === 2 && { rights: `© Placeholder Wire, ${language.dateline}` }),
    ...(index % 11 === 3 && { licence: random.pick(LICENCES) }),
    ...(index % 19 === 7 && { formerSlugs: [`seed-former-${index}`] }),
    ...(index % 19 === 8 && { formerPaths: [`/2019/05/seed-${index}/`, `/?p=${9_000 + index}`] }),
  };
  const mediaType = index % 5 === 1 ? "text/markdown" : index % 5 === 3 ? "text/html" : "application/json";
  const text =
    mediaType === "application/json"
      ? JSON.stringify({ ...fields, ...mediaFields(picture, attachments), body: bodyAsHtml(blocks) })
      : `---\n${stringify({ ...fields, ...mediaFields(picture, attachments) })}---\n\n${mediaType === "text/html" ? bodyAsHtml(blocks) : bodyAsMarkdown(blocks)}`;
  return { id, slug, mediaType, text, files, state };
}

/** The same fields in JSON and in front matter. */
function mediaFields(picture: Picture | undefined, attachments: readonly Attachment[]) {
  return {
    ...(picture && {
      image: { src: picture.file.name, alt: picture.alt, caption: picture.caption, credit: picture.credit },
    }),
    ...(attachments.length > 0 && { attachments: attachments.map(({ file: _, ...attachment }) => attachment) }),
  };
}

function pictureOf(language: SeedLanguage, random: PseudoRandom, { media }: SeedSetting): Picture {
  return {
    file: random.pick(media.pictures),
    alt: language.picture,
    ...(random.chance(0.8) && { caption: seedSentence(language, random) }),
    ...(random.chance(0.6) && { credit: `${language.reporter.toUpperCase()} ${random.whole(1, 9)}/SAMPLE POOL` }),
  };
}

function attachmentsOf(
  index: number,
  language: SeedLanguage,
  random: PseudoRandom,
  { media }: SeedSetting,
): readonly Attachment[] {
  const document = random.pick(media.documents);
  const elsewhere = {
    title: seedHeadline(language, random),
    src: `https://media.example.org/interviews/${index}.mp3`,
    mediaType: "audio/mpeg",
    length: 7_340_032,
    duration: 754,
  };
  const sound = random.pick(media.sounds);
  const own = { title: seedHeadline(language, random), file: sound, src: sound.name, duration: sound.seconds };
  if (index % 4 === 0) return [elsewhere];
  return index % 4 === 1 ? [own] : [own, { title: "Notes & figures", file: document, src: document.name }];
}

function bylineOf(language: SeedLanguage, random: PseudoRandom) {
  const count = random.pick([0, 1, 1, 1, 2, 4]);
  if (count === 0) return {};
  const first = random.whole(1, 9);
  const byline = Array.from({ length: count }, (_, place) => {
    const number = first + place;
    const name = `${language.reporter} ${number}`;
    if (number % 3 === 0) return { name, url: `https://example.org/reporters/${number}` };
    return number % 4 === 0 ? { name, email: `reporter${number}@example.org` } : { name };
  });
  return { byline };
}

function sectionOf(random: PseudoRandom, [first, ...others]: readonly string[]) {
  return first === undefined || random.chance(0.15) ? {} : { section: random.pick([first, ...others]) };
}

function tagsOf(index: number, language: SeedLanguage, random: PseudoRandom): readonly string[] {
  const count = index % 50 === 49 ? 40 : random.whole(0, 5);
  const [english] = SEED_LANGUAGES;
  const wanted = Array.from({ length: count }, () => random.pick(random.chance(0.7) ? language.tags : english.tags));
  const many = index % 50 === 49 ? Array.from({ length: 15 }, (_, place) => `Quay ${place + 1}`) : [];
  return [...new Set([...wanted, ...many])];
}

/** The times of an article, and what else makes its state. */
function timesOf({ index, language, state }: Head, random: PseudoRandom, now: number) {
  const zone = random.pick(ZONES);
  const at = (instant: number) => timestampAt(instant, zone);
  const today = Math.floor(now / DAY) * DAY;
  const place = index - FIRST_PUBLISHED;
  switch (state) {
    case "scheduled":
      return { scheduledFor: at(Math.floor(now / MINUTE) * MINUTE + (SCHEDULED[index] ?? DAY)) };
    case "draft":
      return { status: "draft", published: at(today - index * HOUR) };
    case "retracted": {
      const published = today - (index + 1) * DAY;
      return {
        published: at(published),
        retraction: { time: at(published + 7 * HOUR), reason: seedSentence(language, random) },
      };
    }
    case "unpublished": {
      const published = today - (index + 30) * DAY;
      return { published: at(published), unpublishAt: at(published + 20 * DAY) };
    }
    case "published": {
      // The gaps grow from an hour to days: today's news at one end, an archive of nearly two years at the other.
      const published = today - Math.round((place + 1) ** 1.9) * HOUR;
      const corrections = index % 12 === 3 ? random.whole(1, 3) : 0;
      return {
        published: at(published),
        ...(random.chance(0.15) && { updated: at(published + 30 * MINUTE) }),
        ...(corrections > 0 && {
          corrections: Array.from({ length: corrections }, (_, number) => ({
            time: at(published + (number + 1) * 15 * MINUTE),
            text: seedSentence(language, random),
          })),
        }),
        ...(index % 60 === 59 && { unpublishAt: at(today + (place + 2) * DAY) }),
      };
    }
  }
}

/** RFC 3339 with the offset of a zone, in minutes. */
function timestampAt(instant: number, zone: number): string {
  const wallClock = new Date(instant + zone * MINUTE).toISOString().slice(0, 19);
  const [hours, minutes] = [Math.trunc(Math.abs(zone) / 60), Math.abs(zone) % 60];
  const digits = (number: number) => String(number).padStart(2, "0");
  return zone === 0 ? `${wallClock}Z` : `${wallClock}${zone < 0 ? "-" : "+"}${digits(hours)}:${digits(minutes)}`;
}

const LONG_PARAGRAPHS = 110;

function blocksOf(head: Head, heads: readonly Head[], random: PseudoRandom, setting: SeedSetting): readonly Block[] {
  const { index, language } = head;
  if (index % 25 === 10) return [paragraphOf(language, random, 1)];
  const count = index % 40 === 37 ? LONG_PARAGRAPHS : random.whole(3, 8);
  const blocks: Block[] = [];
  for (let number = 0; number < count; number += 1) {
    blocks.push(paragraphOf(language, random, random.whole(2, 6)));
    if (number === 0) continue;
    if (count === LONG_PARAGRAPHS && number % 9 === 0) blocks.push(headingOf(language, random));
    else if (random.chance(0.3)) blocks.push(extraBlock(language, random, setting));
  }
  if (random.chance(0.5)) blocks.push(relatedTo(head, heads, random));
  if (random.chance(0.15)) blocks.push(relatedTo(head, heads, random));
  return blocks;
}

function paragraphOf(language: SeedLanguage, random: PseudoRandom, sentences: number): Block {
  const gap = language.sentence.endsWith("。") ? "" : " ";
  const spans = Array.from({ length: sentences }, (_, number): readonly Span[] => {
    const text = seedSentence(language, random);
    const between = number === 0 || gap === "" ? [] : [gap];
    if (random.chance(0.06)) return [...between, { kind: "strong", text }];
    if (random.chance(0.06)) return [...between, { kind: "emphasis", text }];
    if (random.chance(0.08))
      return [...between, { kind: "link", text, href: `https://example.com/notes/${random.whole(1, 999)}?a=1&b=2` }];
    return [...between, text];
  });
  return { kind: "paragraph", spans: spans.flat() };
}

function headingOf(language: SeedLanguage, random: PseudoRandom): Block {
  return { kind: "heading", text: seedHeadline(language, random) };
}

function extraBlock(language: SeedLanguage, random: PseudoRandom, { media }: SeedSetting): Block {
  const sentence = () => seedSentence(language, random);
  switch (random.pick(["heading", "list", "pull-quote", "quotation", "table", "figure", "code"] as const)) {
    case "heading":
      return headingOf(language, random);
    case "list":
      return {
        kind: "list",
        isOrdered: random.chance(0.4),
        items: Array.from({ length: random.whole(2, 6) }, () => seedHeadline(language, random)),
      };
    case "pull-quote":
      return {
        kind: "pull-quote",
        text: sentence(),
        by: `${language.reporter} ${random.whole(1, 9)}`,
        role: language.dateline,
      };
    case "quotation":
      return { kind: "quotation", text: sentence() };
    case "table": {
      const years = ["2023", "2024", "2025"].slice(0, random.whole(1, 3));
      const row = () => [random.pick(language.subjects), ...years.map(() => String(random.whole(10, 9_999)))];
      return {
        kind: "table",
        head: [language.dateline, ...years],
        rows: Array.from({ length: random.whole(2, 7) }, row),
      };
    }
    case "figure":
      return { kind: "figure", src: random.pick(media.pictures).name, alt: language.picture, caption: sentence() };
    case "code":
      return {
        kind: "code",
        text: `GET /feed.json HTTP/1.1\nHost: news.example.org\nIf-None-Match: "${random.whole(1, 99)}"`,
      };
  }
}

/** Further reading: another seeded article that is published, or a page elsewhere. */
function relatedTo(head: Head, heads: readonly Head[], random: PseudoRandom): Block {
  const { readMore } = head.language;
  const other = heads[random.whole(FIRST_PUBLISHED, heads.length - 1)];
  if (!other || other === head || random.chance(0.25)) {
    const title = seedHeadline(head.language, random);
    return { kind: "related", label: readMore, title, href: `https://example.org/related/${random.whole(1, 999)}` };
  }
  return { kind: "related", label: readMore, title: other.title, href: articlePath(other.slug) };
}
