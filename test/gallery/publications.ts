import type { Article } from "../../src/model/article.ts";
import type { Publication } from "../../src/model/publication.ts";
import { timestampInUtc } from "../../src/model/timestamp.ts";
import { articleNamed } from "../fixtures/file-content.ts";
import { fullArticle, ORIGIN, publication, time } from "../fixtures/full-article.ts";
import { LEFT_TO_RIGHT, RIGHT_TO_LEFT, type Texts } from "./texts.ts";

export type Direction = "ltr" | "rtl";

/** A publication with one article for each thing that a page can show. */
export type GalleryPublication = {
  readonly texts: Texts;
  readonly publication: Publication;
  readonly full: Article;
  readonly plain: Article;
  readonly elements: Article;
  readonly corrected: Article;
  readonly podcast: Article;
  readonly draft: Article;
  readonly retracted: Article;
  /** Enough articles for a front page and two archives. */
  readonly many: readonly Article[];
};

/** Articles that only fill lists. */
const FILLERS = 52;
/** The moment of every page: later than each article. */
export const NOON = Date.UTC(2026, 5, 1, 12);
const DAY = 86_400_000;
const FIRST_FILLER = Date.UTC(2026, 0, 5, 6, 30);

const SECTIONS = ["harbour", "hill"];
const FERRY = {
  url: `${ORIGIN}/media/2c3d4e5f60718293/ferry.jpg`,
  mediaType: "image/jpeg",
  length: 48_213,
  width: 1600,
  height: 900,
};

export const PUBLICATIONS: Readonly<Record<Direction, GalleryPublication>> = {
  ltr: publicationOf(LEFT_TO_RIGHT, fullArticle),
  rtl: publicationOf(RIGHT_TO_LEFT, translatedFull(RIGHT_TO_LEFT)),
};

function publicationOf(texts: Texts, full: Article): GalleryPublication {
  const named = (slug: string, overrides: Partial<Article>): Article =>
    articleNamed(slug, { language: texts.language, body: `<p>${texts.paragraph}</p>`, ...overrides });
  const [ferry = ["", ""], slipway = ["", ""], , rain = ["", ""], clock = ["", ""]] = texts.headlines;
  const of = ([title, summary]: readonly [string, string]) => ({ title, summary });
  const common = { section: "harbour", byline: texts.people.slice(0, 1).map((name) => ({ name })) };
  const plain = named("slipway", { ...of(slipway) });
  const corrected = named("rain", {
    ...of(rain),
    ...common,
    published: time("2026-03-02T08:00:00Z"),
    updated: time("2026-03-04T16:30:00Z"),
    body: `<p>${texts.paragraph}</p><p>${texts.paragraph}</p>`,
    corrections: texts.corrections.map((text, index) => ({ time: time(`2026-03-0${index + 3}T16:30:00Z`), text })),
  });
  const podcast = named("night-boat", {
    ...of(clock),
    ...common,
    title: texts.episode,
    summary: texts.quotation,
    published: time("2026-03-03T05:00:00Z"),
    image: { file: FERRY, alternativeText: texts.picture.description },
    attachments: [
      {
        file: {
          url: `${ORIGIN}/media/4e5f607182930415/night-boat.mp3`,
          mediaType: "audio/mpeg",
          length: 28_311_552,
          duration: 1_966,
        },
        title: texts.episode,
      },
      {
        file: {
          url: `${ORIGIN}/media/60718293041526a7/crossing.mp4`,
          mediaType: "video/mp4",
          length: 9_437_184,
          duration: 61,
          width: 1280,
          height: 720,
        },
        title: texts.film,
      },
      {
        file: { url: `${ORIGIN}/media/5f60718293041526/timetable.pdf`, mediaType: "application/pdf", length: 90_112 },
        title: texts.document,
      },
      {
        file: {
          url: `${ORIGIN}/media/718293041526a7b8/crossings-and-fares-2026.csv`,
          mediaType: "text/csv",
          length: 812,
        },
      },
    ],
  });
  const elements = named("elements", { ...of(ferry), title: texts.heading, ...common, body: bodyOfElements(texts) });
  const draft = named("draft", { ...of(rain), ...common, status: "draft" });
  const retracted = named("retracted", {
    ...of(clock),
    status: "retracted",
    retraction: { time: time("2026-03-06T12:00:00Z"), reason: texts.retraction },
  });
  const fillers = Array.from({ length: FILLERS }, (_, index) => fillerOf(texts, index));
  return {
    texts,
    publication: {
      ...publication,
      ...texts.publication,
      language: texts.language,
      people: [{ name: texts.people[0] ?? "", email: "desk@example.org", url: `${ORIGIN}/about` }],
      sections: texts.sections.map(([title, description], index) => ({
        slug: SECTIONS[index] ?? "",
        title,
        description,
      })),
    },
    full,
    plain,
    elements,
    corrected,
    podcast,
    draft,
    retracted,
    many: [full, plain, elements, corrected, podcast, retracted, ...fillers],
  };
}

/** Each headline comes with and without a picture, with one author and with three, and with none, one or three tags. */
function fillerOf(texts: Texts, index: number): Article {
  const [title = "", summary = ""] = texts.headlines[index % texts.headlines.length] ?? [];
  const published = timestampInUtc(FIRST_FILLER + index * DAY);
  return articleNamed(`filler-${index + 1}`, {
    title,
    summary,
    language: texts.language,
    published,
    body: `<p>${texts.paragraph}</p>`,
    byline: texts.people.slice(0, [1, 3, 0][index % 3]).map((name) => ({ name })),
    tags: texts.tags.slice(0, [1, 0, 3, 1][index % 4]),
    ...(index % 5 !== 4 && { section: SECTIONS[index % 2] }),
    ...(index % 2 === 0 && { image: { file: FERRY, alternativeText: texts.picture.description } }),
    ...(index % 3 === 0 && { dateline: texts.place }),
  });
}

/** The article that has everything, with its texts in another language. The addresses and files are the same. */
function translatedFull(texts: Texts): Article {
  const { picture, place, paragraph, quotation } = texts;
  const [[title, summary] = ["", ""], [other] = [""], , , [unlinked] = [""]] = texts.headlines;
  const file = fullArticle.image?.file;
  return {
    ...fullArticle,
    title,
    summary,
    language: texts.language,
    byline: texts.people.slice(0, 2).map((name, index) => ({ ...fullArticle.byline[index], name })),
    dateline: place,
    tags: texts.tags.slice(0, 2),
    image: {
      ...(file && { file }),
      alternativeText: picture.description,
      caption: picture.caption,
      credit: picture.credit,
    },
    body: [
      `<p><span class="dateline">${place}</span> — ${paragraph}</p>`,
      `<aside class="pull-quote"><blockquote><p>${quotation}</p></blockquote><p class="attribution">— <cite>${texts.people[0]}</cite></p></aside>`,
      `<figure><img src="${ORIGIN}/media/3d4e5f6071829304/map.png" alt="${picture.description}" width="800" height="600"><figcaption>${picture.caption} <span class="credit">(${picture.credit})</span></figcaption></figure>`,
      `<p class="related"><strong class="label">${texts.readMore}:</strong> <a href="${ORIGIN}/articles/slipway" rel="related">${other}</a></p>`,
      `<h2>${texts.heading}</h2><ul>${texts.terms.map((term) => `<li>${term}</li>`).join("")}</ul><blockquote><p>${paragraph}</p></blockquote>`,
      `<p class="related"><strong class="label">${texts.readMore}:</strong> <cite>${unlinked}</cite></p>`,
    ].join("\n"),
    related: [
      { label: texts.readMore, title: other, url: `${ORIGIN}/articles/slipway` },
      { label: texts.readMore, title: unlinked },
    ],
    attachments: fullArticle.attachments.map((attachment, index) => ({
      ...attachment,
      ...(index === 0 && { title: texts.episode }),
    })),
    rights: texts.publication.rights,
    corrections: fullArticle.corrections.map((correction) => ({ ...correction, text: texts.corrections[0] ?? "" })),
  };
}

/** Every element that a text can have and the article with everything has not. */
function bodyOfElements({ heading, paragraph, quotation, terms, picture }: Texts): string {
  const cells = (tag: "td" | "th", text: (term: string) => string) =>
    `<tr>${[...terms, ...terms].map((term) => `<${tag}>${text(term)}</${tag}>`).join("")}</tr>`;
  return [
    `<p>${paragraph} <a href="${ORIGIN}/articles/rain">${heading}</a>, <em>${terms[0]}</em>, <strong>${terms[1]}</strong>, <del>${terms[2]}</del>, H<sub>2</sub>O, 5<sup>th</sup>, <code>GET /rss.xml?tag=ferries</code>, <kbd>Ctrl</kbd>.</p>`,
    `<h2>${heading}</h2><p>${paragraph}</p><h3>${heading}</h3><p>${paragraph}</p><h4>${heading}</h4><p>${paragraph}</p>`,
    `<ol><li>${terms[0]}<ul><li>${terms[1]}</li><li>${terms[2]}</li></ul></li><li><p>${paragraph}</p></li></ol>`,
    `<blockquote><p>${quotation}</p><blockquote><p>${quotation}</p></blockquote></blockquote>`,
    `<pre><code>const timetable = { first: "06:10", last: "23:10", boats: 6, isDaily: true, note: "this line is longer than the column" };\n</code></pre>`,
    `<table><thead>${cells("th", (term) => term)}</thead><tbody>${cells("td", () => "06:10")}${cells("td", (term) => `${term} 23:10`)}</tbody></table>`,
    `<figure><img src="${ORIGIN}/media/3d4e5f6071829304/map.png" alt="${picture.description}" width="800" height="600"></figure>`,
    `<dl><dt>${terms[0]}</dt><dd>${paragraph}</dd></dl><details><summary>${terms[1]}</summary><p>${paragraph}</p></details>`,
    `<hr><p>${paragraph}<sup><a href="#note" role="doc-noteref">1</a></sup></p>`,
    `<section class="footnotes" role="doc-endnotes"><h2 class="sr-only">${terms[2]}</h2><ol><li id="note"><p>${quotation}</p></li></ol></section>`,
  ].join("\n");
}
